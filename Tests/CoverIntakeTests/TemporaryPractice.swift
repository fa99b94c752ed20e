import CivilTime
import CoverIntake
import Foundation

/// A practice folder for one test: small, valid, and removed with the value.
final class TemporaryPractice {
  let url: URL

  /// Two clinicians with empty calendars and two clients; the texts replace or add files.
  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("plan-cover-intake-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in TemporaryPractice.standard.merging(files, uniquingKeysWith: { $1 }) { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func write(_ path: String, _ data: Data) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appendingPathComponent(path)) }

  /// Reads it as on 2026-12-14 at noon, for the four weeks from that day, unless said otherwise.
  func read(_ options: IntakeOptions = .december) throws -> Intake.Result {
    try Intake(folder: url, options: options).read()
  }

  /// The messages of what is wrong with it; empty when nothing is.
  func problems(_ options: IntakeOptions = .december) -> [String] {
    do throws(IntakeFailure) {
      _ = try Intake(folder: url, options: options).read()
      return []
    } catch {
      switch error {
      case .problems(let problems): return problems.filter { $0.severity == .error }.map(\.description)
      case .option(let message, let hint): return [message + (hint.map { "\nhint: \($0)" } ?? "")]
      }
    }
  }

  static let standard = [
    "practice.yaml": """
    practice:
      name: Test Practice
      timezone: Europe/London
      hours: {mon-fri: "09:00-17:00"}
      sites: [harbour-street, mill-lane]
    clinicians:
      - id: ann
        name: Dr Ann Archer
        email: ann@practice.example
      - id: ben
        name: Ben Brook
        email: ben@practice.example

    """,
    "clients.csv": """
    id,name,clinician,email
    C1,Maria Rossi,ann,maria@client.example
    C2,Tom Jones,ben,tom@client.example

    """,
    "clinicians/ann.ics": calendar(""),
    "clinicians/ben.ics": calendar(""),
  ]

  /// A calendar with those components.
  static func calendar(_ components: String, header: String = "") -> String {
    let lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"]
    let body = [header, components].filter { !$0.isEmpty }
    return (lines + body + ["END:VCALENDAR", ""]).joined(separator: "\n").replacing("\n", with: "\r\n")
  }

  /// An event; its UID is `uid`, and the lines are its own.
  static func event(_ uid: String, _ lines: String...) -> String {
    (["BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:20261101T090000Z"] + lines + ["END:VEVENT"]).joined(separator: "\n")
  }
}

extension IntakeOptions {
  /// On 2026-12-14 at noon, for four weeks.
  static let december = IntakeOptions(
    from: Day("2026-12-14"), to: Day("2027-01-11"), now: Instant("2026-12-14T12:00:00Z") ?? Instant(seconds: 0))
}

/// Where the repository lies.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
