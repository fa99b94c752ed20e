import CivilTime
import CoverDomain

/// What lies outside the planned days and is still to come: sessions that an earlier plan has settled, whose clients are
/// told of them as before, and sessions of a planned absence that no plan has settled yet.
struct BeyondWindow: Sendable {
  /// By time, each with what the last publication has for it.
  let settled: [Assignment]
  /// Of the absences that reach into the window, by time.
  let open: [Demand]

  init(situation: Situation, published: PublishedPlan?) {
    let window = situation.window
    let today = situation.practice.zone.day(of: situation.now)
    let planned = situation.absencesInWindow
    let away = planned.map(\.days)
    let earliest = ([published?.from].compactMap(\.self) + away.map(\.lowerBound)).min() ?? window.from
    let first = min(window.from, max(today, earliest))
    let known = published?.outcomes ?? [:]
    let last =
      (away.map { $0.upperBound + 1 } + [published?.lastDay].compactMap { $0.map { $0 + 1 } }).max() ?? window.to
    guard first < window.from || last > window.to,
      let wide = PlanningWindow(from: first, to: max(last, window.to), zone: situation.practice.zone)
    else {
      settled = []
      open = []
      return
    }
    let outside = situation.seen(in: wide).demands.filter {
      !window.interval.contains($0.session.interval.start) && $0.session.interval.end > situation.now
    }
    let covers = Dictionary(situation.carried.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
    let found = outside.map { demand in
      (demand, Self.outcome(of: demand, covers[demand.session.id], known[demand.session.id]))
    }
    settled = found.compactMap { demand, outcome in outcome.map { Assignment(demand: demand, outcome: $0) } }
    let isPlanned = Set(planned)
    open = found.filter { demand, outcome in
      outcome == nil && (demand.absence.map(isPlanned.contains) ?? false)
    }.map(\.0)
  }

  /// What holds for it: its published cover, or what the last publication said where none is called for or was found.
  private static func outcome(of demand: Demand, _ cover: PublishedCover?, _ name: String?) -> Outcome? {
    guard let name else { return nil }
    if demand.isClosed { return .closed }
    if demand.sharedWith != nil || demand.need == .none { return Outcome.none }
    if let cover { return .covered(Cover(by: cover.by, interval: cover.interval)) }
    if demand.need == .wait { return .waiting }
    return name == "uncovered" ? .uncovered(Gap(why: [], wouldHelp: [])) : nil
  }

  /// The sessions outside the planned days that the absence affects, and those of them that are settled.
  func sessions(of absence: Absence) -> (all: Int, settled: [Assignment]) {
    let settled = settled.filter { $0.demand.absence == absence }
    return (settled.count + open.count { $0.absence == absence }, settled)
  }
}
