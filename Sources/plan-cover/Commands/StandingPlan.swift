import CoverDomain
import CoverPlanning
import CoverPublishing
import CoverVerification

/// The plan that questions are about: the published one while every promise of it stands, else the one that would be
/// made now. Its window is the published plan's, unless --from or --to says otherwise.
struct StandingPlan {
  let situation: Situation
  let covers: [SessionID: Cover]
  let isPublished: Bool

  init(_ options: PracticeOptions, timeLimit: Double, terminal: Terminal) throws {
    let published = try Publisher.reporting(to: terminal) {
      try PublicationFolder.publishedPlan(inPracticeFolder: options.folder.path)
    }
    let isOfOtherDays = options.from != nil || options.to != nil
    let practice = try PracticeReading(
      options, from: isOfOtherDays ? nil : published?.from, to: isOfOtherDays ? nil : published?.to, terminal: terminal)
    situation = practice.result.situation
    if let published, Self.stands(published, in: situation) {
      covers = (Array(situation.publishedInWindow.values) + Array(situation.publishedReferralsInWindow.values)).reduce(
        into: [:]) {
          $0[$1.session] = Cover(by: $1.by, interval: $1.interval)
        }
      isPublished = true
    } else {
      let options = PlanningOptions(timeLimit: timeLimit, seeksHelp: false)
      let plan = try PlanSearch(situation: situation, options: options, terminal: terminal).verifiedPlan().plan
      covers = plan.covers
      isPublished = false
    }
  }

  /// Whether the publication is for these days, and what it says of them is still so.
  private static func stands(_ published: PublishedPlan, in situation: Situation) -> Bool {
    published.from == situation.window.from && published.to == situation.window.to
      && PublishedVerifier(situation: situation).broken().allSatisfy {
        $0.kind == .newlyAffected && published.uncovered.contains($0.session)
      }
  }
}
