import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("A large practice")
struct LargePracticeTests {
  /// A practice of so many clients, all of ann; the events of her leave name nobody for sure.
  private func time(clients count: Int, events: Int) throws -> Duration {
    let given = ["Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hal"]
    let rows = (0..<count).map { "K\($0),\(given[$0 % 8]) Family\($0),ann,person\($0)@client.example" }
    var calendar = [TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20261221", "SUMMARY:Annual leave")]
    for number in 0..<events {
      let title = number % 2 == 0 ? "\(given[number % 8]) F. \(number)" : "A. Family\(number), \(number)00"
      calendar.append(
        TemporaryPractice.event(
          "e\(number)", "DTSTART:20261221T100000Z", "DTEND:20261221T105000Z", "SUMMARY:\(title)"))
    }
    let practice = try TemporaryPractice([
      "clients.csv": "id,name,clinician,email\n" + rows.joined(separator: "\n"),
      "clinicians/ann.ics": TemporaryPractice.calendar(calendar.joined(separator: "\n")),
    ])
    let clock = ContinuousClock()
    let start = clock.now
    let result = try practice.read()
    let time = clock.now - start
    #expect(result.reading.unrecognised.count == events)
    return time
  }

  @Test("Twice the clients and twice the events cost about twice, not four times")
  func notQuadratic() throws {
    let small = try time(clients: 1_000, events: 250)
    let large = try time(clients: 4_000, events: 1_000)
    // Four times as much of both: a step of clients times events would cost sixteen times. Room for a busy machine.
    #expect(large < small * 10, "\(small) and \(large)")
  }
}
