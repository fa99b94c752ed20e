import CivilTime
public import CoverDomain

/// Holds people's decisions against the rules and the calendars as they are now.
///
/// As in the verification of a plan, what the rules allow is asked beside what has been promised, never beside cover
/// that is merely planned: that could be given by somebody else.
public struct DecisionVerifier: Sendable {
  let facts: Facts
  private let decisions: [Decision]
  /// The promised cover of every session to come that somebody can keep.
  let promised: CoverBook

  public init(situation: Situation) {
    let facts = Facts(situation)
    self.facts = facts
    decisions = situation.decisions
    promised = Self.promised(facts)
  }

  /// What the last publication keeps comes first, and of the rest whatever fits beside it, the strongest first: so of two
  /// promises that cannot both be kept one is.
  private static func promised(_ facts: Facts) -> CoverBook {
    var book = CoverBook(facts.carried + facts.begun.map { GivenCover(carried: $0) })
    let toCome = facts.affected.filter { $0.wantsCover && $0.session.interval.end > facts.now }
    let promises = toCome.flatMap { affected in
      facts.promises.pins(of: affected).map { pin -> (pin: Pin, cover: GivenCover, isPublished: Bool) in
        let cover = Self.cover(pin, of: affected)
        let published = facts.promises.published(pin.session)
        return (
          pin, cover, published?.by == pin.colleague && published?.interval.start == cover.interval.start
        )
      }
    }
    var kept: Set<SessionID> = []
    for isPublished in [true, false] {
      for reason in [Pin.Reason.begun, .assigned, .told, .accepted] {
        for promise in promises where promise.pin.reason == reason && promise.isPublished == isPublished {
          let cover = promise.cover
          guard !kept.contains(promise.pin.session), Checks.objections(to: cover, facts).isEmpty,
            Checks.objections(to: cover, beside: book.without(cover.session), facts).isEmpty
          else { continue }
          kept.insert(promise.pin.session)
          book.add(cover)
        }
      }
    }
    return book
  }

  /// What becomes of one of the situation's decisions.
  public func standing(of decision: Decision) -> DecisionStanding {
    if case .leave(let clinician, let days) = decision.kind { return leave(clinician, days) }
    if case .sent = decision.kind { return sent(decision) }
    if let request = facts.requests.first(where: { $0.referral.id == decision.session }) {
      return standing(of: decision, about: request)
    }
    let concerned = facts.affected.filter { SessionDecisions.concerns(decision, $0.session, $0.absence) }
    let toCome = concerned.filter { $0.session.interval.end > facts.now }
    let sessions = toCome.map(\.session)
    if concerned.isEmpty { return resting(decision) }
    if toCome.isEmpty { return DecisionStanding(.over) }
    switch decision.kind {
    case .assign(let colleague): return assigned(colleague, toCome)
    case .told: return told(decision, toCome)
    case .forbid, .wait, .sent, .consented, .leave: return DecisionStanding(.kept, sessions: sessions)
    }
  }

  /// The sessions to come that both are about.
  public func common(_ one: Decision, _ other: Decision) -> [Session] {
    facts.affected.filter {
      $0.session.interval.end > facts.now && SessionDecisions.concerns(one, $0.session, $0.absence)
        && SessionDecisions.concerns(other, $0.session, $0.absence)
    }.map(\.session)
  }

  // MARK: What is not affected

  private func resting(_ decision: Decision) -> DecisionStanding {
    if let day = decision.absence {
      let absence = facts.absences.first {
        $0.clinician == day.clinician && $0.firstDay <= day.day && day.day <= $0.lastDay
      }
      if (absence?.lastDay ?? day.day) < facts.zone.day(of: facts.now) { return DecisionStanding(.over) }
      if absence == nil {
        return DecisionStanding(.rests, "\(day.clinician) is not away on \(day.day.iso8601)")
      }
    }
    if let id = decision.session {
      guard let session = facts.sessions[id] else { return DecisionStanding(.rests, "the session was not read") }
      if session.interval.end <= facts.now { return DecisionStanding(.over) }
      return DecisionStanding(.rests, "\(session.clinician) is not away then")
    }
    return DecisionStanding(.rests, "no session that it is about is affected")
  }

