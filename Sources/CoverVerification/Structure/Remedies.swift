import CoverDomain

/// What is said to help helps: in the situation with the changes, read anew, the plan with the covers that are named in
/// place of its own keeps every rule, the session in question has somebody, and no other has lost its cover.
struct Remedies {
  private let situation: Situation
  private let plan: Plan

  init(situation: Situation, plan: Plan) {
    self.plan = plan
    let isAsked = plan.help != .none || plan.assignments.contains { $0.outcomeName == "uncovered" }
    self.situation = isAsked ? situation.nearWindow : situation
  }

  func breaches() -> [Breach] {
    let single = plan.assignments.flatMap { assignment -> [Breach] in
      guard case .uncovered(let gap) = assignment.outcome else { return [] }
      return gap.wouldHelp.flatMap {
        breaches($0.suppositions, $0.changes, closing: [assignment.session.id], by: $0.covers)
      }
    }
    return single
      + plan.help.together.flatMap { breaches($0.suppositions, $0.changes, closing: $0.sessions, by: $0.covers) }
  }

  private func breaches(
    _ suppositions: [Supposition], _ changes: [String], closing sessions: [SessionID], by covers: [SessionID: Cover]
  ) -> [Breach] {
    let what = sessions.map(\.description).joined(separator: ", ")
    func breach(_ session: SessionID?, _ fault: String) -> [Breach] {
      [Breach(.wrongRemedy, session: session ?? sessions.first, "\(what): what is said to help does not: \(fault)")]
    }
    if suppositions.isEmpty || changes.isEmpty { return breach(nil, "nothing is changed") }
    if suppositions.contains(where: { $0.effort == nil }) { return breach(nil, "it is nothing that may be asked for") }
    let facts = Facts(situation.supposing(suppositions))
    let given = plan.covers.merging(covers) { _, new in new }
    let open = Set(plan.assignments.filter { $0.outcomeName == "uncovered" }.map(\.session.id)).subtracting(sessions)
    var book = CoverBook(facts.carried)
    for cover in taken(given, facts) {
      if let objection = (Checks.objections(to: cover, facts) + Checks.objections(to: cover, beside: book, facts)).first
      {
        return breach(cover.session, "\(cover.by) cannot take \(cover.session): \(objection.detail)")
      }
      if let fault = MovedTime(facts).fault(of: cover) { return breach(cover.session, "\(cover.session): \(fault)") }
      book.add(cover)
    }
    for affected in facts.affected where affected.wantsCover {
      let id = affected.session.id
      if given[id] == nil, !open.contains(id) { return breach(id, "\(id) has nobody") }
    }
    return []
  }

  /// The covers of what still wants any, and the appointments that meet requests.
  private func taken(_ given: [SessionID: Cover], _ facts: Facts) -> [GivenCover] {
    facts.affected.filter(\.wantsCover).compactMap { affected in
      given[affected.session.id].map { GivenCover(affected, by: $0.by, interval: $0.interval) }
    }
      + facts.requests.compactMap { request in
        given[request.referral.id].map { GivenCover(request, by: $0.by, interval: $0.interval) }
      }
  }
}
