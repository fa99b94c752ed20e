import CivilTime
import CoverDomain

/// Each open day of an absence has one contact: a colleague on call who works that day, has no leave on it, and has not declined it. Nobody is
/// named only where nobody can be.
struct Contacts {
  let facts: Facts

  func breaches(_ absence: AbsenceRun, _ contacts: [Contact]) -> [Breach] {
    let open = facts.contactDays(of: absence)
    var breaches: [Breach] = []
    if contacts.map(\.day).sorted() != open {
      let missing = open.first { day in !contacts.contains { $0.day == day } }
      breaches.append(
        breach(absence, nil, missing.map { "\($0.iso8601) has no entry" } ?? "a day too many, or one twice"))
    }
    for contact in contacts {
      if let by = contact.by {
        if !mayBeNamed(by, absence, on: contact.day) {
          breaches.append(breach(absence, by, "\(by) cannot be the contact on \(contact.day.iso8601)"))
        }
      } else if let free = facts.clinicians.first(where: { mayBeNamed($0.id, absence, on: contact.day) }) {
        breaches.append(
          breach(absence, free.id, "nobody is named on \(contact.day.iso8601), and \(free.id) could be"))
      }
    }
    return breaches
  }

  private func mayBeNamed(_ id: ClinicianID, _ absence: AbsenceRun, on day: Day) -> Bool {
    guard let colleague = facts.people[id], id != absence.clinician else { return false }
    if facts.lastAnswer(of: id, to: .contact(of: absence.clinician, day: day)) == .declined { return false }
    return colleague.onCall && facts.employs(colleague, on: day) && facts.isThere(id, on: day)
  }

  private func breach(_ absence: AbsenceRun, _ colleague: ClinicianID?, _ fault: String) -> Breach {
    Breach(
      .wrongContact, colleague: colleague,
      "contacts of \(absence.clinician)'s absence from \(absence.firstDay.iso8601): \(fault)")
  }
}

extension Facts {
  /// What the clinician said last about a contact or a meeting; nil for nothing.
  func lastAnswer(of clinician: ClinicianID, to duty: DutyAnswer.Duty) -> Answer.Kind? {
    var last: Answer.Kind?
    for answer in dutyAnswers where answer.by == clinician && answer.duty == duty { last = answer.kind }
    return last
  }

  func employs(_ clinician: Clinician, on day: Day) -> Bool {
    if let from = clinician.employedFrom, day < from { return false }
    if let until = clinician.employedUntil, day > until { return false }
    return true
  }
}
