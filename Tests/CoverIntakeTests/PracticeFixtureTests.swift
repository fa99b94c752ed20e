import CivilTime
import CoverDomain
import CoverIntake
import Foundation
import Testing

@Suite("Small practices and what is read of them")
struct PracticeFixtureTests {
  static let names = [
    "couple-and-co-therapist", "foreign-record-system", "initials-settled-by-hand", "published-and-answered",
  ]

  @Test("Each is read as its reading.txt says", arguments: names)
  func reading(name: String) throws {
    let folder = Repository.root.appendingPathComponent("fixtures/practices/\(name)")
    let text = Self.described(try Intake(folder: folder, options: .december).read())
    let file = folder.appendingPathComponent("reading.txt")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil { try Data(text.utf8).write(to: file) }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  /// The situation and the reading, a fact a line.
  private static func described(_ result: Intake.Result) -> String {
    let situation = result.situation
    var lines: [String] = []
    func span(_ interval: Interval) -> String { "\(interval.start.iso8601) \(interval.length / 60)min" }
    for clinician in situation.practice.clinicians.map(\.id) {
      let diary = situation.diaries[clinician] ?? Diary()
      lines += diary.leave.map { "leave \(clinician) \(span($0.interval)) \($0.source.file):\($0.source.line ?? 0)" }
      lines += diary.sessions.map { session in
        "session \(clinician) \(session.id.key) \(span(session.interval)) \(session.clients.map(\.text).joined(separator: ";")) \(session.place)"
      }
      lines += diary.busy.map { "busy \(clinician) \(span($0))" }
    }
    lines += situation.closures.map { "closure \(span($0.interval))" }
    lines += situation.demands.map { "demand \($0.session.id) \($0.need)\($0.isClosed ? " closed" : "")" }
    lines += situation.published.map { "published \($0.session) by \($0.by) \(span($0.interval)) #\($0.sequence)" }
    lines += situation.answers.map { "answer \($0.colleague) \($0.kind) \($0.session)" }
    lines += situation.pins.map { "pin \($0.session) \($0.colleague) \($0.reason)" }
    lines += result.reading.unrecognised.map {
      "unrecognised \($0.clinician) \(span($0.interval)) near \($0.candidates.map(\.text).joined(separator: ";"))"
    }
    lines += result.reading.notUnderstood.map { "not understood \($0.source.file):\($0.source.line ?? 0) \($0.reason)" }
    lines += result.reading.remarks.map { "remark \($0)" }
    lines += result.reading.ledger.map { entry in
      let counts = LedgerKind.allCases.filter { entry.count($0) > 0 }.map { "\($0.rawValue) \(entry.count($0))" }
      return "ledger \(entry.file) \(entry.components): \(counts.joined(separator: ", "))"
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
