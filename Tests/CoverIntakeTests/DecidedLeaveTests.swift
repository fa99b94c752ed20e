import CivilTime
import CoverDomain
import Foundation
import Testing

@testable import CoverIntake

@Suite("Leave that was decided, and the page about decisions")
struct DecidedLeaveTests {
  private func decided(_ line: String) throws -> TemporaryPractice {
    try TemporaryPractice(["decisions.yaml": "decisions:\n  - \(line)\n"])
  }

  @Test("Decided leave is read as leave of the command line is, both days included")
  func sameAsOption() throws {
    let days = try #require(LeaveText.days("2026-12-21..2026-12-22"))
    let option = IntakeOptions(
      from: IntakeOptions.december.from, to: IntakeOptions.december.to, now: IntakeOptions.december.now,
      extraLeave: [.init(clinician: ClinicianID("ann"), days: days)])
    let one = try TemporaryPractice().read(option)
    let other = try decided("leave: ann 2026-12-21..2026-12-22").read()
    #expect(one.situation.absences == other.situation.absences)
    #expect(one.situation.absences.map(\.dayCount) == [2])
    #expect(one.reading.intervals.map(\.interval) == other.reading.intervals.map(\.interval))
    #expect(other.reading.intervals.map(\.source) == [Source(file: "decisions.yaml", line: 2)])
    #expect(other.situation.pins.isEmpty)
  }

  @Test("Leave on one day, by all forms that are allowed", arguments: ["2026-12-21", "2026-12-21..2026-12-21"])
  func oneDay(days: String) throws {
    let result = try decided("{leave: ann \(days), by: Office, at: 2026-12-01T09:00:00Z, why: ill}").read()
    #expect(result.situation.absences.map(\.dayCount) == [1])
    #expect(result.decisions.map(\.entry.by) == ["Office"])
  }

  @Test(
    "What is wrong with it, or with a letter that was sent, is told",
    arguments: [
      ("leave: an 2026-12-21", "'leave' is no clinician of practice.yaml: did you mean 'ann'?"),
      ("leave: ann 21.12.2026", "'leave' cannot be read"),
      ("leave: ann 2026-12-22..2026-12-21", "'leave' cannot be read"),
      ("{leave: ann 2026-12-21, client: C1}", "'client' stands beside it"),
      (
        "{sent: remainder, client: C1, absence: ann 2026-12-21}",
        "'sent' names no such letter: did you mean 'reminder'?"
      ),
      ("{sent: reminder, client: C1}", "'sent' does not say about which absence"),
      ("{sent: return, session: x, absence: ann 2026-12-21}", "'session' stands beside it"),
      ("{leave: ann 2026-12-21, wait: true}", "a decision of two kinds: wait, leave"),
    ])
  func wrong(line: String, message: String) throws {
    let problems = try decided(line).problems()
    #expect(problems.count == 1 && problems[0].contains(message), "\(problems)")
  }

  @Test(
    "A list that was left without a decision is as none",
    arguments: ["decisions:\n", "decisions: ~\n", "decisions: []\n"])
  func empty(text: String) throws {
    #expect(try TemporaryPractice(["decisions.yaml": text]).read().decisions.isEmpty)
  }

  @Test("The page about decisions has every kind, in order, with what it means")
  func documented() throws {
    let page = try String(
      contentsOf: Repository.root.appendingPathComponent("documentation/decisions.md"), encoding: .utf8)
    let rows = DecisionVerb.allCases.map { "| `\($0.form)` | \($0.sentence)" }
    let found = page.split(separator: "\n").filter { line in rows.contains { line.hasPrefix($0) } }
    #expect(found.count == rows.count)
    #expect(zip(found, rows).allSatisfy { $0.hasPrefix($1) })
    for verb in DecisionVerb.forms { #expect(page.contains("plan-cover decide \(verb.rawValue) ")) }
  }
}
