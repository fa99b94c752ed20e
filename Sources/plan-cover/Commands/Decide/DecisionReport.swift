import CivilTime
import CoverDomain
import CoverIntake
import CoverVerification

/// What recording decisions comes to: for which sessions they are, what stands in their way, and what else they change.
struct DecisionReport {
  /// As it was, and with the new decisions.
  let before: Situation
  let after: Situation
  let isDryRun: Bool
  private let standings: [Standing]
  /// The decisions made before whose standing the new ones change.
  private let disturbed: [Standing]

  /// A decision with what becomes of it.
  private struct Standing {
    let record: DecisionRecord
    let standing: DecisionStanding
  }

  /// How many sessions and letters are named one by one.
  private static let most = 12

  /// - Parameters:
  ///   - old: the decisions made before.
  ///   - new: those that were made now.
  init(before: Situation, after: Situation, old: [DecisionRecord], new: [DecisionRecord], isDryRun: Bool) {
    self.before = before
    self.after = after
    self.isDryRun = isDryRun
    let earlier = DecisionVerifier(situation: before)
    let now = DecisionVerifier(situation: after)
    standings = new.compactMap { record in
      record.decision.map { Standing(record: record, standing: now.standing(of: $0)) }
    }
    disturbed = old.compactMap { record in
      guard let decision = record.decision else { return nil }
      let standing = now.standing(of: decision)
      let stood = earlier.standing(of: decision)
      return standing.state == stood.state && standing.obstacles == stood.obstacles
        ? nil : Standing(record: record, standing: standing)
    }
  }

  var needsPerson: Bool {
    !loosened.isEmpty || standings.contains { $0.standing.state == .broken }
  }

  var text: String {
    var lines = [isDryRun ? "Would be recorded (nothing was written):" : "Recorded in decisions.yaml:", ""]
    let letters = standings.filter { $0.record.entry.isOfLetter && $0.standing.state == .kept }
    let isLong = letters.count > Self.most
    for found in standings where !isLong || !found.record.entry.isOfLetter || found.standing.state != .kept {
      lines += self.lines(found)
    }
    if isLong {
      for verb in [DecisionVerb.told, .sent] {
        let entries = letters.map(\.record.entry).filter { $0.verb == verb }
        guard !entries.isEmpty else { continue }
        let clients = Set(entries.compactMap(\.client)).sorted().map(\.text)
        lines += [
          verb == .told
            ? "  \(entries.count) decisions that \(clients.count) clients have been told:"
            : "  \(entries.count) letters that promise nothing new, sent to \(clients.count) clients:",
          "    \(IDList.text(clients))",
        ]
      }
    }
    if !loosened.isEmpty {
      lines += ["", "With this, what was decided before cannot be kept:", ""]
      for found in loosened { lines += self.lines(found) }
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

  private var loosened: [Standing] {
    disturbed.filter { $0.standing.state == .broken }
  }

  private var replaced: [Standing] {
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

  private func lines(_ found: Standing) -> [String] {
    let (record, standing) = (found.record, found.standing)
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

extension DecisionEntry {
  /// Whether it says that a letter went out.
  fileprivate var isOfLetter: Bool { verb == .told || verb == .sent }
}
