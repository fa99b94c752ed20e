import CivilTime
import CoverDomain

extension DecisionVerifier {
  /// What becomes of a decision that names a request for a second professional.
  func standing(of decision: Decision, about request: OpenRequest) -> DecisionStanding {
    if request.referral.due <= facts.now { return DecisionStanding(.over) }
    switch decision.kind {
    case .assign(let colleague): return assigned(colleague, request)
    case .told: return told(decision, request)
    case .forbid, .wait, .sent, .consented, .leave: return DecisionStanding(.kept, sessions: [request.affected.session])
    }
  }

  private func assigned(_ colleague: ClinicianID, _ request: OpenRequest) -> DecisionStanding {
    let sessions = [request.affected.session]
    if let last = request.affected.decisions.assigned, last != colleague {
      return DecisionStanding(.rests, "a later decision assigns \(last)", sessions: sessions)
    }
    let length = request.referral.minutes * 60
    var least: [Objection]?
    for start in Requests(facts: facts).halfHours(of: request.referral) where start >= facts.now {
      let found = objections(to: Cover(by: colleague, interval: Interval(start: start, seconds: length)), request)
      if found.isEmpty { return DecisionStanding(.kept, sessions: sessions) }
      if found.count < least?.count ?? .max { least = found }
    }
    guard let least else {
      return DecisionStanding(.rests, "no time is left for it", sessions: sessions)
    }
    return broken(least, colleague, request.affected.session)
  }

  private func told(_ decision: Decision, _ request: OpenRequest) -> DecisionStanding {
    guard let published = facts.promises.published(request.referral.id) else {
      return DecisionStanding(.rests, "nobody is named for it now", sessions: [request.affected.session])
    }
    let asked = request.affected.session
    let session = Session(
      id: asked.id, clients: asked.clients, interval: published.interval, place: asked.place, source: asked.source)
    if let at = decision.at, let since = published.since, at < since {
      return DecisionStanding(
        .rests, "the appointment was changed after that: the client has to be told anew", sessions: [session])
    }
    let found = objections(to: Cover(by: published.by, interval: published.interval), request)
    return found.isEmpty
      ? DecisionStanding(.kept, sessions: [session]) : broken(found, published.by, session)
  }

  private func objections(to cover: Cover, _ request: OpenRequest) -> [Objection] {
    let given = GivenCover(request, by: cover.by, interval: cover.interval)
    let found =
      Checks.objections(to: given, facts)
      + Checks.objections(to: given, beside: promised.without(given.session), facts)
    guard found.isEmpty, let fault = Requests(facts: facts).fault(of: cover, request) else { return found }
    return [Objection(.decided, fault)]
  }

  private func broken(_ found: [Objection], _ colleague: ClinicianID, _ session: Session) -> DecisionStanding {
    DecisionStanding(
      .broken,
      obstacles: [
        DecisionStanding.Obstacle(
          session: session, colleague: colleague, rules: found.map(\.rule), details: found.map(\.detail))
      ], sessions: [session])
  }
}
