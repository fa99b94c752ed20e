import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

@Suite("Contacts and covering supervisors")
struct ContactTests {
  private func plan(_ roster: Roster) throws -> [AbsencePlan] {
    try Planner(situation: roster.situation()).plan().absences
  }

  @Test("one contact for each open day of the absence inside the window; closed days have none")
  func openDays() throws {
    var roster = Roster(from: "2026-12-17", to: "2026-12-28")
    roster.clinician("ann")
    roster.clinician("ben")
    roster.leave("ann", "2026-12-16..2026-12-22")
    roster.closure("2026-12-21")
    let contacts = try plan(roster).flatMap(\.contacts)
    #expect(contacts.map(\.day.iso8601) == ["2026-12-17", "2026-12-18", "2026-12-22"])
    #expect(contacts.allSatisfy { $0.by == ClinicianID("ben") })
  }

  @Test("who is not on call, on leave for part of the day, or not at work is not named; nobody is said to be nobody")
  func candidates() throws {
    var roster = Roster()
    roster.clinician("ann")
    roster.clinician("ben") { $0.onCall = false }
    roster.clinician("cat")
    roster.clinician("dan") { $0.hours = WeeklyHoursText("mon 09:00-17:00").hours }
    roster.leave("ann", "2026-12-21..2026-12-22")
    roster.leave("cat", "2026-12-22 16:00-17:00")
    let contacts = try plan(roster).first { $0.absence.clinician.text == "ann" }?.contacts
    #expect(contacts?.map { $0.by?.text } == ["cat", nil])
  }

  @Test("who has declined a day is not named on it, also where the last publication names them; a later yes counts")
  func declined() throws {
    var roster = Roster()
    for name in ["ann", "ben", "cat"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-21..2026-12-22")
    let (ann, ben, day) = (ClinicianID("ann"), ClinicianID("ben"), roster.times.day("2026-12-21"))
    roster.publishedContacts = [PublishedContact(clinician: ann, day: day, by: ben)]
    func named() throws -> [String?] { try plan(roster).flatMap(\.contacts).map { $0.by?.text } }
    #expect(try named() == ["ben", "ben"])
    roster.dutyAnswers = [DutyAnswer(.contact(of: ann, day: day), by: ben, .declined)]
    #expect(try named() == ["cat", "cat"])
    roster.dutyAnswers.append(DutyAnswer(.contact(of: ann, day: day), by: ClinicianID("cat"), .declined))
    #expect(try named() == [nil, "ben"])
    roster.dutyAnswers.append(DutyAnswer(.contact(of: ann, day: day), by: ben, .accepted))
    #expect(try named() == ["ben", "ben"])
  }

  @Test("who has declined to supervise on a day does not")
  func declinedSupervision() throws {
    var roster = Roster()
    roster.clinician("ann")
    roster.clinician("ben") { $0.supervises = true }
    roster.clinician("cat") { $0.supervises = true }
    roster.clinician("dan") { $0.supervisor = ClinicianID("ann") }
    roster.leave("ann", "2026-12-21")
    let duty = DutyAnswer.Duty.supervision(of: ClinicianID("dan"), day: roster.times.day("2026-12-21"))
    roster.dutyAnswers = [DutyAnswer(duty, by: ClinicianID("ben"), .declined)]
    #expect(try plan(roster).flatMap(\.supervisors).map { $0.by?.text } == ["cat"])
  }

  @Test("as few different contacts as possible, then the days shared")
  func fewAndFair() throws {
    var roster = Roster()
    for name in ["ann", "ben", "cat", "dan"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-14..2026-12-18")
    roster.leave("ben", "2026-12-21..2026-12-25")
    let absences = try plan(roster)
    let named = absences.map { Set($0.contacts.compactMap(\.by)) }
    #expect(named.map(\.count) == [1, 1])
    #expect(named[0] != named[1])
  }

  @Test("the days are shared as evenly as the presences allow, which the quick roster alone does not find")
  func solved() throws {
    var roster = Roster()
    for name in ["ann", "ben", "cat", "dan", "eve"] { roster.clinician(name) }
    roster.clinician("fay") { $0.hours = WeeklyHoursText("tue-thu 09:00-17:00").hours }
    // Three are away in one week; Dan alone could do all of each absence, Eve the first of them too.
    roster.leave("ann", "2026-12-14..2026-12-15")
    roster.leave("ben", "2026-12-14..2026-12-16")
    roster.leave("cat", "2026-12-15..2026-12-17")
    let absences = try plan(roster)
    #expect(absences.allSatisfy { Set($0.contacts.compactMap(\.by)).count == 1 })
    let loads = Dictionary(grouping: absences.flatMap { $0.contacts.compactMap(\.by) }) { $0 }.mapValues(\.count)
    #expect(loads.values.reduce(0) { $0 + $1 * $1 } == 4 + 9 + 9)
  }

  @Test("a supervisee has a covering supervisor, who is neither the absent one nor the supervisee")
  func supervisors() throws {
    var roster = Roster()
    roster.clinician("ann") { $0.supervises = true }
    roster.clinician("ben") {
      $0.supervisor = ClinicianID("ann")
      $0.supervises = true
    }
    roster.clinician("cat") { $0.supervises = true }
    roster.leave("ann", "2026-12-21..2026-12-22")
    roster.leave("cat", "2026-12-22")
    let supervisors = try plan(roster).first { $0.absence.clinician.text == "ann" }?.supervisors
    #expect(supervisors?.map { $0.by?.text } == ["cat", nil])
    #expect(supervisors?.map(\.supervisee.text) == ["ben", "ben"])
  }

  @Test("clients whose clinician and supervisor are both away are named")
  func withoutSupervisor() throws {
    var roster = Roster()
    roster.clinician("ann") { $0.supervisor = ClinicianID("ben") }
    roster.clinician("ben") { $0.supervises = true }
    roster.client("C1", of: "ann")
    roster.client("C2", of: "ben")
    roster.leave("ann", "2026-12-21..2026-12-22")
    #expect(try plan(roster)[0].withoutSupervisor == [])
    roster.leave("ben", "2026-12-22")
    #expect(try plan(roster)[0].withoutSupervisor == [ClientID("C1")])
  }

  @Test("whoever was named before stays named, even where another roster would be fairer; who cannot any more does not")
  func keptNames() throws {
    var roster = Roster()
    for name in ["ann", "ben", "cat", "dan"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-14..2026-12-16")
    roster.leave("ben", "2026-12-21..2026-12-23")
    roster.leave("cat", "2026-12-16")
    for (clinician, day) in [
      ("ann", "2026-12-14"), ("ann", "2026-12-15"), ("ann", "2026-12-16"), ("ben", "2026-12-21"), ("ben", "2026-12-22"),
      ("ben", "2026-12-23"),
    ] {
      roster.publishedContacts.append(
        PublishedContact(clinician: ClinicianID(clinician), day: roster.times.day(day), by: ClinicianID("cat")))
    }
    let absences = try plan(roster)
    func names(_ clinician: String) -> [String?] {
      absences.first { $0.absence.clinician.text == clinician }?.contacts.map { $0.by?.text } ?? []
    }
    #expect(names("ann").prefix(2) == ["cat", "cat"])
    #expect(names("ann").last != "cat")
    #expect(names("ben") == ["cat", "cat", "cat"])
  }
}
