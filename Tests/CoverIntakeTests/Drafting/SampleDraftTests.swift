import CivilTime
import CoverDomain
import CoverIntake
import Foundation
import Testing

/// The sample practice drafted from its calendars alone, held against what is true of it.
@Suite("The sample practice, drafted from its calendars")
struct SampleDraftTests {
  private static let sample = Repository.root.appendingPathComponent("calendars")
  private let now = Instant("2026-11-20T09:00:00Z") ?? Instant(seconds: 0)

  private func draft(_ work: (PracticeDrafting.Result, CalendarFolder) throws -> Void) throws {
    let folder = try CalendarFolder()
    for name in ["clinicians", "leave.ics", "closures.ics"] {
      try FileManager.default.copyItem(
        at: Self.sample.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
    try work(try PracticeDrafting(folder: folder.url, now: now).draft(), folder)
  }

  private func truth() throws -> Intake.Result {
    try Intake(folder: Self.sample, options: IntakeOptions(from: Day("2026-12-14"), now: now)).read()
  }

  /// What a client is known again by: the address, else the id, else the whole name.
  private func keys(_ id: String, _ name: String, _ email: String?) -> [String] {
    [email, id, name].compactMap { $0?.lowercased() }.filter { !$0.isEmpty }
  }

  @Test("Every client with two sessions or more is found, with the right clinician, and nobody besides")
  func clients() throws {
    let truth = try truth().situation
    try draft { result, _ in
      var known: [String: Client] = [:]
      for client in truth.clients.values {
        for key in keys(client.id.text, client.name, client.email) { known[key] = client }
      }
      var found: Set<ClientID> = []
      for draft in result.draft.clients {
        let client = try #require(
          keys(draft.id.text, draft.name, draft.email).lazy.compactMap { known[$0] }.first, "\(draft.id)")
        #expect(found.insert(client.id).inserted, "\(client.id) twice")
        #expect(client.clinician == draft.clinician)
      }
      #expect(found.count == 150 && truth.clients.count == 150)
      // The one who comes for the first time is said, and not taken.
      #expect(result.draft.doubtful.map(\.title) == ["J.T. first appointment?"])
    }
  }

  @Test("Zone, clinicians, sites and days of work are the true ones, and hours lie within the true hours")
  func frame() throws {
    let truth = try truth().situation.practice
    try draft { result, _ in
      #expect(result.draft.zone.zone == truth.zone)
      #expect(result.draft.sites.map(\.id) == truth.sites.sorted())
      #expect(result.draft.clinicians.map(\.id) == truth.clinicians.map(\.id).sorted())
      for draft in result.draft.clinicians {
        let one = try #require(truth.clinician(draft.id))
        #expect(draft.email == nil || draft.email == one.email, "\(draft.id)")
        if let sites = draft.sites { #expect(Set(sites).isSubset(of: one.sites), "\(draft.id)") }
        #expect(draft.mostInADay <= one.limits.sessionsPerDay ?? .max, "\(draft.id)")
        if draft.hours == .stated {
          #expect(one.hours == nil, "\(draft.id)")
          continue
        }
        let hours = one.hours ?? truth.hours
        guard case .seen(let seen) = draft.hours else {
          Issue.record("\(draft.id): \(draft.hours)")
          continue
        }
        for (weekday, ranges) in seen.ranges {
          let begin = hours.ranges[weekday]?.first?.start ?? .max
          let end = hours.ranges[weekday]?.last?.end ?? 0
          #expect(ranges.allSatisfy { begin <= $0.start && $0.end <= end }, "\(draft.id) \(weekday.abbreviation)")
        }
      }
    }
  }

  @Test("Read with the draft, the calendars hold the same sessions and the same absences")
  func reading() throws {
    let truth = try truth().situation
    try draft { result, folder in
      try folder.write("practice.yaml", Data(result.practice.utf8))
      try folder.write("clients.csv", Data(result.clients.utf8))
      let read = try Intake(folder: folder.url, options: IntakeOptions(from: Day("2026-12-14"), now: now)).read()
      #expect(read.reading.remarks.isEmpty)
      // Beyond the window each is read as far as its own rules ask for.
      let window = truth.window.interval
      func sessions(_ situation: Situation, _ id: ClinicianID) -> [SessionID: Int] {
        let all = situation.diaries[id]?.sessions.filter { $0.interval.overlaps(window) } ?? []
        return Dictionary(all.map { ($0.id, $0.clients.count) }, uniquingKeysWith: { $1 })
      }
      for id in truth.diaries.keys { #expect(sessions(read.situation, id) == sessions(truth, id), "\(id)") }
      #expect(read.situation.absencesInWindow.map(\.clinician) == truth.absencesInWindow.map(\.clinician))
    }
  }

  @Test("The same calendars give the same draft, to the byte")
  func deterministic() throws {
    var first: PracticeDrafting.Result?
    try draft { result, _ in first = result }
    try draft { result, _ in
      #expect(result.practice == first?.practice && result.clients == first?.clients)
      #expect(result.draft == first?.draft)
    }
  }
}

/// Whatever calendars hold, the draft of them can be read.
@Suite("Drafts of odd and hostile calendars")
struct HostileDraftTests {
  private static let files =
    ((try? FileManager.default.contentsOfDirectory(
      at: Repository.root.appendingPathComponent("fixtures/dialects"), includingPropertiesForKeys: nil)) ?? [])
    .map(\.lastPathComponent).sorted()

  @Test("There are dialects, each of which is tried")
  func isThere() { #expect(Self.files.count > 10) }

  @Test("A calendar of each dialect gives a draft that is read, or is refused with what is wrong", arguments: files)
  func dialects(name: String) throws {
    let folder = try CalendarFolder(["ben-lee.ics": CalendarFolder.titled("ZZ98")])
    try folder.write(
      "ann-fox.ics", try Data(contentsOf: Repository.root.appendingPathComponent("fixtures/dialects/\(name)")))
    let problems = folder.problems()
    if problems.isEmpty {
      let result = try folder.draft()
      let read = try folder.read(result)
      #expect(read.situation.clients.count == result.draft.clients.count)
    } else {
      #expect(problems.allSatisfy { $0.hasPrefix("ann-fox.ics") && $0.contains("\nhint: ") })
    }
  }

  private static let texts = [
    "=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "a: b", "- x", "# no", "\"quoted\" name", "'; DROP",
    "{a: b}", "[x]", "&a *a", "!!int 1",
    "%TAG", "null", "yes", "No", "2026-12-14", "1e5", "a\\nb", "Anna\u{202E}greB", "\u{FEFF}Anna Berg",
    "Anna\u{2028}Berg", "Анна Берг",
    "李 小龍", "أحمد علي", "Anna\tBerg", "<script>", "../../etc/passwd", "C:\\x", "Anna, \"Tom\"; Berg", "\u{1B}[31mAnna",
    "😀 Anna Berg", "x = y",
    "ID", "id,name", "Zoë O’Neill-D'Arcy", "'=1+1", "\u{85}Anna Berg", "e\u{301}va Novak", "A1,B2", "AB12\u{200B}",
    "---", "...", "? x", "| y", "> z",
  ]

  @Test("No name, title, address, place or file breaks out of its cell or its line", arguments: 0..<4)
  func injection(turn: Int) throws {
    func text(_ number: Int) -> String { Self.texts[(number + turn * 7) % Self.texts.count] }
    func escaped(_ text: String) -> String {
      text.replacing("\\n", with: "\n").replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing(
        ",", with: "\\,"
      )
      .replacing(";", with: "\\;")
    }
    func parameter(_ text: String) -> String {
      "\"" + text.replacing("\"", with: "'").replacing("\\n", with: " ") + "\""
    }
    let events = Self.texts.indices.flatMap { number -> [[String]] in
      [
        ["SUMMARY:\(escaped(text(number)))", "LOCATION:\(escaped(text(number + 3)))"],
        [
          "SUMMARY:Session \(escaped(text(number)))",
          "ATTENDEE;CN=\(parameter(text(number + 1))):mailto:=g\(number)@client.example",
        ],
        ["SUMMARY:Session", "ATTENDEE;CN=\(parameter(text(number + 1))):mailto:g\(number)@client.example"],
        ["SUMMARY:\(escaped(text(number)))", "X-PLAN-COVER-CLIENT:\(escaped(text(number + 5)))"],
      ]
    }
    let folder = try CalendarFolder(name: "= x: \(turn) #")
    try folder.write(
      "clinicians/ann fox: #1 {x}.ics",
      Data(CalendarFolder.weekly(events, header: "X-WR-CALNAME:\(escaped(text(2)))\nX-WR-TIMEZONE:Europe/London").utf8))
    try folder.write(
      "clinicians/=cmd.ics",
      Data(
        CalendarFolder.weekly([["SUMMARY:AB12"]], header: "X-OWNER;CN=\(parameter(text(4))):mailto:=o@x.example").utf8))
    let result = try folder.draft()
    // It is read as what was meant, and nothing besides.
    let read = try folder.read(result)
    #expect(read.situation.practice.clinicians.map(\.name) == result.draft.clinicians.map(\.name))
    #expect(Set(read.situation.clients.values.map(\.name)) == Set(result.draft.clients.map(\.name)))
    #expect(read.situation.clients.values.allSatisfy { $0.consent == .ask })
    // A spreadsheet takes no cell for a formula, and nothing steers whoever shows a file.
    for line in result.clients.split(whereSeparator: \.isNewline) {
      for cell in line.split(separator: ",", omittingEmptySubsequences: false) {
        #expect(!"=+-@'".contains(cell.drop { $0 == "\"" }.first ?? " "), "\(cell)")
      }
    }
    for file in [result.practice, result.clients] {
      let odd = file.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n" && scalar != "\r"
        case .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      }
      #expect(odd.isEmpty)
    }
  }
}
