import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("When a decision is about nothing that is to come")
struct KeepingTests {
  private func roster() -> Roster {
    var roster = Roster(from: "2026-12-14", to: "2026-12-28")
    for name in ["ann", "ben"] { roster.clinician(name) }
    roster.leave("ann", "2026-11-30..2026-12-04")
    roster.leave("ben", "2026-12-07..2027-01-15")
    return roster
  }

  private func end(_ change: (inout Roster) -> Void) -> String? {
    var roster = roster()
    change(&roster)
    let situation = roster.situation()
    return situation.decisions.first.flatMap(situation.end(of:)).map { roster.times.zone.day(of: $0 - 1).iso8601 }
  }

  @Test("what is about a client alone is about whatever comes")
  func client() {
    for kind in [Decision.Kind.consented, .wait, .told, .forbid(ClinicianID("ben"))] {
      #expect(end { $0.decide(kind, client: "C1") } == nil)
    }
  }

  @Test("an absence is over with its last day, one that is no longer in the calendar with the day that was named")
  func absence() {
    #expect(end { $0.decide(.told, client: "C1", absence: ("ann", "2026-12-01")) } == "2026-12-04")
    #expect(end { $0.decide(.told, client: "C1", absence: ("ann", "2026-10-01")) } == "2026-10-01")
    #expect(
      end { $0.decide(.leave(ClinicianID("ann"), $0.times.day("2026-12-01")...$0.times.day("2026-12-02"))) }
        == "2026-12-04")
  }

  @Test("a session is over with the absence in which it lies, else with itself or its cover")
  func session() {
    func one(_ clinician: String, _ text: String, published: String? = nil) -> String? {
      end {
        let session = $0.session(clinician, text, "C1")
        if let published { $0.published(session, by: "ben", published, clients: "C1") }
        $0.decide(.wait, session: session)
      }
    }
    #expect(one("ann", "2026-12-01 10:00-11:00") == "2026-12-04")
    #expect(one("ann", "2026-12-07 10:00-11:00") == "2026-12-07")
    #expect(one("ann", "2026-12-07 10:00-11:00", published: "2026-12-09 10:00-11:00") == "2026-12-09")
    // As long as the absence lasts, all of it counts.
    #expect(one("ben", "2026-12-08 10:00-11:00") == "2027-01-15")
  }

  @Test("a session that was not read is over when its key says; where that says nothing it is kept")
  func unread() {
    func decided(_ key: String) -> String? {
      end { $0.decide(.wait, session: SessionID(clinician: ClinicianID("ann"), key: key)) }
    }
    #expect(decided("x/20261001T090000Z") == "2026-10-01")
    #expect(decided("x") == nil)
  }
}
