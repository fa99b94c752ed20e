import CivilTime
import CoverDomain
import CoverPublishing
import CoverVerification

/// What `verify` says: ids and times alone.
struct VerificationReport {
  let situation: Situation
  let findings: [BrokenPublication]
  /// Sessions for which the published plan had found nobody, and that still want cover.
  let open: [Demand]
  /// Named contacts who are not there, or not asked for, any more.
  let contacts: [BrokenContact]
  /// Handovers and handbacks that cannot be held as they were arranged.
  let meetings: [BrokenMeeting]
  let reading: Reading

  /// Whether something is left to a person.
  var needsPerson: Bool {
    !findings.isEmpty || !contacts.isEmpty || !meetings.isEmpty || open.contains { $0.need == .required }
      || reading.needsPerson
  }

  var document: VerificationDocument {
    VerificationDocument(
      situation: situation,
      findings: findings.map {
        VerificationDocument.Finding(
          kind: $0.kind.rawValue, session: $0.session, by: $0.colleague, rules: $0.rules, sentence: $0.sentence)
      }, contacts: contacts.map(\.sentence), meetings: meetings.map(\.sentence), open: open.map(\.session),
      reading: reading)
  }

  var text: String {
    let window = situation.window
    let days = LocalClock(zone: situation.practice.zone).days(window.from, window.to - 1)
    var lines: [String] = []
    let broken =
      findings.map { "\($0.kind.words): \($0.sentence)" } + contacts.map { "contact: \($0.sentence)" }
      + meetings.map { "meeting: \($0.sentence)" }
    if broken.isEmpty {
      lines.append("Every promise of the published plan stands (\(days)).")
    } else {
      let count = broken.count == 1 ? "1 thing has" : "\(broken.count) things have"
      lines += ["\(count) changed since the plan was published (\(days)):", ""]
      lines += broken.map { "  \($0)" }
      lines += ["", "Run `plan-cover plan` for a plan that fits the calendars as they are now."]
    }
    if !open.isEmpty {
      lines += ["", "Without cover, as the published plan says:"]
      lines += open.map(line)
    }
    if reading.needsPerson {
      lines += ["", "Something in the calendars was not recognised: run `plan-cover check`."]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension VerificationReport {
  /// `Tue 2026-12-22 10:00  AB12 of amara-osei: must be covered`.
  private func line(_ demand: Demand) -> String {
    let session = demand.session
    let time = LocalClock(zone: situation.practice.zone).text(session.interval.start)
    let clients = session.clients.map(\.text).joined(separator: ", ")
    return "  \(time)  \(clients) of \(session.clinician)" + (demand.need == .required ? ": must be covered" : "")
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
