import CivilTime
import CoverDomain

/// What is said to help helps: in the situation with the changes, read anew in the weeks that they reach, the plan with
/// the covers that are named in place of its own keeps every rule, the session in question has somebody, and no other has
/// lost its cover.
struct Remedies {
  private let near: NearSituations
  private let now: Instant
  private let plan: Plan
  private let given: [SessionID: Cover]
  private let uncovered: Set<SessionID>
  /// When each session of the plan would be.
  private let times: [SessionID: Interval]

  /// Changes that are said to close those gaps.
  private struct Claim {
    let suppositions: [Supposition]
    let changes: [String]
    let sessions: [SessionID]
    let covers: [SessionID: Cover]
  }

  init(situation: Situation, plan: Plan) {
    near = NearSituations(situation)
    now = situation.now
    self.plan = plan
    given = plan.covers
    uncovered = Set(plan.assignments.filter { $0.outcomeName == "uncovered" }.map(\.session.id))
    times = Dictionary(
      plan.assignments.map { ($0.session.id, $0.session.interval) }, uniquingKeysWith: { first, _ in first })
  }

  func breaches() -> [Breach] { claims.concurrentMap(breaches).flatMap(\.self) }

  private var claims: [Claim] {
    let single = plan.assignments.flatMap { assignment -> [Claim] in
      guard case .uncovered(let gap) = assignment.outcome else { return [] }
      return gap.wouldHelp.map {
        Claim(
          suppositions: $0.suppositions, changes: $0.changes, sessions: [assignment.session.id], covers: $0.covers)
      }
    }
    return single
      + plan.help.together.map {
        Claim(suppositions: $0.suppositions, changes: $0.changes, sessions: $0.sessions, covers: $0.covers)
      }
  }

  private func breaches(of claim: Claim) -> [Breach] {
    let what = claim.sessions.map(\.description).joined(separator: ", ")
    func breach(_ session: SessionID?, _ fault: String) -> [Breach] {
      [
        Breach(
          .wrongRemedy, session: session ?? claim.sessions.first, "\(what): what is said to help does not: \(fault)")
      ]
    }
    if claim.suppositions.isEmpty || claim.changes.isEmpty { return breach(nil, "nothing is changed") }
    if claim.suppositions.contains(where: { $0.effort == nil }) {
      return breach(nil, "it is nothing that may be asked for")
    }
    if let over = claim.sessions.first(where: { times[$0].map { $0.start < now } ?? false && !isMovedOn($0, claim) }) {
      return breach(over, "\(over) is over")
    }
    let facts = Facts(situation(with: claim))
    let given = given.merging(claim.covers) { _, new in new }
    let open = uncovered.subtracting(claim.sessions)
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

  /// Whether the session, begun or not, is given at a time to come.
  private func isMovedOn(_ session: SessionID, _ claim: Claim) -> Bool {
    claim.covers[session].map { $0.interval.start >= now } ?? false
  }

  /// The situation with the changes, in the weeks in which anything is given otherwise.
  private func situation(with claim: Claim) -> Situation {
    let sessions = claim.sessions + claim.covers.keys
    return near.supposing(
      claim.suppositions,
      claim.covers.values.map(\.interval) + sessions.compactMap { given[$0]?.interval }
        + sessions.compactMap { times[$0] })
  }

  /// The covers of what still wants any, and the appointments that meet requests, in those weeks.
  private func taken(_ given: [SessionID: Cover], _ facts: Facts) -> [GivenCover] {
    (facts.affected.filter(\.wantsCover).compactMap { affected in
      given[affected.session.id].map { GivenCover(affected, by: $0.by, interval: $0.interval) }
    }
      + facts.requests.compactMap { request in
        given[request.referral.id].map { GivenCover(request, by: $0.by, interval: $0.interval) }
      }).filter { facts.window.interval.contains($0.interval.start) }
  }
}
