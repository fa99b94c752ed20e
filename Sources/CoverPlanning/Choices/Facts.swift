import CivilTime
import CoverDomain

/// The situation in the order in which the rules ask for it. Derived once; nothing in it is decided.
struct Facts: Sendable {
  let situation: Situation
  let zone: Zone
  let rules: PracticeRules
  /// Everybody in the practice, by id.
  let people: [Person]
  /// The demands of the window, by time, then the requests, by time.
  let wanted: [Wanted]
  /// Whom each client has met already, or is to meet, outside the window, by absence: positions in `people`.
  let met: [Absence: [ClientID: Set<Int>]]
  private let positions: [ClinicianID: Int]

  init(_ situation: Situation) {
    self.situation = situation
    zone = situation.practice.zone
    rules = situation.practice.rules
    let carried = Dictionary(grouping: situation.carried + situation.carriedReferrals, by: \.by)
    let lookBack = situation.lookBackLoad
    people = situation.practice.clinicians.map {
      Person($0, situation, carried: carried[$0.id] ?? [], lookBack: lookBack[$0.id] ?? 0)
    }
    let published = situation.publishedInWindow
    let elsewhere = Facts.busyTimes(ofClientsOf: situation)
    func elsewhereOf(_ clients: [ClientID]) -> IntervalSet { IntervalSet(clients.flatMap { elsewhere[$0] ?? [] }) }
    let demands = situation.demands.map { demand in
      Wanted(
        demand, situation, published: published[demand.session.id], elsewhere: elsewhereOf(demand.session.clients))
    }
    let appointments = situation.publishedReferralsInWindow
    let requests = situation.referrals.map { referral in
      Wanted(
        referral.demand, referral: referral, situation, published: appointments[referral.id],
        elsewhere: elsewhereOf(referral.attending))
    }
    wanted = demands + requests
    let positions = Dictionary(
      people.enumerated().map { ($1.clinician.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.positions = positions
    met = Set(situation.demands.compactMap(\.absence)).reduce(into: [:]) { met, absence in
      met[absence] = situation.met(in: absence).mapValues { Set($0.compactMap { positions[$0] }) }
    }
  }

  /// Positions of the requests in `wanted`.
  var requests: Range<Int> { situation.demands.count..<wanted.count }

  /// Whether the plan leaves open what could still be given to somebody.
  func isOpen(_ demand: Int, in draft: Draft) -> Bool {
    draft[demand] == nil && wanted[demand].isSought && wanted[demand].isToCome(at: situation.now)
  }

  /// Position of the clinician in `people`.
  func position(of clinician: ClinicianID) -> Int? { positions[clinician] }

  /// When the clients of demands and requests are in standing sessions and carried cover, with any clinician.
  private static func busyTimes(ofClientsOf situation: Situation) -> [ClientID: [Interval]] {
    let concerned = Set(situation.demands.flatMap(\.session.clients) + situation.referrals.flatMap(\.attending))
    var times: [ClientID: [Interval]] = [:]
    for session in situation.standing.values.joined() {
      for client in session.clients where concerned.contains(client) {
        times[client, default: []].append(session.interval.atLeastAnInstant)
      }
    }
    for cover in situation.carried + situation.carriedReferrals {
      for client in cover.clients where concerned.contains(client) {
        times[client, default: []].append(cover.interval.atLeastAnInstant)
      }
    }
    return times
  }
}
