import Foundation
import Testing

/// Contacts, supervisors and meetings stand in four places: plan.json, the calendars, the briefs, the summary.
@Suite("Contacts and handovers are the same wherever they stand")
struct ContactTests {
  /// One of them: `contact ann ben 2026-12-21`, `handover ann ben 2026-12-18T15:00:00Z`.
  private typealias Fact = String

  private func facts(ofPlan plan: [String: Any]) throws -> Set<Fact> {
    var facts: Set<Fact> = []
    for absence in try #require(plan["absences"] as? [[String: Any]]) {
      let absent = try #require(absence["clinician"] as? String)
      func add(_ list: String, _ kind: String, _ time: String) {
        for entry in absence[list] as? [[String: Any]] ?? [] {
          guard let by = entry["by"] as? String, let at = entry[time] as? String else { continue }
          let supervisee = (entry["supervisee"] as? String).map { " " + $0 } ?? ""
          facts.insert("\(kind) \(absent) \(by) \(at)\(supervisee)")
        }
      }
      add("contacts", "contact", "date")
      add("supervisors", "contact", "date")
      add("handovers", "handover", "start")
      add("handbacks", "handback", "start")
    }
    return facts
  }

  private func facts(ofCalendar text: String, zone: TimeZone) throws -> Set<Fact> {
    let events = text.replacing("\r\n ", with: "").components(separatedBy: "BEGIN:VEVENT").dropFirst()
    return Set(
      try events.compactMap { event -> Fact? in
        func value(_ name: String) -> String? {
          event.split(separator: "\r\n").first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }
            .flatMap { $0.split(separator: ":", maxSplits: 1).last.map(String.init) }
        }
        let kind = try #require(value("X-PLAN-COVER-KIND"))
        let uid = try #require(value("UID"))
        guard kind == "contact" || kind == "handover" else { return nil }
        let (absent, by) = (try #require(value("X-PLAN-COVER-FOR")), try #require(value("X-PLAN-COVER-BY")))
        let start = try Self.time(try #require(value("DTSTART")), zone)
        let supervisee = value("X-PLAN-COVER-SUPERVISEE").map { " " + $0 } ?? ""
        return "\(uid.hasPrefix("handback") ? "handback" : kind) \(absent) \(by) \(start)\(supervisee)"
      })
  }

  /// `20261221` as `2026-12-21`, a local time as an instant of plan.json.
  private static func time(_ text: String, _ zone: TimeZone) throws -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = text.hasSuffix("Z") ? TimeZone(identifier: "UTC") : zone
    let isDay = text.count == 8
    formatter.dateFormat = isDay ? "yyyyMMdd" : text.hasSuffix("Z") ? "yyyyMMdd'T'HHmmss'Z'" : "yyyyMMdd'T'HHmmss"
    let date = try #require(formatter.date(from: text))
    formatter.timeZone = isDay ? zone : TimeZone(identifier: "UTC")
    formatter.dateFormat = isDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'"
    return formatter.string(from: date)
  }

  /// What a fact is called on the practice's clock: `Fri 18 Dec 15:00`, `Mon 21 Dec`.
  private static func clock(_ time: String, _ zone: TimeZone) throws -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = time.count == 10 ? zone : TimeZone(identifier: "UTC")
    formatter.dateFormat = time.count == 10 ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'"
    let date = try #require(formatter.date(from: time))
    formatter.timeZone = zone
    formatter.dateFormat = time.count == 10 ? "EEE d MMM" : "EEE d MMM HH:mm"
    return formatter.string(from: date)
  }

  private func check(_ folder: URL, zone: TimeZone) throws {
    func read(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appendingPathComponent("cover/\(path)")), as: UTF8.self)
    }
    let plan = try #require(try JSONSerialization.jsonObject(with: Data(read("plan.json").utf8)) as? [String: Any])
    let planned = try facts(ofPlan: plan)
    #expect(planned.count > 4)
    #expect(try facts(ofCalendar: read("practice.ics"), zone: zone) == planned)
    let summary = try read("summary.txt").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cover/clinicians") {
      let clinician = String(name.dropLast(4))
      let own = planned.filter { $0.split(separator: " ").dropFirst().contains { $0 == clinician } }
      #expect(try facts(ofCalendar: read("clinicians/\(name)"), zone: zone) == own, "\(clinician)")
      let given = planned.filter { $0.split(separator: " ")[2] == clinician }
      let brief = try? read("briefs/\(clinician).txt")
      for fact in given {
        let words = fact.split(separator: " ").map(String.init)
        let clock = try Self.clock(words[3], zone)
        if words[0] == "contact" { continue }
        #expect(summary.contains("(\(clock))"), "summary.txt: \(fact)")
        let line = brief?.split(separator: "\n").first { $0.contains(clock) && $0.contains(words[0]) }
        #expect(line != nil, "briefs/\(clinician).txt: \(fact)")
      }
      #expect(contactDays(inBrief: brief ?? "") == given.count { $0.hasPrefix("contact ") }, "briefs/\(clinician).txt")
    }
  }

  /// The days of contact and of supervision that a brief's runs add up to.
  private func contactDays(inBrief brief: String) -> Int {
    let text = brief.split(separator: "\n").reduce(into: [String]()) { lines, line in
      if line.hasPrefix("       "), !lines.isEmpty {
        lines[lines.count - 1] += " " + line.drop { $0 == " " }
      } else {
        lines.append(String(line))
      }
    }
    return text.reduce(0) { sum, line in
      guard line.contains("  contact for the clients of ") || line.contains("  supervisor of ") else { return sum }
      let numbers = line.dropFirst(2).components(separatedBy: "  ")[0].split(separator: " ").compactMap { Int($0) }
      let people =
        line.contains("  supervisor of ")
        ? line.components(separatedBy: ", for ")[0].components(separatedBy: ", ").count
          + (line.components(separatedBy: ", for ")[0].contains(" and ") ? 1 : 0) : 1
      // A run never leaves its week; over the turn of a month its end counts on.
      let length = numbers.count < 2 ? 1 : (numbers[1] - numbers[0] + 1 + (numbers[1] < numbers[0] ? 31 : 0))
      return sum + length * people
    }
  }

  @Test("in the sample practice")
  func sample() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("contacts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Program.project.appendingPathComponent("calendars"), to: folder)
    try? FileManager.default.removeItem(at: folder.appendingPathComponent("cover"))
    let time = ["--from", "2026-12-14", "--now", "2026-11-20T09:00:00Z"]
    #expect(try Program.run(["plan", folder.path] + time).status == 2)
    try check(folder, zone: try #require(TimeZone(identifier: "Europe/London")))
  }

  @Test("in practices of one week after another, with leave on other days", arguments: 0..<4)
  func generated(number: Int) throws {
    let practice = try PracticeOnDisk()
    let first = 14 + number
    try practice.calendar(
      "leave.ics",
      [
        "UID:l\nDTSTAMP:20261101T000000Z\nSUMMARY:ann\nDTSTART;VALUE=DATE:202612\(first)\nDTEND;VALUE=DATE:202612\(first + 5)",
        "UID:m\nDTSTAMP:20261101T000000Z\nSUMMARY:cat\nDTSTART;VALUE=DATE:202612\(first + 6)\nDTEND;VALUE=DATE:202612\(first + 8)",
      ])
    try practice.write(
      "practice.yaml",
      try practice.read("practice.yaml").replacing("id: ben, ", with: "id: ben, supervises: true, ")
        .replacing("id: ann, ", with: "id: ann, supervises: true, ")
        .replacing("id: cat, ", with: "id: cat, supervisor: \(number % 2 == 0 ? "ann" : "ben"), "))
    try practice.run("plan")
    try check(practice.folder, zone: try #require(TimeZone(identifier: "Europe/London")))
  }
}
