import CivilTime
import CoverDomain

/// Places the handovers and handbacks around each absence: one of each for every covering colleague.
///
/// They are placed one after another, by absence and then by colleague, each where it fits best beside those before it.
struct HandoverPlanner {
  /// Starts are multiples of five minutes.
  private static let grid = 300

  private let facts: Facts
  private let draft: Draft
  /// When a clinician gives cover, or already has a handover; by position in `Facts.people`.
  private var taken: [[Interval]]

  init(_ facts: Facts, _ draft: Draft) {
    self.facts = facts
    self.draft = draft
    let covers = draft.covers(facts)
    taken = facts.people.indices.map { covers.of(colleague: $0) }
  }

  /// The handovers of each absence: by kind, then colleague. Absences are to come in order of time.
  mutating func handovers(for absences: [Absence]) -> [[Handover]] {
    absences.map { absence in
      let colleagues = clientsByColleague(in: absence)
      var placed: [Handover] = []
      for kind in [Handover.Kind.handover, .handback] {
        for (colleague, clients) in colleagues { placed.append(place(kind, absence, colleague, clients)) }
      }
      return placed
    }
  }

  /// Whom each covering colleague sees in the absence, by the colleague's id.
  private func clientsByColleague(in absence: Absence) -> [(colleague: Int, clients: [ClientID])] {
    var clients: [Int: Set<ClientID>] = [:]
    for choice in draft.taken where !choice.isOwn && choice.wanted(facts).demand.absence == absence {
      clients[choice.colleague, default: []].formUnion(choice.wanted(facts).session.clients)
    }
    // Who covers other days of the absence has to be told and heard as well.
    for (cover, _) in facts.situation.carriedDemands(in: absence) where cover.by != absence.clinician {
      guard let colleague = facts.people.firstIndex(where: { $0.clinician.id == cover.by }) else { continue }
      clients[colleague, default: []].formUnion(cover.clients)
    }
    return clients.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  private mutating func place(
    _ kind: Handover.Kind, _ absence: Absence, _ colleague: Int, _ clients: [ClientID]
  ) -> Handover {
    let minutes = facts.rules.handover.minutes(clients: clients.count)
    let absent = facts.people.firstIndex { $0.clinician.id == absence.clinician }
    let common = absent.map { free($0).intersection(free(colleague)) } ?? IntervalSet.empty
    let length = minutes * 60
    let interval = HandoverSpan(absence, facts).spans(kind).flatMap { span -> Interval? in
      let possible = common.clipped(to: span).subtracting(declined(absence, colleague, length))
      return accepted(absence, colleague, length, in: possible)
        ?? fit(seconds: length, in: possible, last: kind == .handover)
    }
    if let interval, let absent {
      taken[absent].append(interval)
      taken[colleague].append(interval)
    }
    return Handover(
      kind: kind, colleague: facts.people[colleague].clinician.id, clients: clients, minutes: minutes,
      interval: interval)
  }

  /// The times that one of the two has declined.
  private func declined(_ absence: Absence, _ colleague: Int, _ length: Int) -> IntervalSet {
    let times = facts.situation.declinedMeetings(of: absence.clinician, with: facts.people[colleague].clinician.id)
    return IntervalSet(times.map { Interval(start: $0, seconds: length) })
  }

  /// The time that somebody has accepted, where it still fits.
  private func accepted(_ absence: Absence, _ colleague: Int, _ length: Int, in free: IntervalSet) -> Interval? {
    facts.situation.acceptedMeetings(of: absence.clinician, with: facts.people[colleague].clinician.id)
      .map { Interval(start: $0, seconds: length) }.first { free.contains($0) }
  }

  /// When the clinician works and has nothing else to do.
  private func free(_ index: Int) -> IntervalSet {
    let person = facts.people[index]
    return employed(person.working, person.clinician).subtracting(person.leave).subtracting(person.occupied)
      .subtracting(IntervalSet(taken[index]))
  }

  /// What of the hours lies in the clinician's employment.
  private func employed(_ hours: IntervalSet, _ clinician: Clinician) -> IntervalSet {
    guard clinician.employedFrom != nil || clinician.employedUntil != nil else { return hours }
    return IntervalSet(hours.intervals.filter { clinician.isEmployed(on: facts.zone.day(of: $0.start)) })
  }

  /// The last, or the first, place for that many seconds.
  private func fit(seconds: Int, in free: IntervalSet, last: Bool) -> Interval? {
    let grid = Self.grid
    for gap in last ? free.intervals.reversed() : free.intervals {
      let earliest = gap.start.seconds + (grid - gap.start.seconds % grid) % grid
      let latest = gap.end.seconds - seconds - (gap.end.seconds - seconds) % grid
      guard earliest <= latest, gap.start.seconds <= latest else { continue }
      return Interval(start: Instant(seconds: last ? latest : earliest), seconds: seconds)
    }
    return nil
  }
}
