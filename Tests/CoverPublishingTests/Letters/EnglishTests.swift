import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPublishing

@Suite("Letters in English")
struct EnglishTests {
  private let times = Times()
  private let british = English(customs: .british)
  private let american = English(customs: .american)
  private let sample = SampleLetters()

  private func clock(_ text: String) -> CivilDateTime { times.zone.civil(times.instant(text)) }

  @Test("say when somebody is away, for days and for parts of them")
  func away() {
    let first = times.day("2026-12-21")
    let last = times.day("2026-12-23")
    func away(_ last: Day, from: String? = nil, until: String? = nil) -> String {
      british.away(AwayTime(first: first, last: last, from: from.map(clock), until: until.map(clock)))
    }
    #expect(away(first) == "on Monday 21 December 2026")
    #expect(away(first, from: "2026-12-21 13:00") == "on Monday 21 December 2026, from 13:00")
    #expect(away(first, until: "2026-12-21 12:00") == "on Monday 21 December 2026, until 12:00")
    #expect(
      away(first, from: "2026-12-21 09:00", until: "2026-12-21 12:30")
        == "on Monday 21 December 2026, from 9:00 to 12:30")
    #expect(away(last) == "from Monday 21 December to Wednesday 23 December 2026")
    #expect(
      away(last, from: "2026-12-21 13:00", until: "2026-12-23 12:00")
        == "from Monday 21 December at 13:00 to Wednesday 23 December 2026 at 12:00")
    #expect(
      away(times.day("2027-01-04")) == "from Monday 21 December 2026 to Monday 4 January 2027")
  }

  @Test("say days and clock times in American customs where the practice or the client asks for en-US")
  func customs() {
    let time = AppointmentTime(
      start: clock("2026-12-22 00:05"), end: clock("2026-12-22 12:50"), elsewhere: nil)
    #expect(british.time(time) == "Tuesday 22 December 2026, 0:05 to 12:50")
    #expect(american.time(time) == "Tuesday, December 22, 2026, 12:05 a.m. to 12:50 p.m.")
    #expect(british.shortDays(times.day("2026-12-21")...times.day("2026-12-22")) == "Mon 21 Dec to Tue 22 Dec")
    #expect(american.shortDays(times.day("2026-12-21")...times.day("2026-12-21")) == "Mon, Dec 21")
  }

  @Test("say the time of the client's own zone as well, with its day where that is another")
  func elsewhere() throws {
    let cases = [
      ("Europe/Paris", "Tuesday 22 December 2026, 10:00 to 10:50 (11:00 to 11:50 in Paris)"),
      ("America/Argentina/Buenos_Aires", "Tuesday 22 December 2026, 10:00 to 10:50 (7:00 to 7:50 in Buenos Aires)"),
      (
        "Pacific/Auckland",
        "Tuesday 22 December 2026, 10:00 to 10:50 (23:00 to 23:50 in Auckland)"
      ),
      (
        "Pacific/Kiritimati",
        "Tuesday 22 December 2026, 10:00 to 10:50 (Wednesday 23 December 2026, 0:00 to 0:50 in Kiritimati)"
      ),
      ("Africa/Abidjan", "Tuesday 22 December 2026, 10:00 to 10:50\n"),
    ]
    for (zone, words) in cases {
      // The client sees Dana online.
      let text = sample.draft(sample.facts(.first, fate: 1) { $0.zone = Zone(identifier: zone) }).body
      #expect(text.contains(words), "\(text)")
      // Who comes to the practice goes by its clock.
      let there = sample.draft(sample.facts(.first, fate: 0) { $0.zone = Zone(identifier: zone) }).body
      #expect(there.contains("10:00 to 10:50\n"))
    }
  }

  @Test("put appointments together that share what becomes of them, and say it once")
  func groups() {
    let text = sample.draft(sample.facts(.first, count: 3)).body
    #expect(
      text.contains(
        """
        Your appointments

          Tuesday 22 December 2026, 10:00 to 10:50
          Tuesday 29 December 2026, 10:00 to 10:50
          Tuesday 5 January 2027, 10:00 to 10:50
          You can see Ben Lee at these times instead, at Harbour Street.

        """), "\(text)")
  }

  @Test("name each contact with their days")
  func contacts() {
    let text = sample.draft(sample.facts(.first, contacts: 2)).body
    #expect(text.contains("- Mon 21 Dec to Wed 23 Dec: Ben Lee\n- Tue 29 Dec: Dana Cole\n"), "\(text)")
  }

  @Test("ask for an answer where silence is none")
  func needsAnswer() {
    for (index, fate) in SampleLetters.fates.enumerated() {
      let text = sample.draft(sample.facts(.first, fate: index)).body
      let asks = fate.asksConsent || fate.name.hasPrefix("offered") || fate.name == "not held"
      #expect(text.contains("there is nothing more to do") == !asks, "\(fate.name)")
    }
  }

  @Test("are read with ease by a child of twelve: Flesch-Kincaid grade 7 or less")
  func readingAge() {
    var worst = 0.0
    for kind in Notice.Kind.allCases {
      for index in SampleLetters.fates.indices {
        let count = SampleLetters.fates[index].name.hasPrefix("offered") ? 1 : 2
        let body = sample.draft(sample.facts(kind, fate: index, count: count)).body
        let grade = ReadingGrade(body).fleschKincaid
        worst = max(worst, grade)
        #expect(grade <= 7, "\(kind) \(SampleLetters.fates[index].name): \(grade)\n\(body)")
      }
    }
    // The measure itself measures something.
    #expect(worst > 1)
    let hard =
      "Notwithstanding the aforementioned considerations, alternative arrangements necessitate prior authorisation by the"
      + " responsible administrative department."
    #expect(ReadingGrade(hard).fleschKincaid > 15)
  }
}
