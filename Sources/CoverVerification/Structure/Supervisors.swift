import CivilTime
import CoverDomain

/// Each supervisee of an absent clinician has, on each open day, a covering supervisor who is there; and the clients of an
/// absent clinician whose own supervisor is away as well are named.
struct Supervisors {
  let facts: Facts

  func breaches(_ absence: AbsenceRun, _ plan: AbsencePlan) -> [Breach] {
    let supervisees = facts.clinicians.filter { $0.supervisor == absence.clinician }.map(\.id)
    let days = facts.contactDays(of: absence)
    var breaches: [Breach] = []
    for supervisee in supervisees {
      let named = plan.supervisors.filter { $0.supervisee == supervisee }.map(\.day).sorted()
      if named != days {
        breaches.append(breach(absence, supervisee, "\(supervisee) does not have one entry for each open day"))
      }
    }
    for entry in plan.supervisors {
      let day = entry.day.iso8601
      if !supervisees.contains(entry.supervisee) {
        breaches.append(breach(absence, entry.supervisee, "\(entry.supervisee) is not supervised by them"))
      } else if let by = entry.by {
        if !maySupervise(by, entry.supervisee, absence, on: entry.day) {
          breaches.append(breach(absence, by, "\(by) cannot supervise \(entry.supervisee) on \(day)"))
        }
      } else if let free = facts.clinicians.first(where: {
        maySupervise($0.id, entry.supervisee, absence, on: entry.day)
      }) {
        breaches.append(
          breach(absence, free.id, "nobody supervises \(entry.supervisee) on \(day), and \(free.id) could"))
      }
    }
    if plan.withoutSupervisor.sorted() != clientsWithoutSupervisor(absence) {
      breaches.append(
        breach(absence, nil, "the clients whose clinician and supervisor are both away are not those named"))
    }
    return breaches
  }

  private func maySupervise(_ id: ClinicianID, _ supervisee: ClinicianID, _ absence: AbsenceRun, on day: Day) -> Bool {
    guard let colleague = facts.people[id], id != absence.clinician, id != supervisee else { return false }
    if facts.lastAnswer(of: id, to: .supervision(of: supervisee, day: day)) == .declined { return false }
    return colleague.supervises && facts.employs(colleague, on: day) && facts.isThere(id, on: day)
  }

  /// The clinician's clients: whom the register gives them, and whom it gives nobody and they see in the absence.
  private func clientsWithoutSupervisor(_ absence: AbsenceRun) -> [ClientID] {
    guard let supervisor = facts.people[absence.clinician]?.supervisor, let away = facts.leave[supervisor],
      facts.contactDays(of: absence).contains(where: { away.overlaps(facts.zone.interval(of: $0)) })
    else { return [] }
    var clients = Set(facts.clients.values.filter { $0.clinician == absence.clinician }.map(\.id))
    for affected in facts.affected where affected.absence == absence {
      for client in affected.session.clients where facts.clients[client]?.clinician == nil { clients.insert(client) }
    }
    return clients.sorted()
  }

  private func breach(_ absence: AbsenceRun, _ colleague: ClinicianID?, _ fault: String) -> Breach {
    Breach(
      .wrongSupervisor, colleague: colleague,
      "supervision in \(absence.clinician)'s absence from \(absence.firstDay.iso8601): \(fault)")
  }
}
