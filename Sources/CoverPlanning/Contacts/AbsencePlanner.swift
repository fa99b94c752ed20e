import CPSAT
import CivilTime
import CoverDomain

/// Who is to be asked and met in each absence of the window.
struct AbsencePlanner {
  private let facts: Facts
  private let draft: Draft
  private let duties: DutyPlanner

  init(_ facts: Facts, _ draft: Draft, duties: DutyPlanner) {
    self.facts = facts
    self.draft = draft
    self.duties = duties
  }

  /// One for each absence that reaches into the window, by time.
  func plans() throws -> [AbsencePlan] {
    let absences = facts.situation.absencesInWindow
    let presence = Presence(facts, days: Set(absences.flatMap { facts.situation.contactDays(of: $0) }))
    let contacts = absences.map { DutySeries.contacts(of: $0, presence, facts) }
    let contactRoster = try duties.roster(contacts)
    let supervised = absences.enumerated().flatMap { position, absence in
      facts.people.map(\.clinician).filter { $0.supervisor == absence.clinician }
        .map { (absence: position, supervisee: $0.id) }
    }
    let supervisors = supervised.map {
      DutySeries.supervisors(of: $0.supervisee, in: absences[$0.absence], presence, facts)
    }
    let supervisorRoster = try duties.roster(supervisors)
    var handovers = HandoverPlanner(facts, draft)
    let placed = handovers.handovers(for: absences)
    return absences.enumerated().map { position, absence in
      AbsencePlan(
        absence: absence,
        contacts: contacts[position].days.enumerated().map { day, date in
          Contact(day: date, by: id(contactRoster[position, day]))
        },
        supervisors: supervised.indices.filter { supervised[$0].absence == position }
          .flatMap { series in
            supervisors[series].days.enumerated().map { day, date in
              CoveringSupervisor(
                supervisee: supervised[series].supervisee, day: date, by: id(supervisorRoster[series, day]))
            }
          }
          .sorted { ($0.day, $0.supervisee) < ($1.day, $1.supervisee) },
        handovers: placed[position], withoutSupervisor: withoutSupervisor(in: absence))
    }
  }

  private func id(_ person: Int?) -> ClinicianID? { person.map { facts.people[$0].clinician.id } }

  /// The absent clinician's clients, where the clinician's supervisor is away on one of the days as well.
  private func withoutSupervisor(in absence: Absence) -> [ClientID] {
    let situation = facts.situation
    guard let supervisor = situation.practice.clinician(absence.clinician)?.supervisor,
      let leave = situation.leaveTime[supervisor],
      situation.contactDays(of: absence).contains(where: { leave.overlaps(facts.zone.interval(of: $0)) })
    else { return [] }
    let registered = situation.clients.values.filter { $0.clinician == absence.clinician }.map(\.id)
    // Whom the register gives no clinician belongs to whoever sees them.
    let seen = facts.wanted.filter { $0.demand.absence == absence }.flatMap { $0.session.clients }
      .filter { situation.clients[$0]?.clinician == nil }
    return Set(registered + seen).sorted()
  }
}
