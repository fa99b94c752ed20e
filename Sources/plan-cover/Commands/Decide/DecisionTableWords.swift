import CivilTime
import CoverDomain
import CoverIntake
import CoverVerification

/// Decisions in a manager's words: ids alone.
struct DecisionTableWords {
  let zone: Zone

  /// `assign ben-lee`.
  func what(_ entry: DecisionEntry) -> String {
    switch entry.kind {
    case .assign(let id), .forbid(let id): "\(entry.verb.rawValue) \(id)"
    case .wait, .told, .consented: entry.verb.rawValue
    case .sent(let letter): "sent \(letter.rawValue)"
    case .leave(let id, let days):
      "leave \(id) \(days.lowerBound.iso8601)"
        + (days.count == 1 ? "" : "..\(days.upperBound.iso8601)")
    }
  }

  /// `AB12, absence amara-osei 2026-12-21`.
  func whom(_ entry: DecisionEntry) -> String {
    if case .leave(let id, let days) = entry.kind {
      return "\(id) is away for \(days.count == 1 ? "1 day" : "\(days.count) days")"
    }
    let parts = [
      entry.client?.text, entry.absence.map { "absence \($0.clinician) \($0.day.iso8601)" },
      entry.session.map { "session \(TerminalText.line($0))" }, entry.clinician.map { "of \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// `Tue 2026-12-22 10:00  AB12 of amara-osei`.
  func describe(_ session: Session) -> String {
    let time = LocalClock(zone: zone).text(session.interval.start)
    return "\(time)  \(session.clients.map(\.text).joined(separator: ", ")) of \(session.clinician)"
  }

  /// `kept`, `rests: …`, `cannot be kept: …`, `over`.
  func state(_ standing: DecisionStanding) -> String {
    switch standing.state {
    case .kept: "kept"
    case .over: "over"
    case .rests: "rests" + (standing.reason.map { ": \($0)" } ?? "")
    case .broken: "cannot be kept" + (standing.reason.map { ": \($0)" } ?? "")
    }
  }

  /// What stands in the way, session by session, by rule.
  func obstacles(_ standing: DecisionStanding) -> [String] {
    standing.obstacles.flatMap { obstacle -> [String] in
      let rules = zip(obstacle.rules, obstacle.details).map { "  \($0.code) \($0.rawValue): \(TerminalText.line($1))" }
      return [
        "\(describe(obstacle.session)): \(obstacle.colleague) cannot take it: "
          + obstacle.rules.map(\.rawValue).joined(separator: ", ")
      ] + rules
    }
  }
}
