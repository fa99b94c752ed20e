import CoverDomain

/// Every affected and closed session of the window is in the plan once, as the diary has it, and nothing else is.
struct Completeness {
  let facts: Facts

  func breaches(_ assignments: [Assignment]) -> [Breach] {
    var breaches: [Breach] = []
    let wanted = Dictionary(facts.affected.map { ($0.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<SessionID> = []
    for assignment in assignments {
      let id = assignment.session.id
      guard let affected = wanted[id] else {
        breaches.append(Breach(.strayAssignment, session: id, "\(id) takes place as usual, or is not in the window"))
        continue
      }
      if !seen.insert(id).inserted {
        breaches.append(Breach(.strayAssignment, session: id, "\(id) is in the plan twice"))
      }
      if let fault = fault(assignment.demand, affected) {
        breaches.append(Breach(.wrongSession, session: id, "\(id): \(fault)"))
      }
      if assignment.demand.need != affected.need {
        breaches.append(
          Breach(
            .wrongNeed, session: id, "\(id) has need \(affected.need.rawValue), not \(assignment.demand.need.rawValue)")
        )
      }
    }
    for affected in facts.affected where !seen.contains(affected.session.id) {
      let id = affected.session.id
      breaches.append(
        Breach(
          .missingAssignment, session: id,
          "\(id) at \(facts.clock(affected.session.interval.start)) is not in the plan"))
    }
    return breaches
  }

  private func fault(_ demand: Demand, _ affected: AffectedSession) -> String? {
    if demand.session != affected.session { return "its time, clients or place is not the diary's" }
    if demand.isClosed != affected.isClosed {
      return affected.isClosed ? "the practice is closed then" : "the practice is open then"
    }
    if demand.sharedWith != affected.sharedWith { return "another session stands for it than the one that does" }
    switch (demand.absence, affected.absence) {
    case (nil, nil): return nil
    case (let named?, let absence?) where absence.isMeant(by: named): return nil
    default: return "it names another absence than the one that affects it"
    }
  }
}
