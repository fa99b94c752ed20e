import CivilTime

extension Situation {
  /// What decisions, answers and told clients settle about the demands.
  ///
  /// Of several decisions that assign one session the last counts. An acceptance counts while it answers the published
  /// question: the same colleague, and no lower SEQUENCE. Published cover whose time has come is settled by that, unless
  /// somebody has decided afterwards who it was.
  static func pins(
    for demands: [Demand], decisions: [Decision], answers: [Answer], published: [PublishedCover], now: Instant,
    areRequests: Bool = false
  ) -> [Pin] {
    let publishedOf = Dictionary(published.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
    let latest = Dictionary(
      answers.map { (AnswerKey(session: $0.session, colleague: $0.colleague), $0) },
      uniquingKeysWith: { _, last in last })
    var pins: [Pin] = []
    for demand in demands {
      let id = demand.session.id
      let concerning = decisions.filter { $0.concerns(demand.session, in: demand.absence) }
      let assigned = concerning.compactMap { decision -> ClinicianID? in
        if case .assign(let colleague) = decision.kind { colleague } else { nil }
      }.last
      if let assigned { pins.append(Pin(session: id, colleague: assigned, start: nil, reason: .assigned)) }
      guard let cover = publishedOf[id] else { continue }
      if cover.interval.start < now, assigned == nil, demand.wantsCover || areRequests {
        pins.append(Pin(session: id, colleague: cover.by, start: cover.interval.start, reason: .begun))
      }
      if concerning.contains(where: { $0.kind == .told && cover.isTold(by: $0) }) {
        pins.append(Pin(session: id, colleague: cover.by, start: cover.interval.start, reason: .told))
      }
      if let answer = latest[AnswerKey(session: id, colleague: cover.by)], answer.kind == .accepted,
        answer.sequence >= cover.sequence
      {
        pins.append(Pin(session: id, colleague: cover.by, start: cover.interval.start, reason: .accepted))
      }
    }
    return pins
  }

  /// Whether the colleague's last answer about the session was to decline it, and no person has assigned it to them
  /// nevertheless: what is decided gives way to E1-E13 alone.
  public func hasDeclined(_ colleague: ClinicianID, _ session: SessionID) -> Bool {
    !pins.contains { $0.reason == .assigned && $0.session == session && $0.colleague == colleague }
      && answers.last { $0.session == session && $0.colleague == colleague }?.kind == .declined
  }

  /// Whether the client has consented to cover of the demand's session, now or by a recorded decision.
  public func consent(of client: ClientID, to demand: Demand) -> Client.Consent {
    let recorded = decisions.contains {
      $0.kind == .consented && ($0.client == nil || $0.client == client)
        && $0.concerns(demand.session, in: demand.absence)
    }
    return recorded ? .yes : clients[client]?.consent ?? .yes
  }
}

extension PublishedCover {
  /// Whether a client who was told then was told of this cover, and not of one that stood before it.
  fileprivate func isTold(by decision: Decision) -> Bool {
    guard let at = decision.at, let since else { return true }
    return at >= since
  }
}

private struct AnswerKey: Hashable {
  let session: SessionID
  let colleague: ClinicianID
}
