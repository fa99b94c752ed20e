import CivilTime
public import CoverDomain

/// Who could take a request and when, with everything that is published as it is.
public struct Outlook: Sendable {
  /// A colleague as an answer to a request.
  public struct Candidate: Hashable, Sendable {
    public let colleague: ClinicianID
    /// The first times, none overlapping another; none where something stands in the way.
    public let openings: [Cover]
    /// What stands in the way: the rules that do whatever the time, or those that close every time together.
    public let obstacles: [Rule]
  }

  private let facts: Facts
  private let draft: Draft

  /// - Parameter situation: with the requests that are asked about among its own.
  public init(_ situation: Situation) {
    facts = Facts(situation)
    var draft = Draft(facts)
    var covers = Covers(carriedIn: facts)
    for (demand, wanted) in facts.wanted.enumerated() {
      guard let published = wanted.published, let colleague = facts.position(of: published.by) else { continue }
      let choice = Choice(demand: demand, colleague: colleague, start: published.interval.start, facts)
      guard HardRules.obstacles(to: choice, beside: covers, facts).isEmpty else { continue }
      draft[demand] = choice
      covers.add(choice, facts)
    }
    self.draft = draft
  }

  /// Every colleague but the one who asks: those who could by their first time, then the others by id.
  ///
  /// - Parameter most: so many times of each at most.
  public func candidates(for request: SessionID, most: Int) -> [Candidate] {
    guard let position = facts.requests.first(where: { facts.wanted[$0].session.id == request }),
      let referral = facts.wanted[position].referral
    else { return [] }
    let openings = Openings(facts, draft)
    let explainer = ReferralExplainer(facts, draft)
    let all = facts.people.indices.filter { facts.people[$0].clinician.id != referral.clinician }.map { colleague in
      let times = openings.times(of: position, colleague: colleague, before: referral.due, most: most)
      return Candidate(
        colleague: facts.people[colleague].clinician.id, openings: times,
        obstacles: times.isEmpty ? explainer.obstacles(of: position, colleague) : [])
    }
    return all.sorted { left, right in
      switch (left.openings.first, right.openings.first) {
      case (let first?, let second?):
        (first.interval.start, left.colleague) < (second.interval.start, right.colleague)
      case (nil, nil): left.colleague < right.colleague
      case (let first, _): first != nil
      }
    }
  }
}