  /// Of a letter that promises nothing: it is kept as long as the absence lasts.
  private func sent(_ decision: Decision) -> DecisionStanding {
    guard let day = decision.absence else { return DecisionStanding(.rests, "it is about no absence") }
    let isAway = facts.absences.contains {
      $0.clinician == day.clinician && $0.firstDay <= day.day && day.day <= $0.lastDay
        && $0.lastDay >= facts.zone.day(of: facts.now)
    }
    return isAway ? DecisionStanding(.kept) : resting(decision)
  }

  private func leave(_ clinician: ClinicianID, _ days: ClosedRange<Day>) -> DecisionStanding {
    if days.upperBound < facts.zone.day(of: facts.now) { return DecisionStanding(.over) }
    let start = facts.zone.start(of: days.lowerBound)
    let interval = Interval(start: start, seconds: facts.zone.start(of: days.upperBound + 1) - start)
    let sessions = facts.affected.map(\.session).filter {
      $0.clinician == clinician && $0.interval.overlaps(interval) && $0.interval.end > facts.now
    }
    return DecisionStanding(.kept, sessions: sessions)
  }

  // MARK: What is promised

  private func assigned(_ colleague: ClinicianID, _ affected: [AffectedSession]) -> DecisionStanding {
    let sessions = affected.map(\.session)
    let counting = affected.filter { $0.decisions.assigned == colleague }
    guard !counting.isEmpty else {
      let later = affected.compactMap(\.decisions.assigned).first.map(\.text) ?? "somebody else"
      return DecisionStanding(.rests, "a later decision assigns \(later)", sessions: sessions)
    }
    if counting.allSatisfy({ $0.decisions.hasWait && !$0.wantsCover }) {
      return DecisionStanding(.rests, "it is decided that the client waits", sessions: sessions)
    }
    let obstacles = counting.compactMap { session in
      obstacle(Pin(session: session.session.id, colleague: colleague, start: nil, reason: .assigned), session)
    }
    return DecisionStanding(obstacles.isEmpty ? .kept : .broken, obstacles: obstacles, sessions: sessions)
  }

  private func told(_ decision: Decision, _ affected: [AffectedSession]) -> DecisionStanding {
    let sessions = affected.map(\.session)
    var isOutdated = false
    var obstacles: [DecisionStanding.Obstacle] = []
    for session in affected {
      guard let cover = facts.promises.published(session.session.id) else { continue }
      if let at = decision.at, let since = cover.since, at < since {
        isOutdated = true
        continue
      }
      let pin = Pin(
        session: session.session.id, colleague: cover.by, start: cover.interval.start, reason: .told)
      if let obstacle = obstacle(pin, session) { obstacles.append(obstacle) }
    }
    if !obstacles.isEmpty { return DecisionStanding(.broken, obstacles: obstacles, sessions: sessions) }
    if isOutdated {
      return DecisionStanding(
        .rests, "the cover was changed after that: the client has to be told anew", sessions: sessions)
    }
    return DecisionStanding(.kept, sessions: sessions)
  }

  /// What stands in the way of a promise; nil where nothing does.
  private func obstacle(_ pin: Pin, _ affected: AffectedSession) -> DecisionStanding.Obstacle? {
    func obstacle(_ rules: [Rule], _ details: [String]) -> DecisionStanding.Obstacle {
      DecisionStanding.Obstacle(session: affected.session, colleague: pin.colleague, rules: rules, details: details)
    }
    if affected.isClosed { return obstacle([.hours], ["the practice is closed then"]) }
    if !affected.wantsCover {
      if affected.decisions.hasWait { return nil }
      return obstacle([.decided], ["no cover is sought for it: its need is \(affected.need.rawValue)"])
    }
    if let assigned = affected.decisions.assigned, assigned != pin.colleague, pin.reason != .assigned {
      return obstacle([.decided], ["it is assigned to \(assigned)"])
    }
    let cover = Self.cover(pin, of: affected)
    if let fault = MovedTime(facts).fault(of: cover) { return obstacle([.decided], ["\(fault)"]) }
    let objections =
      Checks.objections(to: cover, facts)
      + Checks.objections(to: cover, beside: promised.without(affected.session.id), facts)
    guard !objections.isEmpty else { return nil }
    return obstacle(objections.map(\.rule), objections.map(\.detail))
  }

  private static func cover(_ pin: Pin, of affected: AffectedSession) -> GivenCover {
    GivenCover(
      affected, by: pin.colleague,
      interval: Interval(
        start: pin.start ?? affected.session.interval.start, seconds: affected.session.interval.length))
  }
}
