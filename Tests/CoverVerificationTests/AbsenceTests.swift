import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("Verification of contacts, supervisors and handovers")
struct AbsenceTests {
  /// Ann supervises Dan and is away from Monday the 21st to Wednesday the 23rd; Ben covers one session; Cat is there.
  private struct Away {
    var roster = Roster()
    let session: SessionID

    init() {
      roster.clinician("ann") {
        $0.supervises = true
        $0.supervisor = ClinicianID("eve")
      }
      roster.clinician("ben") { $0.onCall = false }
      roster.clinician("cat") { $0.supervises = true }
      roster.clinician("dan") {
        $0.supervisor = ClinicianID("ann")
        $0.supervises = true
        $0.takesCover = false
      }
      roster.clinician("eve") {
        $0.onCall = false
        $0.takesCover = false
      }
      roster.client("C1", of: "ann")
      roster.leave("ann", "2026-12-21..2026-12-23")
      session = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    }

    /// The breaches after Ann's entry in the plan was changed.
    func breaches(_ change: (AbsencePlan) -> AbsencePlan = { $0 }) -> [Breach.Kind] {
      let situation = roster.situation()
      var draft = DraftPlan(situation)
      draft.cover(session, by: "ben")
      let plan = draft.plan()
      let changed = plan.absences.map { $0.absence.clinician == ClinicianID("ann") ? change($0) : $0 }
      return Verifier(situation: situation).breaches(of: plan.with(absences: changed)).map(\.kind)
    }

    /// The breaches with that contact on the 22nd.
    func breaches(contact: String?) -> [Breach.Kind] {
      breaches {
        $0.with(
          contacts: $0.contacts.map {
            $0.day.iso8601 == "2026-12-22" ? Contact(day: $0.day, by: contact.map { ClinicianID($0) }) : $0
          })
      }
    }

    /// The breaches with that supervisor for Dan on the 22nd.
    func breaches(supervisor: String?) -> [Breach.Kind] {
      breaches {
        $0.with(
          supervisors: $0.supervisors.map {
            $0.day.iso8601 == "2026-12-22"
              ? CoveringSupervisor(supervisee: $0.supervisee, day: $0.day, by: supervisor.map { ClinicianID($0) }) : $0
          })
      }
    }

    /// The breaches with Ben's handovers placed there.
    func breaches(_ kind: Handover.Kind, at text: String) -> [Breach.Kind] {
      let interval = roster.times.interval(text)
      return breaches {
        $0.with(
          handovers: $0.handovers.map {
            $0.kind == kind
              ? Handover(
                kind: kind, colleague: $0.colleague, clients: $0.clients, minutes: $0.minutes, interval: interval) : $0
          })
      }
    }
  }

