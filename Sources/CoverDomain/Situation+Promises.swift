import CivilTime

extension Situation {
  /// What decisions, answers and told clients settle.
  ///
  /// Of several decisions that assign one session the last counts. An acceptance counts while it answers the published
  /// question: the same colleague, and no lower SEQUENCE. Published cover whose time has come is settled by that, unless
  /// somebody has decided afterwards who it was.
  struct Settled {
    private let decisions: DecisionBook
    private let answersOf: [SessionID: [Answer]]
    private let published: [SessionID: PublishedCover]
    private let now: Instant

    init(decisions: DecisionBook, answersOf: [SessionID: [Answer]], published: [PublishedCover], now: Instant) {
      self.decisions = decisions
      self.answersOf = answersOf
      self.published = Dictionary(published.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
      self.now = now
    }

    /// About a demand, the strongest reason first.
    func pins(for demand: Demand) -> [Pin] {
      pins(
        demand.session.id, decisions.concerning(demand.session, in: demand.absence), isSought: demand.wantsCover)
    }

    /// About a request: who was told of an absence, or was assigned to cover, was not told of this, or assigned to it.
    func pins(forRequest referral: Referral) -> [Pin] {
      let demand = referral.demand
      let concerning = decisions.concerning(demand.session, in: demand.absence).filter { decision in
        switch decision.kind {
        case .assign, .told: decision.session != nil
        case .forbid, .wait, .consented, .leave, .sent: true
        }
      }
      return pins(demand.session.id, concerning, isSought: true)
    }

    private func pins(_ id: SessionID, _ concerning: [Decision], isSought: Bool) -> [Pin] {
      var pins: [Pin] = []
      let assigned = concerning.compactMap { decision -> ClinicianID? in
        if case .assign(let colleague) = decision.kind { colleague } else { nil }
      }.last
      if let assigned { pins.append(Pin(session: id, colleague: assigned, start: nil, reason: .assigned)) }
      guard let cover = published[id] else { return pins }
      func promised(_ reason: Pin.Reason) -> Pin {
        Pin(session: id, colleague: cover.by, start: cover.interval.start, reason: reason)
      }
      if cover.interval.start < now, assigned == nil, isSought { pins.append(promised(.begun)) }
      if concerning.contains(where: { $0.kind == .told && cover.isTold(by: $0) }) { pins.append(promised(.told)) }
      if let answer = answersOf[id]?.last(where: { $0.colleague == cover.by }), answer.kind == .accepted,
        answer.sequence >= cover.sequence
      {
        pins.append(promised(.accepted))
      }
      return pins
    }
  }

  /// Whether the colleague's last answer about the session was to decline it, and no person has assigned it to them
  /// nevertheless: what is decided gives way to E1-E13 alone.
  public func hasDeclined(_ colleague: ClinicianID, _ session: SessionID) -> Bool {
    assigned[session] != colleague && answersOf[session]?.last { $0.colleague == colleague }?.kind == .declined
  }

  /// Whether the client has consented to cover of the demand's session, now or by a recorded decision.
  public func consent(of client: ClientID, to demand: Demand) -> Client.Consent {
    let recorded = decisionBook.concerning(demand.session, in: demand.absence).contains {
      $0.kind == .consented && ($0.client == nil || $0.client == client)
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
