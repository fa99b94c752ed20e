import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

@Suite("The letter that somebody is back")
struct ReturnTests {
  private let times = Times()

  /// Ann is away from Monday 14 December for that many days; AB1 has seen her every Monday.
  private func sample(_ last: String, next: Bool = true) -> SamplePlan {
    var sample = SamplePlan(isAway: false) { roster in
      roster.leave("ann", "2026-12-14..\(last)")
      if next { roster.session("ann", "2026-12-24 10:00-10:50", "AB1", place: .online, key: "N1") }
    }
    sample.roster.now = times.instant("2026-12-10 09:00")
    return sample
  }

  private func letters(_ sample: SamplePlan) throws -> [Notice] {
    try sample.publication().notices.filter { $0.kind == .back }
  }

  @Test("is due some days before the end of an absence of a week and more")
  func due() throws {
    // Fourteen to twenty-two is nine days; the clients of the 21st and 22nd are touched.
    let letters = try letters(sample("2026-12-22"))
    #expect(letters.map(\.client.text) == ["AB1", "CD2", "EF3"])
    #expect(letters.allSatisfy { $0.due == times.day("2026-12-20") && $0.send == times.day("2026-12-18") })
    #expect(letters.first?.path == "notices/2026-12-20-AB1-return")
  }

  @Test("is not written for a shorter one, nor to those whose sessions it does not touch")
  func notCalledFor() throws {
    var short = SamplePlan(isAway: false) { $0.leave("ann", "2026-12-17..2026-12-22") }
    short.roster.now = times.instant("2026-12-10 09:00")
    #expect(try letters(short).map(\.path) == [])
    #expect(try letters(sample("2026-12-20")).map(\.path) == [])
  }

  @Test("says when the clinician is back, and the next appointment")
  func text() throws {
    let text = try #require(try letters(sample("2026-12-22")).first).text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Ann Ash is away from Monday 14 December to Tuesday 22 December 2026"))
    #expect(text.contains("and will be back on Wednesday 23 December 2026."))
    #expect(text.contains("Thursday 24 December 2026, 10:00 to 10:50 Ann Ash will see you as always, online."))
  }

  @Test("speaks of somebody they met to those alone whom a colleague saw")
  func met() throws {
    var sample = sample("2026-12-22")
    sample.covers["S2"] = nil
    func choice(_ client: String) throws -> String? {
      try letters(sample).first { $0.client.text == client }?.text.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ").components(separatedBy: "You are free to choose. ").last
    }
    #expect(try choice("AB1")?.hasPrefix("If you would like to go on with someone you met in the meantime") == true)
    #expect(try choice("CD2")?.hasPrefix("If you would like another time, or to start slowly") == true)
    // What took place stays so, when it is over.
    let first = try sample.publication()
    sample.roster.now = times.instant("2026-12-22 08:00")
    let later = try sample.publication(after: first).notices.first { $0.client.text == "AB1" && $0.kind == .back }
    #expect(try #require(later).text.contains("someone you met"))
  }

  @Test("names no day on which the clinician does not work")
  func backDay() throws {
    let text = try #require(try letters(sample("2026-12-24")).first).text
    // The practice works from Monday to Friday.
    #expect(text.contains("Friday 25 December 2026"))
    let weekend = try #require(try letters(sample("2026-12-25")).first).text
    #expect(weekend.contains("Monday 28 December 2026"))
  }

  @Test("says so where the calendar holds no next appointment")
  func noNext() throws {
    let text = try #require(try letters(sample("2026-12-22", next: false)).first { $0.client.text == "EF3" }).text
    #expect(text.contains("We do not have a next appointment for you yet."))
    #expect(!text.contains("Your next appointment"))
  }

  @Test("is still written when the sessions that the absence touched are over, and not once it has ended")
  func late() throws {
    var late = sample("2026-12-22")
    late.roster.now = times.instant("2026-12-22 20:00")
    let letter = try #require(try letters(late).first)
    #expect(letter.isLate && letter.due == times.day("2026-12-22"))
    late.roster.now = times.instant("2026-12-23 08:00")
    #expect(try letters(late).map(\.path) == [])
  }
}
