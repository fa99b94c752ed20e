import CivilTime
import CoverDomain

/// A demand or a request, with what its clients and other people have said about it.
struct Wanted: Sendable {
  /// A request stands as a demand at the begin of its time.
  let demand: Demand
  /// The request; nil for a demand.
  let referral: Referral?
  /// Those of its clients whom the register holds.
  let clients: [Client]
  let day: Day
  /// Colleagues ruled out by a person's decision.
  let forbidden: Set<ClinicianID>
  /// Colleagues whose last answer was no, and whom no person has assigned nevertheless.
  let declined: Set<ClinicianID>
  /// To whom a person has assigned the session.
  let assigned: ClinicianID?
  /// Whether a client has refused to be seen by anybody else.
  let isRefused: Bool
  /// The clients who come to it.
  let attending: [ClientID]
  /// What the last publication holds for it.
  let published: PublishedCover?
  /// Times at which a client is in another session that takes place.
  let elsewhere: IntervalSet

  var session: Session { demand.session }

  /// Whether that colleague was to take it at that time, by the last publication or by what a person has decided: when
  /// the time has come, nothing else is left of it.
  func wasPromised(to colleague: ClinicianID, at start: Instant) -> Bool {
    if let published, published.by == colleague, published.interval.start == start { return true }
    return referral == nil && assigned == colleague && start == session.interval.start
  }

  /// Whether it can still be given to somebody: its own time is to come, or the time to which it was moved.
  func isToCome(at now: Instant) -> Bool {
    session.interval.start >= now || referral != nil || (published.map { $0.interval.start >= now } ?? false)
  }
  /// Whether somebody is sought for it.
  var isSought: Bool { referral != nil || demand.wantsCover }

  init(
    _ demand: Demand, referral: Referral? = nil, _ situation: Situation, published: PublishedCover?,
    elsewhere: IntervalSet
  ) {
    self.demand = demand
    self.referral = referral
    attending = referral?.attending ?? demand.session.clients
    clients = demand.session.clients.compactMap { situation.clients[$0] }
    day = situation.practice.zone.day(of: demand.session.interval.start)
    var forbidden: Set<ClinicianID> = []
    for decision in situation.decisionBook.concerning(demand.session, in: demand.absence) {
      if case .forbid(let colleague) = decision.kind { forbidden.insert(colleague) }
    }
    self.forbidden = forbidden
    var declined: Set<ClinicianID> = []
    for answer in situation.answersOf[demand.session.id] ?? [] {
      if answer.kind == .declined { declined.insert(answer.colleague) } else { declined.remove(answer.colleague) }
    }
    assigned = situation.assigned[demand.session.id]
    if let assigned { declined.remove(assigned) }
    self.declined = declined
    isRefused = demand.session.clients.contains { situation.consent(of: $0, to: demand) == .no }
    self.published = published
    self.elsewhere = elsewhere
  }
}
