public import CivilTime
public import CoverDomain

/// A plan made by hand, for tests: whoever is named covers, and everything else is filled in as the rules ask.
///
/// ```swift
/// var draft = DraftPlan(situation)
/// draft.cover(session, by: "ben")
/// let plan = draft.plan()
/// ```
/// Tiers are counted from the covers and called proven; contacts and supervisors are the first who can be named; handovers
/// are there and nowhere placed. Nothing is held against the rules: that is what the test is for.
public struct DraftPlan: Sendable {
  public let situation: Situation
  public private(set) var covers: [SessionID: Cover] = [:]
  /// What keeps each colleague from an uncovered session; a colleague without an entry is kept by nothing.
  public var reasons: [SessionID: [ClinicianID: [Rule]]] = [:]
  public var brokenPromises: [BrokenPromise] = []
  /// Whether each tier's bound is its value; else it is 0.
  public var isProven = true

  public init(_ situation: Situation) { self.situation = situation }

  /// Gives the session to the colleague, at its own time unless `start` is given.
  public mutating func cover(_ session: SessionID, by colleague: String, at start: Instant? = nil) {
    guard let demand = situation.demands.first(where: { $0.session.id == session }) else { return }
    let own = demand.session.interval
    covers[session] = Cover(
      by: ClinicianID(colleague), interval: Interval(start: start ?? own.start, seconds: own.length))
  }

  /// Gives the request to the colleague at that time.
  public mutating func meet(_ request: SessionID, by colleague: String, at start: Instant) {
    guard let referral = situation.referrals.first(where: { $0.id == request }) else { return }
    covers[request] = Cover(by: ClinicianID(colleague), interval: Interval(start: start, seconds: referral.length))
  }

  /// Names the promise about the session that the plan does not keep.
  public mutating func breaks(_ reason: Pin.Reason, of session: SessionID, because rules: [Rule]) {
    brokenPromises += situation.pins.filter { $0.session == session && $0.reason == reason }
      .map { BrokenPromise(pin: $0, rules: rules) }
  }

  public func plan() -> Plan {
    Plan(
      window: situation.window,
      tiers: order.map { tier in
        let value = count(tier)
        return TierResult(tier: tier, value: value, bound: isProven ? value : 0)
      },
      assignments: situation.demands.map { Assignment(demand: $0, outcome: outcome(of: $0)) },
      absences: situation.absencesInWindow.map(absencePlan), brokenPromises: brokenPromises,
      referrals: situation.referrals.map { ReferralAssignment(referral: $0, outcome: outcome(of: $0)) })
  }

  private func outcome(of referral: Referral) -> ReferralAssignment.Outcome {
    if let cover = covers[referral.id] { return .met(cover) }
    let why = situation.practice.colleagues(of: referral.clinician).map {
      Gap.Obstacles(colleague: $0.id, rules: reasons[referral.id]?[$0.id] ?? [])
    }
    return .unmet(ReferralGap(why: why, firstOpening: nil))
  }

  private var order: [Tier] {
    ([.required, .preferred] + situation.practice.rules.priorities).reduce(into: []) { order, tier in
      if !order.contains(tier), situation.isInPlay(tier) { order.append(tier) }
    }
  }

  private func outcome(of demand: Demand) -> Outcome {
    if let cover = covers[demand.session.id] { return .covered(cover) }
    if demand.isClosed { return .closed }
    if demand.need == .wait { return .waiting }
    if demand.need == .none { return .none }
    let colleagues = situation.practice.colleagues(of: demand.session.clinician).map(\.id)
    let why = colleagues.map {
      Gap.Obstacles(colleague: $0, rules: reasons[demand.session.id]?[$0] ?? [])
    }
    return .uncovered(Gap(why: why, wouldHelp: []))
  }

  private func absencePlan(_ absence: Absence) -> AbsencePlan {
    let days = situation.contactDays(of: absence)
    let clinicians = situation.practice.clinicians
    func first(on day: Day, _ condition: (Clinician) -> Bool) -> ClinicianID? {
      clinicians.first {
        $0.id != absence.clinician && condition($0) && $0.isEmployed(on: day) && situation.isThere($0.id, on: day)
      }?.id
    }
    let supervisees = clinicians.filter { $0.supervisor == absence.clinician }.map(\.id)
    var clients: [ClinicianID: Set<ClientID>] = [:]
    for demand in situation.demands where demand.absence == absence {
      if let cover = covers[demand.session.id], cover.by != absence.clinician {
        clients[cover.by, default: []].formUnion(demand.session.clients)
      }
    }
    for (cover, _) in situation.carriedDemands(in: absence) where cover.by != absence.clinician {
      clients[cover.by, default: []].formUnion(cover.clients)
    }
    let handovers = [Handover.Kind.handover, .handback].flatMap { kind in
      clients.sorted { $0.key < $1.key }.map { colleague, clients in
        Handover(
          kind: kind, colleague: colleague, clients: clients.sorted(),
          minutes: situation.practice.rules.handover.minutes(clients: clients.count), interval: nil)
      }
    }
    return AbsencePlan(
      absence: absence, contacts: days.map { day in Contact(day: day, by: first(on: day, \.onCall)) },
      supervisors: days.flatMap { day in
        supervisees.map { supervisee in
          CoveringSupervisor(
            supervisee: supervisee, day: day, by: first(on: day) { $0.supervises && $0.id != supervisee })
        }
      },
      handovers: handovers, withoutSupervisor: withoutSupervisor(absence, days))
  }

  private func withoutSupervisor(_ absence: Absence, _ days: [Day]) -> [ClientID] {
    guard let supervisor = situation.practice.clinician(absence.clinician)?.supervisor,
      let leave = situation.leaveTime[supervisor],
      days.contains(where: { leave.overlaps(situation.practice.zone.interval(of: $0)) })
    else { return [] }
    return situation.clients.values.filter { $0.clinician == absence.clinician }.map(\.id).sorted()
  }
}
