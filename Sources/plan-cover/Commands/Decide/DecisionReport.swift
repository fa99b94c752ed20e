import CivilTime
import CoverDomain
import CoverIntake
import CoverVerification

/// What recording decisions comes to: for which sessions they are, what stands in their way, and what else they change.
struct DecisionReport {
  /// As it was, and with the new decisions.
  let before: Situation
  let after: Situation
  let old: [DecisionRecord]
  let new: [DecisionRecord]
  let isDryRun: Bool

  /// How many sessions and letters are named one by one.
  private static let most = 12

  var needsPerson: Bool {
    !loosened.isEmpty || standings.contains { $0.standing.state == .broken }
  }

  var text: String {
    var lines = [isDryRun ? "Would be recorded (nothing was written):" : "Recorded in decisions.yaml:", ""]
    let told = standings.filter { $0.record.entry.kind == .told && $0.standing.state == .kept }
    for (record, standing) in standings
    where told.count <= Self.most || record.entry.kind != .told || standing.state != .kept {
      lines += self.lines(record, standing)
    }
    if told.count > Self.most {
      let clients = Set(told.compactMap(\.record.entry.client)).sorted().map(\.text)
      lines.append("  \(told.count) decisions that \(clients.count) clients have been told:")
      lines.append("    \(TargetFinder.list(clients))")
    }
    if !loosened.isEmpty {
      lines += ["", "With this, what was decided before cannot be kept:", ""]
      for (record, standing) in loosened { lines += self.lines(record, standing) }
    }
    if !replaced.isEmpty {
      lines += ["", "It takes the place of:", ""]
      lines += replaced.map {
        "  \($0.record.tag)  \(words.what($0.record.entry)): \($0.standing.reason ?? "rests now")"
      }
    }
    let cover = changedCover
    if !cover.isEmpty {
      lines += ["", "The published plan no longer fits; `plan-cover plan` makes one that does:", ""]
      lines += cover.prefix(Self.most).map { "  \($0.sentence)" }
      if cover.count > Self.most { lines.append("  and \(cover.count - Self.most) more") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var words: DecisionTableWords { DecisionTableWords(zone: after.practice.zone) }

  private var standings: [(record: DecisionRecord, standing: DecisionStanding)] {
    let verifier = DecisionVerifier(situation: after)
    return new.compactMap { record in record.decision.map { (record, verifier.standing(of: $0)) } }
  }

  /// The decisions made before whose standing the new ones change.
  private var disturbed: [(record: DecisionRecord, standing: DecisionStanding)] {
    let earlier = DecisionVerifier(situation: before)
    let now = DecisionVerifier(situation: after)
    return old.compactMap { record in
      guard let decision = record.decision else { return nil }
      let standing = now.standing(of: decision)
      let stood = earlier.standing(of: decision)
      return standing.state == stood.state && standing.obstacles == stood.obstacles ? nil : (record, standing)
    }
  }

  private var loosened: [(record: DecisionRecord, standing: DecisionStanding)] {
    disturbed.filter { $0.standing.state == .broken }
  }

  private var replaced: [(record: DecisionRecord, standing: DecisionStanding)] {
    disturbed.filter { $0.standing.state == .rests }
  }

  /// What of the published plan no longer stands with the new decisions, and did before.
  private var changedCover: [BrokenPublication] {
    guard !after.published.isEmpty else { return [] }
    let earlier = Set(PublishedVerifier(situation: before).broken())
    let planned = after.windowOfPromises.interval
    return PublishedVerifier(situation: after).broken().filter { broken in
      guard !earlier.contains(broken) else { return false }
      return broken.kind != .newlyAffected
        || after.demands.contains { $0.session.id == broken.session && planned.contains($0.session.interval.start) }
    }
  }

  private func lines(_ record: DecisionRecord, _ standing: DecisionStanding) -> [String] {
    var lines = ["  \(record.tag)  \(words.what(record.entry)), \(words.whom(record.entry))"]
    switch standing.state {
    case .broken: lines += words.obstacles(standing).map { "    \($0)" }
    case .rests, .over: lines.append("    \(words.state(standing))")
    case .kept:
      lines += standing.sessions.prefix(Self.most).map { "    \(words.describe($0))" }
      if standing.sessions.count > Self.most { lines.append("    and \(standing.sessions.count - Self.most) more") }
    }
    return lines
  }
}
