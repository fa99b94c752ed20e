import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

@Suite("Handovers and handbacks")
struct HandoverTests {
  /// Ann is away on Tuesday and Wednesday, 22 and 23 December.
  private func handovers(_ change: (inout Roster) -> Void = { _ in }) throws -> [String] {
    var roster = Roster(from: "2026-12-16", to: "2026-12-28")
    roster.rules.handover.withinDays = 1
    roster.clinician("ann")
    roster.clinician("ben")
    roster.leave("ann", "2026-12-22..2026-12-23")
    roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    change(&roster)
    return try Planner(situation: roster.situation()).plan().absences[0].handovers.map {
      "\($0.kind.rawValue) \($0.colleague) \($0.minutes) \($0.interval?.start.basic ?? "nowhere")"
    }
  }

  @Test("the last possible time before, the first possible time after")
  func places() throws {
    #expect(try handovers() == ["handover ben 15 20261221T164500Z", "handback ben 15 20261224T090000Z"])
  }

  @Test("a time that one of the two has declined is left out; one that is accepted stays while it fits")
  func answered() throws {
    func meeting(_ time: String, _ by: String, _ kind: Answer.Kind, _ roster: Roster) -> DutyAnswer {
      let duty = DutyAnswer.Duty.meeting(
        of: ClinicianID("ann"), with: ClinicianID("ben"), at: roster.times.instant(time))
      return DutyAnswer(duty, by: ClinicianID(by), kind)
    }
    let declined = try handovers {
      $0.dutyAnswers = [
        meeting("2026-12-21 16:45", "ben", .declined, $0), meeting("2026-12-24 09:00", "ann", .declined, $0),
        meeting("2026-12-21 16:30", "cat", .tentative, $0),
      ]
    }
    #expect(declined == ["handover ben 15 20261221T163000Z", "handback ben 15 20261224T091500Z"])
    let accepted = try handovers { $0.dutyAnswers = [meeting("2026-12-21 14:00", "ben", .accepted, $0)] }
    #expect(accepted == ["handover ben 15 20261221T140000Z", "handback ben 15 20261224T090000Z"])
    let taken = try handovers {
      $0.dutyAnswers = [meeting("2026-12-21 14:00", "ben", .accepted, $0)]
      $0.busy("ann", "2026-12-21 13:30-14:10")
    }
    #expect(taken[0] == "handover ben 15 20261221T164500Z")
  }

  @Test("both must be free: sessions, busy time, leave and the plan's cover stand in the way")
  func free() throws {
    let placed = try handovers { roster in
      roster.busy("ann", "2026-12-21 16:00-17:00")
      roster.session("ben", "2026-12-21 15:10-15:58", "C9")
      roster.leave("ben", "2026-12-24 09:00-10:00")
      roster.busy("ann", "2026-12-24 10:10-11:00")
    }
    #expect(placed == ["handover ben 15 20261221T145500Z", "handback ben 15 20261224T110000Z"])
  }

  @Test("its length follows the clients, rounded up to five minutes")
  func length() throws {
    let placed = try handovers { roster in
      roster.rules.handover.minutesPerClient = 6
      for hour in 11..<14 { roster.session("ann", "2026-12-22 \(hour):00-\(hour):50", "C\(hour)") }
    }
    #expect(placed == ["handover ben 25 20261221T163500Z", "handback ben 25 20261224T090000Z"])
  }

  @Test("nobody meets before their employment begins, or after it has ended")
  func employment() throws {
    let before = try handovers { $0.change(clinician: "ben") { $0.employedFrom = Day("2026-12-22") } }
    #expect(before == ["handover ben 15 nowhere", "handback ben 15 20261224T090000Z"])
    let after = try handovers { $0.change(clinician: "ben") { $0.employedUntil = Day("2026-12-23") } }
    #expect(after == ["handover ben 15 20261221T164500Z", "handback ben 15 nowhere"])
  }

  @Test("the present bounds a handover, the window does not")
  func beforeTheWindow() throws {
    var roster = Roster(from: "2026-12-22", to: "2026-12-28")
    roster.rules.handover.withinDays = 1
    roster.clinician("ann")
    roster.clinician("ben")
    roster.leave("ann", "2026-12-22..2026-12-23")
    roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    roster.now = roster.times.instant("2026-12-01")
    func starts() throws -> [String?] {
      try Planner(situation: roster.situation()).plan().absences[0].handovers.map { $0.interval?.start.basic }
    }
    #expect(try starts().first == "20261221T164500Z")
    roster.now = roster.times.instant("2026-12-21 16:50")
    #expect(try starts().first == .some(nil))
  }

  @Test("whoever covers the days of an absence outside the window is met as well")
  func carried() throws {
    let placed = try handovers { roster in
      roster.clinician("cat")
      roster.leave("ann", "2026-12-28..2026-12-29")
      roster.leave("ann", "2026-12-24..2026-12-25")
      let session = roster.session("ann", "2026-12-28 10:00-11:00", "C2")
      roster.published(session, by: "cat", "2026-12-28 10:00-11:00", clients: "C2")
    }
    #expect(placed.filter { $0.hasPrefix("handover") }.map { $0.split(separator: " ")[1] } == ["ben", "cat"])
  }

  @Test("two colleagues are met one after the other, by id")
  func two() throws {
    let placed = try handovers { roster in
      roster.clinician("cat")
      roster.session("ann", "2026-12-22 10:00-11:00", "C2")
    }
    #expect(
      placed == [
        "handover ben 15 20261221T164500Z", "handover cat 15 20261221T163000Z", "handback ben 15 20261224T090000Z",
        "handback cat 15 20261224T091500Z",
      ])
  }

  @Test("where none fits, the plan says so")
  func nowhere() throws {
    let placed = try handovers { roster in
      roster.busy("ben", "2026-12-21 00:00-23:00")
      roster.now = roster.times.instant("2026-12-21 09:00")
    }
    #expect(placed == ["handover ben 15 nowhere", "handback ben 15 20261224T090000Z"])
  }

  @Test("not before the present")
  func present() throws {
    let placed = try handovers { roster in
      roster.busy("ben", "2026-12-21 12:00-17:00")
      roster.now = roster.times.instant("2026-12-21 11:50")
    }
    #expect(placed[0] == "handover ben 15 nowhere")
  }
}
