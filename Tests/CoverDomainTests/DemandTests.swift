import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("Demands: affected and closed sessions")
struct DemandTests {
  private func demands(_ change: (inout Roster) -> Void) -> [Demand] {
    var roster = Roster(from: "2026-12-14", to: "2026-12-28")
    roster.clinician("ann")
    roster.clinician("ben")
    change(&roster)
    return roster.situation().demands
  }

  @Test(
    "a session is affected when it overlaps the leave, not when it touches it",
    arguments: [
      ("2026-12-22 10:00-10:50", true), ("2026-12-22 09:10-10:00", false), ("2026-12-22 09:10-10:01", true),
      ("2026-12-22 12:00-12:50", false), ("2026-12-22 11:59-12:50", true),
    ])
  func overlap(text: String, affected: Bool) {
    let found = demands {
      $0.leave("ann", "2026-12-22 10:00-12:00")
      $0.session("ann", text, "C1")
    }
    #expect(found.isEmpty == !affected)
  }

  @Test(
    "a session without a length is affected from the start of the leave to before its end",
    arguments: [("10:00-10:00", true), ("11:59-11:59", true), ("12:00-12:00", false), ("09:59-09:59", false)])
  func point(clock: String, affected: Bool) {
    let found = demands {
      $0.leave("ann", "2026-12-22 10:00-12:00")
      $0.session("ann", "2026-12-22 \(clock)", "C1")
    }
    #expect(found.isEmpty == !affected)
  }

  @Test("an appointment of two clinicians needs no cover while one is there, and cover once where neither is")
  func shared() throws {
    func both(_ change: (inout Roster) -> Void = { _ in }) -> [Demand] {
      demands {
        $0.leave("ann", "2026-12-22")
        $0.session("ann", "2026-12-22 10:00-11:00", "C1 C2", key: "joint")
        change(&$0)
      }
    }
    let ben = SessionID(clinician: ClinicianID("ben"), key: "joint")
    let there = both { $0.session("ben", "2026-12-22 10:00-11:00", "C2 C1", key: "joint") }
    #expect(there.map(\.need) == [.none] && there.map(\.sharedWith) == [ben])
    let away = both {
      $0.session("ben", "2026-12-22 10:00-11:00", "C1 C2", key: "joint")
      $0.leave("ben", "2026-12-22")
    }
    let ann = SessionID(clinician: ClinicianID("ann"), key: "joint")
    #expect(away.map(\.session.clinician.text) == ["ann", "ben"])
    #expect(away.map(\.need) == [.preferred, .none] && away.map(\.sharedWith) == [nil, ann])
    // Another client, time or key: another appointment.
    for (text, clients, key) in [
      ("2026-12-22 10:00-11:00", "C1", "joint"), ("2026-12-22 10:10-11:00", "C1 C2", "joint"),
      ("2026-12-22 10:00-11:00", "C1 C2", "other"),
    ] {
      let found = both { $0.session("ben", text, clients, key: key) }
      #expect(found.map(\.need) == [.preferred] && found.map(\.sharedWith) == [nil])
    }
    // On a closed day it is closed for both.
    let closed = both {
      $0.session("ben", "2026-12-22 10:00-11:00", "C1 C2", key: "joint")
      $0.closure("2026-12-22")
    }
    #expect(closed.map(\.sharedWith) == [nil, nil])
  }

  @Test(
    "a session belongs to the window in which it starts",
    arguments: [
      ("2026-12-14 00:00-00:50", true), ("2026-12-13 23:30-23:59", false), ("2026-12-27 23:30-23:59", true),
      ("2026-12-28 00:00-00:50", false),
    ])
  func window(text: String, inside: Bool) {
    let found = demands {
      $0.leave("ann", "2026-12-07..2026-12-31")
      $0.session("ann", text, "C1")
    }
    #expect(found.isEmpty == !inside)
  }

  @Test("another clinician's leave affects nobody else")
  func othersLeave() {
    let found = demands {
      $0.leave("ben", "2026-12-22")
      $0.session("ann", "2026-12-22 10:00-10:50", "C1")
    }
    #expect(found.isEmpty)
  }

  @Test("a closed session is listed with need none, on leave or not")
  func closed() {
    let found = demands {
      $0.client("C1", of: "ann") { $0.cover = .required }
      $0.closure("2026-12-22 10:30-12:00")
      $0.leave("ann", "2026-12-22")
      $0.session("ann", "2026-12-22 10:00-10:50", "C1")
      $0.session("ben", "2026-12-22 11:00-11:50", "C1")
      $0.session("ben", "2026-12-22 12:00-12:50", "C1")
    }
    #expect(found.map(\.need) == [.none, .none])
    #expect(found.map(\.isClosed) == [true, true])
    #expect(found.map { $0.absence?.clinician.text } == ["ann", nil])
  }

  @Test("a session that is affected or closed does not stand")
  func standing() {
    var roster = Roster()
    roster.clinician("ann")
    roster.leave("ann", "2026-12-22")
    roster.closure("2026-12-23")
    for day in 21...24 { roster.session("ann", "2026-12-\(day) 10:00-10:50", "C1") }
    let days = roster.situation().standing[ClinicianID("ann")]?.map {
      roster.times.zone.day(of: $0.interval.start).iso8601
    }
    #expect(days == ["2026-12-21", "2026-12-24"])
  }

  @Test("demands come by time, whatever the order of the calendars")
  func order() {
    let found = demands {
      $0.leave("ann", "2026-12-22")
      $0.leave("ben", "2026-12-22")
      $0.session("ben", "2026-12-22 11:00-11:50", "C1")
      $0.session("ann", "2026-12-22 14:00-14:50", "C1")
      $0.session("ann", "2026-12-22 10:00-10:50", "C1")
    }
    #expect(found == found.sorted { $0.session.interval < $1.session.interval })
    #expect(found.count == 3)
  }
}
