import CivilTime
import CoverDomain
import CoverIntake
import Foundation

/// A folder of calendars for one test, without practice.yaml and clients.csv; removed with the value.
final class CalendarFolder {
  let url: URL

  init(_ files: [String: String] = [:], name: String = "harbour-street") throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("plan-cover-draft-\(UUID().uuidString)")
      .appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  func write(_ path: String, _ data: Data) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// As on 2026-12-14 at noon.
  func draft(zone: String? = nil) throws -> PracticeDrafting.Result {
    try PracticeDrafting(folder: url, now: IntakeOptions.december.now, zone: zone).draft()
  }

  /// What is wrong with it; empty where a draft can be made.
  func problems(zone: String? = nil) -> [String] {
    do throws(IntakeFailure) {
      _ = try PracticeDrafting(folder: url, now: IntakeOptions.december.now, zone: zone).draft()
      return []
    } catch {
      switch error {
      case .problems(let problems): return problems.filter { $0.severity == .error }.map(\.description)
      case .option(let message, let hint): return [message + (hint.map { "\nhint: \($0)" } ?? "")]
      }
    }
  }

  /// The practice as it is read with what was drafted.
  func read(_ result: PracticeDrafting.Result) throws -> Intake.Result {
    try write("practice.yaml", Data(result.practice.utf8))
    try write("clients.csv", Data(result.clients.utf8))
    defer {
      for name in ["practice.yaml", "clients.csv"] {
        try? FileManager.default.removeItem(at: url.appendingPathComponent(name))
      }
    }
    return try Intake(folder: url, options: .december).read()
  }

  /// A calendar of weekly events in London from October 2026 on, each at its own time, with the lines given.
  static func weekly(_ events: [[String]], header: String = "") -> String {
    let components = events.enumerated().map { number, lines in
      let day = 5 + number % 5
      let hour = 9 + number / 5 % 8
      let time = "202610\(day < 10 ? "0" : "")\(day)T\(hour < 10 ? "0" : "")\(hour)"
      let fixed = [
        "BEGIN:VEVENT", "UID:e\(number)-\(abs(lines.joined().utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 1_000_003 }))",
        "DTSTAMP:20261001T090000Z", "DTSTART;TZID=Europe/London:\(time)0000", "DTEND;TZID=Europe/London:\(time)5000",
      ]
      let recurs = lines.contains { $0.hasPrefix("RRULE") } ? [] : ["RRULE:FREQ=WEEKLY"]
      return (fixed + recurs + lines.filter { $0 != "RRULE:none" } + ["END:VEVENT"]).joined(separator: "\n")
    }
    return TemporaryPractice.calendar(components.joined(separator: "\n"), header: header)
  }

  /// The same with nothing but titles.
  static func titled(_ titles: String..., header: String = "") -> String {
    weekly(titles.map { ["SUMMARY:\($0)"] }, header: header)
  }
}

extension PracticeDrafting.Result {
  /// Each client as `id name (clinician)`.
  var clientLines: [String] { draft.clients.map { "\($0.id) \($0.name) (\($0.clinician))" } }
}