  @Test("a plan with an entry for each day, supervisee and covering colleague is legal")
  func legal() { #expect(Away().breaches().isEmpty) }

  @Test("an absence that is missing, invented, or there twice is told")
  func absences() {
    let away = Away()
    let situation = away.roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(away.session, by: "ben")
    let plan = draft.plan()
    let verifier = Verifier(situation: situation)
    #expect(verifier.breaches(of: plan.with(absences: [])).map(\.kind) == [.wrongAbsence])
    #expect(verifier.breaches(of: plan.with(absences: plan.absences + plan.absences)).map(\.kind) == [.wrongAbsence])
  }

  @Test(
    "the contact is on call, there, and not the absent one",
    arguments: [
      ("cat", true), ("dan", true), ("ben", false), ("ann", false), ("zoe", false),
    ])
  func contact(id: String, holds: Bool) {
    #expect(Away().breaches(contact: id) == (holds ? [] : [.wrongContact]))
  }

  @Test(
    "the contact has no leave on the day, not even an hour",
    arguments: [("2026-12-22 16:00-17:00", false), ("2026-12-23", true)])
  func contactAway(leave: String, holds: Bool) {
    var away = Away()
    away.roster.leave("dan", leave)
    #expect(away.breaches(contact: "dan") == (holds ? [] : [.wrongContact]))
  }

  @Test("nobody is named only where nobody can be")
  func nobody() {
    var away = Away()
    #expect(away.breaches(contact: nil) == [.wrongContact])
    away.roster.leave("cat", "2026-12-22")
    away.roster.leave("dan", "2026-12-22")
    #expect(away.breaches(contact: nil).isEmpty)
  }

  @Test("each open day of the window has one entry")
  func days() {
    let away = Away()
    #expect(away.breaches { $0.with(contacts: Array($0.contacts.dropFirst())) } == [.wrongContact])
    #expect(away.breaches { $0.with(contacts: $0.contacts + $0.contacts.prefix(1)) } == [.wrongContact])
    // A closed day asks for none; the days of an absence outside the window neither.
    var closed = away
    closed.roster.closure("2026-12-22")
    #expect(closed.breaches { $0.with(handovers: []) }.contains(.wrongContact) == false)
    let saturday = Contact(day: away.roster.times.day("2026-12-26"), by: ClinicianID("cat"))
    #expect(away.breaches { $0.with(contacts: $0.contacts + [saturday]) }.contains(.wrongContact))
  }

  @Test(
    "a supervisor supervises, is there, and is neither the absent one nor the supervisee",
    arguments: [
      ("cat", true), ("ben", false), ("ann", false), ("dan", false),
    ])
  func supervisor(id: String, holds: Bool) {
    #expect(Away().breaches(supervisor: id) == (holds ? [] : [.wrongSupervisor]))
  }

  @Test("a supervisee without a supervisor is left so only where nobody can be named")
  func noSupervisor() {
    var away = Away()
    #expect(away.breaches(supervisor: nil) == [.wrongSupervisor])
    #expect(away.breaches { $0.with(supervisors: []) } == [.wrongSupervisor])
    away.roster.leave("cat", "2026-12-22")
    #expect(away.breaches(supervisor: nil).isEmpty)
  }

  @Test("clients whose clinician and supervisor are both away are named")
  func withoutSupervisor() {
    var away = Away()
    #expect(away.breaches { $0.with(withoutSupervisor: [ClientID("C1")]) } == [.wrongSupervisor])
    away.roster.leave("eve", "2026-12-23")
    #expect(away.breaches().isEmpty)
    #expect(away.breaches { $0.with(withoutSupervisor: []) } == [.wrongSupervisor])
  }

  @Test("each covering colleague has a handover and a handback for their clients, of the right length")
  func handovers() {
    let away = Away()
    #expect(away.breaches { $0.with(handovers: Array($0.handovers.dropFirst())) } == [.wrongHandover])
    #expect(away.breaches { $0.with(handovers: $0.handovers + $0.handovers) } == [.wrongHandover, .wrongHandover])
    let shorter = away.breaches {
      $0.with(
        handovers: $0.handovers.map {
          Handover(kind: $0.kind, colleague: $0.colleague, clients: $0.clients, minutes: 10, interval: nil)
        })
    }
    #expect(shorter == [.wrongHandover, .wrongHandover])
    let others = away.breaches {
      $0.with(
        handovers: $0.handovers.map {
          Handover(kind: $0.kind, colleague: $0.colleague, clients: [], minutes: $0.minutes, interval: nil)
        })
    }
    #expect(others == [.wrongHandover, .wrongHandover])
  }

  @Test("the length grows with the clients and is rounded up to 5", arguments: [(1, 15), (3, 15), (4, 20), (5, 25)])
  func handoverLength(clients: Int, minutes: Int) {
    var away = Away()
    away.roster.rules.handover.minutesPerClient = 5
    let names = (1...clients).map { "C\($0)" }.joined(separator: " ")
    away.roster.leave("ann", "2026-12-24")
    let group = away.roster.session("ann", "2026-12-24 10:00-10:50", names)
    let situation = away.roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(away.session, by: "ben")
    draft.cover(group, by: "ben")
    let plan = draft.plan()
    #expect(plan.absences.first?.handovers.map(\.minutes) == [minutes, minutes])
    #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
  }

  @Test(
    "a handover lies in the days before the absence, in working hours, and is as long as it says",
    arguments: [
      ("2026-12-18 16:45-17:00", true), ("2026-12-18 16:50-17:05", false), ("2026-12-18 16:30-17:00", false),
      ("2026-12-16 09:00-09:15", true), ("2026-12-15 09:00-09:15", false), ("2026-12-24 09:00-09:15", false),
      ("2026-12-21 09:00-09:15", false),
    ])
  func handover(text: String, holds: Bool) {
    #expect(Away().breaches(.handover, at: text) == (holds ? [] : [.wrongHandover]))
  }

  @Test(
    "a handback lies in the days after the absence",
    arguments: [
      ("2026-12-24 09:00-09:15", true), ("2026-12-28 09:00-09:15", true), ("2026-12-29 09:00-09:15", false),
      ("2026-12-18 09:00-09:15", false),
    ])
  func handback(text: String, holds: Bool) {
    #expect(Away().breaches(.handback, at: text) == (holds ? [] : [.wrongHandover]))
  }

  @Test("at a handover both are free: of leave, busy events, own sessions, and it is not past")
  func free() {
    let text = "2026-12-18 16:00-16:15"
    let away = Away()
    #expect(away.breaches(.handover, at: text).isEmpty)
    for person in ["ann", "ben"] {
      var onLeave = away
      onLeave.roster.leave(person, "2026-12-18 16:10-17:00")
      if person == "ben" { #expect(onLeave.breaches(.handover, at: text) == [.wrongHandover]) }
      var busy = away
      busy.roster.busy(person, "2026-12-18 16:10-17:00")
      #expect(busy.breaches(.handover, at: text) == [.wrongHandover])
      var inSession = away
      inSession.roster.session(person, "2026-12-18 15:10-16:01", "X1")
      #expect(inSession.breaches(.handover, at: text) == [.wrongHandover])
    }
    var late = away
    late.roster.now = away.roster.times.instant("2026-12-18 16:01")
    #expect(late.breaches(.handover, at: text) == [.wrongHandover])
  }

  @Test("who has declined is named for nothing: not as contact, as supervisor, nor for a meeting at that time")
  func declined() throws {
    var away = Away()
    let (ann, cat, dan) = (ClinicianID("ann"), ClinicianID("cat"), ClinicianID("dan"))
    let day = away.roster.times.day("2026-12-22")
    away.roster.dutyAnswers = [DutyAnswer(.contact(of: ann, day: day), by: cat, .declined)]
    #expect(away.breaches(contact: "cat") == [.wrongContact])
    #expect(away.breaches(contact: "dan") == [])
    away.roster.dutyAnswers = [DutyAnswer(.supervision(of: dan, day: day), by: cat, .declined)]
    #expect(away.breaches(supervisor: "cat") == [.wrongSupervisor])
    #expect(away.breaches(supervisor: nil) == [])
    let time = away.roster.times.instant("2026-12-18 16:00")
    for person in [ann, ClinicianID("ben")] {
      away.roster.dutyAnswers = [
        DutyAnswer(.meeting(of: ann, with: ClinicianID("ben"), at: time), by: person, .declined)
      ]
      #expect(away.breaches(.handover, at: "2026-12-18 16:00-16:15") == [.wrongHandover])
      #expect(away.breaches(.handover, at: "2026-12-18 15:45-16:00") == [])
    }
  }

  @Test("a handover is not in the middle of a cover, nor of another handover")
  func notTaken() {
    var away = Away()
    away.roster.rules.handover.withinDays = 10
    away.roster.leave("eve", "2026-12-18")
    let other = away.roster.session("eve", "2026-12-18 16:00-16:50", "E1")
    let situation = away.roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(away.session, by: "ben")
    draft.cover(other, by: "ben")
    let plan = draft.plan()
    func placed(_ texts: [String: String]) -> [Breach.Kind] {
      let absences = plan.absences.map { absence in
        absence.with(
          handovers: absence.handovers.map { handover in
            let text = handover.kind == .handover ? texts[absence.absence.clinician.text] : nil
            return Handover(
              kind: handover.kind, colleague: handover.colleague, clients: handover.clients, minutes: handover.minutes,
              interval: text.map { away.roster.times.interval($0) })
          })
      }
      return Verifier(situation: situation).breaches(of: plan.with(absences: absences)).map(\.kind)
    }
    #expect(placed([:]).isEmpty)
    #expect(placed(["ann": "2026-12-18 16:50-17:05"]) == [.wrongHandover])
    #expect(placed(["ann": "2026-12-18 16:40-16:55"]) == [.wrongHandover])
    #expect(placed(["ann": "2026-12-17 10:00-10:15", "eve": "2026-12-17 10:15-10:30"]).isEmpty)
    #expect(placed(["ann": "2026-12-17 10:00-10:15", "eve": "2026-12-17 10:10-10:25"]) == [.wrongHandover])
  }
}
