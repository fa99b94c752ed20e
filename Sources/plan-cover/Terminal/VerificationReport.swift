import CivilTime
import CoverDomain
import CoverPublishing
import CoverVerification

/// What `verify` says: ids and times alone.
struct VerificationReport {
  let situation: Situation
  let findings: [BrokenPublication]
  /// Sessions for which the published plan had found nobody, and that still want cover.
  let open: [Session]

  var document: VerificationDocument {
    VerificationDocument(
      situation: situation,
      findings: findings.map {
        VerificationDocument.Finding(
          kind: $0.kind.rawValue, session: $0.session, by: $0.colleague, rules: $0.rules, sentence: $0.sentence)
      }, open: open)
  }

  var text: String {
    let window = situation.window
    let days = "\(window.from.iso8601) to \((window.to - 1).iso8601)"
    var lines: [String] = []
    if findings.isEmpty {
      lines.append("Every promise of the published plan stands (\(days)).")
    } else {
      let count = findings.count == 1 ? "1 thing has" : "\(findings.count) things have"
      lines += ["\(count) changed since the plan was published (\(days)):", ""]
      lines += findings.map { "  \($0.kind.words): \($0.sentence)" }
      lines += ["", "Run `plan-cover plan` for a plan that fits the calendars as they are now."]
    }
    if !open.isEmpty {
      lines += ["", "Without cover, as the published plan says:"]
      lines += open.map { session in
        let clients = session.clients.map(\.text).joined(separator: ", ")
        return
          "  \(LocalClock(zone: situation.practice.zone).text(session.interval.start))  \(clients) of \(session.clinician)"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension BrokenPublication.Kind {
  /// What has happened, in a manager's words.
  fileprivate var words: String {
    switch self {
    case .gone: "cancelled"
    case .moved: "moved"
    case .otherClients: "other clients"
    case .closed: "closed"
    case .withdrawn: "not needed"
    case .notWanted: "not wanted"
    case .broken: "broken"
    case .newlyAffected: "new"
    }
  }
}
