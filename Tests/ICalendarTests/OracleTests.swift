import CivilTime
import Foundation
import ICalendar
import Testing

/// The readings of other programs, where a Python that has them is there.
enum Oracle {
  /// PLAN_COVER_ORACLE_PYTHON, else the environment that the set-up makes.
  static let dateutil = python(that: "import dateutil")
  static let recurringEvents = python(that: "import recurring_ical_events")

  /// PLAN_COVER_ORACLE_PYTHON, else the one of the environment that the set-up makes for the tests; nil when it lacks the
  /// package.
  private static func python(that imports: String) -> String? {
    let folder = Samples.fixtures.deletingLastPathComponent()
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["PLAN_COVER_ORACLE_PYTHON"],
      folder.appending(path: ".tools/venv/bin/python").path,
    ]
    return candidates.compactMap { $0 }.first { python in
      (try? output(python, ["-c", imports + "; print('yes')"])) == "yes\n"
    }
  }

  /// What a script of the folder `oracle` prints.
  static func lines(_ python: String?, _ script: String, _ arguments: String...) throws -> [Substring] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "oracle/\(script)").path
    return try output(#require(python), [path] + arguments).split(separator: "\n")
  }

  private static func output(_ python: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return "" }
    return String(decoding: data, as: UTF8.self)
  }
}

@Suite struct OracleTests {
  @Test(
    .enabled(if: Oracle.dateutil != nil, "no Python with dateutil: set PLAN_COVER_ORACLE_PYTHON to one"),
    arguments: [1, 2])
  func `rules have the instances that dateutil finds`(seed: Int) throws {
    let cases = try Oracle.lines(Oracle.dateutil, "rules.py", "400", "\(seed)")
    #expect(cases.count == 400)
    // Every second of some days is more than a practice's calendar may hold.
    let limits = CalendarLimits(maxOccurrencesPerComponent: 500_000)
    for line in cases {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let document = try Samples.event("DTSTART:\(parts[0])\nRRULE:\(parts[1])")
      let expansion = document.expand(over: try Samples.interval(parts[2], parts[3]), zone: .utc, limits: limits)
      #expect(expansion.fates == [.expanded], "\(line.prefix(300))")
      let found = expansion.occurrences.map(\.interval.start.basic)
      let theirs = parts[4].split(separator: ",").map(String.init)
      guard found != theirs else { continue }
      let ours = found.filter { !Set(theirs).contains($0) }
      let missing = theirs.filter { !Set(found).contains($0) }
      if OracleTests.isExplained(rule: parts[1], ours: ours, missing: missing) { continue }
      Issue.record("\(parts[0]) \(parts[1]): only here \(ours.prefix(3)), only there \(missing.prefix(3))")
    }
  }

  @Test(
    .enabled(
      if: Oracle.recurringEvents != nil,
      "no Python with recurring-ical-events: set PLAN_COVER_ORACLE_PYTHON to one"),
    arguments: [1, 2])
  func `series have the occurrences that recurring-ical-events finds`(seed: Int) throws {
    let cases = try Oracle.lines(Oracle.recurringEvents, "series.py", "300", "\(seed)")
    #expect(cases.count == 300)
    for line in cases {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let data = try #require(Data(base64Encoded: parts[0]))
      let found = try CalendarDocument(parsing: data).times(parts[1], parts[2])
      let theirs = parts[3].split(separator: ",").map(String.init)
      guard Set(found) != Set(theirs) else { continue }
      let ours = Set(found).subtracting(theirs).sorted()
      let missing = Set(theirs).subtracting(found).sorted()
      Issue.record(
        "only here \(ours.prefix(5)), only there \(missing.prefix(5)), \(parts[1])-\(parts[2]) of\n\(String(decoding: data, as: UTF8.self))"
      )
    }
  }

  /// Where the project and dateutil differ and the project is right.
  private static func isExplained(rule: String, ours: [String], missing: [String]) -> Bool {
    // dateutil leaves out the days of January that belong to the last week of the year before (RFC 5545 §3.3.10 BYWEEKNO,
    // weeks as in ISO 8601: 1 January 2011 lies in week 52 of 2010).
    rule.contains("BYWEEKNO") && missing.isEmpty
      && ours.allSatisfy {
        $0.dropFirst(4).hasPrefix("0101") || $0.dropFirst(4).hasPrefix("0102") || $0.dropFirst(4).hasPrefix("0103")
      }
  }
}
