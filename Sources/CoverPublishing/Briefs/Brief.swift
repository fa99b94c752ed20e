import CivilTime
import CoverDomain

/// What a covering colleague needs to know, in one page: client ids only, and nothing of a client whose consent is not
/// recorded.
struct Brief: Sendable {
  let practice: Practice
  let colleague: ClinicianID
  /// The colleague's events that are not over, by time.
  let events: [CoverEvent]

  private var names: Names { Names(practice: practice) }
  private var times: LocalTimes { LocalTimes(zone: practice.zone) }

  /// One for every colleague who gives something, by id.
  static func all(practice: Practice, events: [CoverEvent], now: Instant) -> [Brief] {
    let standing = Dictionary(
      grouping: events.filter { $0.time.interval(in: practice.zone).end > now }, by: \.by)
    return practice.clinicians.compactMap { clinician in
      standing[clinician.id].map { Brief(practice: practice, colleague: clinician.id, events: $0) }
    }
  }

  var text: String {
    var lines = ["BRIEF FOR \(names.clinician(colleague).uppercased())", PlainText.oneLine(practice.name), ""]
    lines += PlainText.wrapped(
      "For your eyes. Clients are named by their ids; look them up in the practice's records.", width: 76)
    for absent in Set(events.map(\.absent)).sorted() {
      lines += section(absent, events.filter { $0.absent == absent })
    }
    lines += ["", "WHAT TO DO WHEN", ""]
    lines += duties.flatMap { bullet($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ absent: ClinicianID, _ events: [CoverEvent]) -> [String] {
    var lines = ["", "FOR \(names.clinician(absent).uppercased())"]
    let covers = events.filter { $0.kind == .cover }
    if !covers.isEmpty { lines += ["", "  Appointments"] + covers.map { "    \(row($0))" } }
    let contacts = events.filter { $0.kind == .contact && $0.supervisee == nil }
    if !contacts.isEmpty {
      lines += ["", "  You are the contact for their clients on"] + contacts.map { "    \(day($0))" }
    }
    for supervisee in Set(events.compactMap(\.supervisee)).sorted() {
      lines += ["", "  You supervise \(names.clinician(supervisee)) on"]
      lines += events.filter { $0.supervisee == supervisee }.map { "    \(day($0))" }
    }
    let meetings = events.filter { $0.kind == .handover }
    if !meetings.isEmpty {
      lines += ["", "  Meetings"]
      lines += meetings.map { "    \(time($0))  \($0.isHandback ? "handback" : "handover")  \(clients($0))" }
    }
    return lines
  }

  private func row(_ event: CoverEvent) -> String {
    let place = event.place.isEmpty ? "" : "  \(event.place)"
    return "\(time(event))  \(clients(event))\(place)"
  }

  private func clients(_ event: CoverEvent) -> String {
    var parts = event.disclosed.isEmpty ? [] : [names.clients(event.disclosed)]
    if !event.withheld.isEmpty { parts.append("(named when consent to cover is recorded)") }
    return parts.joined(separator: " ")
  }

  private func time(_ event: CoverEvent) -> String { times.short(event.time.interval(in: practice.zone)) }

  private func day(_ event: CoverEvent) -> String {
    times.shortDayOfYear(practice.zone.day(of: event.time.interval(in: practice.zone).start))
  }

  private var duties: [String] {
    var duties = ["Now: accept or decline what you are asked. If you decline, somebody else is sought."]
    if events.contains(where: { $0.kind == .handover && !$0.isHandback }) {
      duties.append("At the handover: what each client needs, what was agreed, whom to call if things get worse.")
    }
    if events.contains(where: { $0.kind == .contact && $0.supervisee == nil }) {
      duties.append(
        "As contact: answer on the same day whatever cannot wait; clients have your name. The rest can wait for the"
          + " clinician.")
    }
    let reach = [practice.phone, practice.email].compactMap(\.self).map(PlainText.oneLine)
    let office = reach.isEmpty ? "the practice" : "the practice (\(reach.joined(separator: ", ")))"
    duties.append("If you cannot keep an appointment: tell \(office) at once, so that the client is told.")
    if let help = practice.urgentHelp.map(PlainText.oneLine), !help.isEmpty {
      duties.append("If somebody is in danger: \(help)")
    }
    duties.append("After each appointment: write it up in the practice's records, nowhere else.")
    let handback = events.contains { $0.isHandback }
    duties.append(
      handback
        ? "At the handback: what happened, what is open, what was promised."
        : "When the clinician is back: tell them what happened, what is open, what was promised.")
    duties.append("Afterwards: destroy this brief and every note of your own about these clients.")
    return duties
  }

  private func bullet(_ text: String) -> [String] {
    PlainText.wrapped(text, width: 74).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }
}
