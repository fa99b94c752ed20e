import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("Needs")
struct NeedTests {
  private struct Case {
    var roster = Roster()
    let session: SessionID

    /// A session of those clients in an absence of three days.
    init(_ clients: String) {
      roster.clinician("ann")
      roster.leave("ann", "2026-12-21..2026-12-23")
      session = roster.session("ann", "2026-12-22 10:00-10:50", clients)
    }

    var need: Need? { roster.situation().demands.first?.need }
  }

  @Test(
    "the register's word counts, whatever the risk", arguments: [Client.CoverWish.required, .preferred, .wait, .none])
  func word(wish: Client.CoverWish) {
    var one = Case("C1")
    one.roster.client("C1") {
      $0.cover = wish
      $0.risk = .high
    }
    #expect(one.need?.rawValue == wish.rawValue)
  }

  @Test(
    "where it says nothing: a high risk requires cover, else a short absence waits",
    arguments: [
      (Client.Risk.standard, 0, Need.preferred), (.standard, 3, .preferred), (.standard, 4, .wait),
      (.high, 4, .required),
    ])
  func auto(risk: Client.Risk, shorterThan: Int, need: Need) {
    var one = Case("C1")
    one.roster.rules.waitIfShorterThanDays = shorterThan
    one.roster.client("C1") { $0.risk = risk }
    #expect(one.need == need)
  }

  @Test("whom the register does not hold is as a row that says nothing", arguments: [(3, Need.preferred), (4, .wait)])
  func unregistered(shorterThan: Int, need: Need) {
    var one = Case("C1")
    one.roster.rules.waitIfShorterThanDays = shorterThan
    #expect(one.need == need)
  }

  @Test(
    "of a couple the stronger need counts",
    arguments: [
      (Client.CoverWish.required, Client.CoverWish.wait, Need.required), (.none, .wait, .wait), (.none, .none, .none),
      (.wait, .preferred, .preferred),
    ])
  func couple(first: Client.CoverWish, second: Client.CoverWish, need: Need) {
    var one = Case("C1 C2")
    one.roster.client("C1") { $0.cover = first }
    one.roster.client("C2") { $0.cover = second }
    #expect(one.need == need)
  }

  @Test("a decision to wait lowers the need of whom it names, and raises nobody's")
  func decisionToWait() {
    var one = Case("C1 C2")
    one.roster.client("C1") { $0.cover = .required }
    one.roster.client("C2") { $0.cover = .none }
    var first = one
    first.roster.decide(.wait, client: "C1")
    #expect(first.need == .wait)
    var second = one
    second.roster.decide(.wait, client: "C2")
    #expect(second.need == .required)
    var session = one
    session.roster.decide(.wait, session: one.session)
    #expect(session.need == .wait)
    var none = Case("C3")
    none.roster.client("C3") { $0.cover = .none }
    none.roster.decide(.wait, absence: ("ann", "2026-12-22"))
    #expect(none.need == Need.none)
  }

  @Test("needs are ordered by strength")
  func order() { #expect(Need.allCases.shuffled().sorted() == [.none, .wait, .preferred, .required]) }
}
