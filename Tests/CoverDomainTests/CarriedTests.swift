import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("What the last publication means for this plan")
struct CarriedTests {
  /// Ann is away for three weeks; the window is the middle one.
  private struct Case {
    var roster = Roster(from: "2026-12-14", to: "2026-12-21")

    init(leave: String = "2026-12-07..2026-12-27") {
      roster.rules.fairnessLookBackDays = 7
      roster.clinician("ann")
      roster.clinician("ben")
      roster.leave("ann", leave)
    }

    /// A session on that day whose cover by `by` is published for `published`.
    @discardableResult
    mutating func cover(_ text: String, by: String = "ben", published: String? = nil) -> SessionID {
      let session = roster.session("ann", text, "C1")
      roster.published(session, by: by, published ?? text, clients: "C1")
      return session
    }

    var carried: [SessionID] { roster.situation().carried.map(\.session) }
  }

  @Test("cover before the window and after it is carried, cover inside it is not")
  func carried() {
    var one = Case()
    let before = one.cover("2026-12-11 10:00-10:50")
    one.cover("2026-12-16 10:00-10:50")
    let after = one.cover("2026-12-22 10:00-10:50")
    #expect(one.carried == [before, after])
  }

  @Test(
    "the edges of the window",
    arguments: [
      ("2026-12-13 23:00-23:50", true), ("2026-12-14 00:00-00:50", false), ("2026-12-20 23:00-23:50", false),
      ("2026-12-21 00:00-00:50", true),
    ])
  func edges(text: String, carried: Bool) {
    var one = Case()
    one.cover(text)
    #expect(one.carried.isEmpty == !carried)
  }

  @Test("behind the window, cover ends with the leave, the session, or a closure; what lay before it has taken place")
  func ended() {
    var one = Case(leave: "2026-12-14..2026-12-20")
    one.roster.leave("ann", "2026-12-24")
    let before = one.cover("2026-12-11 10:00-10:50")
    one.cover("2026-12-22 10:00-10:50")
    let gone = SessionID(clinician: ClinicianID("ann"), key: "gone")
    one.cover("2026-12-24 10:00-10:50")
    one.roster.closure("2026-12-24")
    one.roster.published(gone, by: "ben", "2026-12-23 10:00-10:50", clients: "C1")
    #expect(one.carried == [before])
  }

  @Test("a colleague who has left carries nothing")
  func left() {
    var one = Case()
    one.cover("2026-12-11 10:00-10:50", by: "zoe")
    #expect(one.carried.isEmpty)
  }

  @Test("a session of the window whose cover was moved behind it is planned anew, not carried")
  func movedOut() {
    var one = Case()
    let moved = one.cover("2026-12-18 10:00-10:50", published: "2026-12-21 10:00-10:50")
    #expect(one.carried.isEmpty)
    #expect(one.roster.situation().publishedInWindow.keys.map { $0 } == [moved])
  }

  @Test("published cover of the window is known by its session")
  func inWindow() {
    var one = Case()
    one.cover("2026-12-11 10:00-10:50")
    let inside = one.cover("2026-12-16 10:00-10:50")
    #expect(one.roster.situation().publishedInWindow.map(\.key) == [inside])
  }

  @Test(
    "the load looked back on is that of the days before the window",
    arguments: [
      ("2026-12-06 23:00-23:50", 0), ("2026-12-07 00:00-00:50", 1), ("2026-12-13 23:00-23:50", 1),
      ("2026-12-14 00:00-00:50", 0),
    ])
  func lookBack(text: String, load: Int) {
    var one = Case()
    one.cover(text)
    #expect(one.roster.situation().lookBackLoad[ClinicianID("ben"), default: 0] == load)
  }
}
