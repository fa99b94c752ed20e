import CivilTime
import CoverDomain

/// A draft as practice.yaml: every guess with where it comes from, and what no calendar tells as lines to fill in.
struct DraftPracticeText {
  private let draft: PracticeDraft
  private let calendars: Int

  private static let column = 58

  init(_ draft: PracticeDraft, calendars: Int) {
    self.draft = draft
    self.calendars = calendars
  }

  var text: String {
    let parts = [heading, practice, clinicians, rules, leave, events].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var heading: [String] {
    [
      "# Drafted by plan-cover init from \(calendars == 1 ? "1 calendar" : "\(calendars) calendars"), "
        + "\(draft.days.lowerBound.iso8601) to \((draft.days.upperBound - 1).iso8601).",
      "# GUESS marks what the calendars seem to say: look at each, correct it, and remove the mark.",
      "# FILL IN marks what no calendar tells: take away the first # of the line, and put in what is true.",
      "# Every key is described in documentation/practice-yaml.md.",
    ]
  }

  // MARK: practice

  private var practice: [String] {
    var lines = [
      "practice:",
      line("  name: \(YamlScalar.text(draft.name))", "GUESS: the name of the folder; it stands in every letter"),
      line("  timezone: \(YamlScalar.text(draft.zone.zone.identifier))", zoneRemark),
      line("  # email: office@practice.example", "FILL IN: where clients and colleagues answer to"),
      line("  # phone: \"+44 20 7946 0000\"", "FILL IN"),
      line(
        "  # urgent-help: \"Call ..., at any time.\"",
        "FILL IN: where to turn when it cannot wait; stands in every letter"),
      line("  # language: en", "FILL IN where letters are not in English: fr, de, es, pl, ar"),
      line(
        "  hours: \(Self.flow(draft.hours))",
        draft.hoursAreSeen
          ? "GUESS: from the first begin to the last end of anybody's sessions" : "FILL IN: nothing was seen of it"),
    ]
    if draft.sites.isEmpty {
      lines.append(line("  # sites: [main-street]", "FILL IN where there are several: words of the events' locations"))
    } else {
      let seen = draft.sites.map { "\($0.sessions)" }.joined(separator: " and ")
      lines.append(
        line("  sites: \(Self.list(draft.sites.map(\.id.text)))", "GUESS: the locations of \(seen) sessions"))
    }
    return lines
  }

  private var zoneRemark: String {
    switch draft.zone.origin {
    case .given: "as --timezone says"
    case .calendars(let count, let all):
      "GUESS: the zone of \(count) of \(all == 1 ? "1 calendar" : "\(all) calendars")"
    case .assumed: "FILL IN: no calendar names a zone, and UTC is nobody's; such as Europe/London"
    }
  }

  // MARK: clinicians

  private var clinicians: [String] {
    ["clinicians:"]
      + draft.clinicians.map { clinician($0).joined(separator: "\n") }.joined(separator: "\n\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
  }

  private func clinician(_ one: DraftClinician) -> [String] {
    var lines = [
      "  - id: \(YamlScalar.text(one.id.text))",
      line("    name: \(YamlScalar.text(one.name))", nameRemark(one)),
    ]
    if let email = one.email {
      lines.append(
        line(
          "    email: \(YamlScalar.text(email))",
          one.isEmailFitting ? "GUESS: it fits the name" : "GUESS: the calendar's owner"))
    } else {
      lines.append(line("    # email: name@practice.example", "FILL IN: knows them as a guest, and their answers"))
    }
    if let calendars = one.calendars { lines.append("    calendars: \(Self.list(calendars))") }
    lines.append(hours(one))
    if let sites = sites(one) { lines.append(sites) }
    if one.online == 0, one.sites != nil {
      lines.append(
        line("    # online: false", "FILL IN: no session online was seen, and cover may be; true by default"))
    }
    if one.mostInADay > 0 {
      lines.append(
        line(
          "    max-sessions-per-day: \(min(100, one.mostInADay))",
          "GUESS: the most on one day; the most in a week were \(one.mostInAWeek)"))
    }
    lines.append(line("    # max-cover-per-day: 2", "FILL IN: how much cover you would ask for, as per week"))
    if let supervisor = one.supervisionWith.first {
      let names = one.supervisionWith.map(\.text).joined(separator: ", ")
      lines.append(
        line(
          "    # supervisor: \(YamlScalar.text(supervisor.text))",
          "FILL IN: there is supervision with \(names); or supervises: true"))
    }
    lines.append(line("    # specialties: [anxiety, trauma]", "FILL IN, with languages, licences, level: trainee"))
    return lines
  }

  private func nameRemark(_ one: DraftClinician) -> String {
    switch one.nameOrigin {
    case .calendar: "GUESS: the name of the calendar"
    case .organizer: "GUESS: the organiser of the events"
    case .file: "GUESS: the name of the file; as clients know them"
    case .address: "GUESS: the address; as clients know them"
    case .none: "FILL IN: nothing names them"
    }
  }

  private func hours(_ one: DraftClinician) -> String {
    switch one.hours {
    case .stated: line("    # hours: as the calendar says", "it has them itself (VAVAILABILITY)")
    case .seen(let hours):
      line("    hours: \(Self.flow(hours))", "GUESS: sessions in \(one.weeks == 1 ? "1 week" : "\(one.weeks) weeks")")
    case .set(let hours): line("    hours: \(Self.flow(hours))", "GUESS: as set in Outlook; too few sessions were seen")
    case .unknown:
      line("    # hours: {mon-fri: \"09:00-17:00\"}", "FILL IN: too little was seen; the practice's hours hold")
    }
  }

  private func sites(_ one: DraftClinician) -> String? {
    guard let sites = one.sites, !draft.sites.isEmpty, sites.count < draft.sites.count else { return nil }
    return line(
      "    sites: \(Self.list(sites.map(\.text)))",
      sites.isEmpty ? "GUESS: all sessions are online" : "GUESS: where sessions were seen")
  }

  // MARK: The rest

  private var rules: [String] {
    [
      line("# rules:", "FILL IN: the defaults hold"),
      line("#   break-minutes: 10", "between two sessions"),
    ]
  }

  private var leave: [String] {
    guard !draft.leaveWords.isEmpty else { return [] }
    return [
      "leave:", line("  summaries: \(Self.list(draft.leaveWords))", "GUESS: words for leave in titles of long events"),
    ]
  }

  private var events: [String] {
    guard !draft.entries.isEmpty else { return [] }
    return [
      "# GUESS: whom these titles mean; clients.csv alone would not tell.", "events:",
    ]
      + draft.entries.map { entry in
        let clients = entry.clients.map { YamlScalar.text($0.text) }
        let client = clients.count == 1 ? clients[0] : "[\(clients.joined(separator: ", "))]"
        return
          "  - {summary: \(YamlScalar.text(entry.summary)), clinician: \(YamlScalar.text(entry.clinician.text)), client: \(client)}"
      }
  }

  private static func list(_ texts: [String]) -> String { "[\(texts.map(YamlScalar.text).joined(separator: ", "))]" }

  private static func flow(_ hours: WeeklyHours) -> String {
    "{\(hours.runs.map { "\($0.days): \"\($0.hours)\"" }.joined(separator: ", "))}"
  }

  private func line(_ text: String, _ remark: String) -> String {
    text + String(repeating: " ", count: max(2, Self.column - text.count)) + "# " + remark
  }
}
