import CivilTime
import CoverDomain
import CoverIntake
import Foundation
import Testing

@Suite("The ledger")
struct LedgerTests {
  /// Every calendar of the repository that is no error fixture.
  static let files: [String] = {
    let roots = ["calendars", "fixtures/dialects", "fixtures/practices"]
    return roots.flatMap { root in
      (FileManager.default.enumerator(atPath: Repository.root.appendingPathComponent(root).path)?.compactMap {
        $0 as? String
      } ?? [])
      .filter { $0.hasSuffix(".ics") && !$0.contains("cover/") }.map { "\(root)/\($0)" }
    }.sorted()
  }()

  @Test("Every component of a calendar ends in exactly one place, whoever's calendar it is", arguments: files)
  func addsUp(path: String) throws {
    let data = try Data(contentsOf: Repository.root.appendingPathComponent(path))
    let practice = try TemporaryPractice()
    for place in ["clinicians/ann.ics", "leave.ics", "closures.ics"] { try practice.write(place, data) }
    do throws(IntakeFailure) {
      let result = try Intake(folder: practice.url, options: .december).read()
      for entry in result.reading.ledger {
        #expect(entry.addsUp)
        let text = String(decoding: data, as: UTF8.self).replacing("\u{FEFF}", with: "")
        // Counted apart from the reader: what begins directly within a VCALENDAR.
        if entry.file != "clinicians/ben.ics" { #expect(entry.components == Self.components(text)) }
      }
      let named = result.reading.notUnderstood.count { $0.source.file == "leave.ics" }
      #expect(named == result.reading.ledger.first { $0.file == "leave.ics" }?.count(.notUnderstood))
    } catch {
      // A file that cannot be read at all is an error and never an empty calendar.
      guard case .problems(let problems) = error else {
        Issue.record("an option was refused")
        return
      }
      #expect(Set(problems.map(\.file)) == ["clinicians/ann.ics", "leave.ics", "closures.ics"])
    }
  }

  private static func components(_ text: String) -> Int {
    var depth = 0
    var count = 0
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("BEGIN:") {
        if depth == 1, line.trimmingCharacters(in: .whitespaces) != "BEGIN:VTIMEZONE" { count += 1 }
        depth += 1
      } else if line.hasPrefix("END:") {
        depth -= 1
      }
    }
    return count
  }
}
