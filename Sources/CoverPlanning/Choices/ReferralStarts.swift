import CivilTime
import CoverDomain

/// The times at which a colleague could meet a request.
///
/// An appointment begins where the colleague's free time does, where other work that is planned could end, or on the
/// grid of moved sessions; always on a multiple of five minutes. Of the times that nothing else in the plan could want,
/// the earliest are enough: whoever takes a later one could as well take one of them. So the list ends with as many of
/// them as the other requests could not take away all together, and the plan is still the best of all.
struct ReferralStarts {
  /// Seconds between two times at which an appointment could begin.
  private static let fiveMinutes = 300

  private let facts: Facts
  private let breakSeconds: Int
  /// When choices for other people's sessions could occupy each clinician, and how many demands they are for by day and
  /// week. Those that float take their time after the requests have theirs: they count in weeks alone.
  private let contested: [IntervalSet]
  private let contestedClients: [ClientID: IntervalSet]
  private let demandsByDay: [[Day: Set<Int>]]
  private let demandsByWeek: [[Week: Set<Int>]]
  private let carried: Covers
  private let times: ReferralTimes

  /// - Parameters:
  ///   - covers: every choice of a demand.
  ///   - carried: what is given outside the window.
  init(_ facts: Facts, covers: [Choice], carried: Covers) {
    self.facts = facts
    self.carried = carried
    times = ReferralTimes(facts)
    breakSeconds = facts.rules.breakMinutes * 60
    var occupied = [[Interval]](repeating: [], count: facts.people.count)
    var demands = [[Day: Set<Int>]](repeating: [:], count: facts.people.count)
    var weeks = [[Week: Set<Int>]](repeating: [:], count: facts.people.count)
    var clients: [ClientID: [Interval]] = [:]
    for choice in covers {
      weeks[choice.colleague][choice.day.week, default: []].insert(choice.demand)
      if choice.isFloating { continue }
      for person in choice.occupied { occupied[person].append(choice.interval.atLeastAnInstant) }
      demands[choice.colleague][choice.day, default: []].insert(choice.demand)
      for client in choice.wanted(facts).attending { clients[client, default: []].append(choice.interval) }
    }
    contested = occupied.map { IntervalSet($0) }
    contestedClients = clients.mapValues { IntervalSet($0) }
    demandsByDay = demands
    demandsByWeek = weeks
  }

  /// The choices that the rules leave of that request and colleague, by time.
  ///
  /// - Parameter others: how many other requests the colleague could take.
  func choices(of request: Int, colleague: Int, others: Int) -> [Choice] {
    let wanted = facts.wanted[request]
    guard let referral = wanted.referral else { return [] }
    var found: [Choice] = []
    var uncontested: [Interval] = []
    let enough = others * (longest / referral.length + 2) + 1
    for start in starts(of: referral, colleague: colleague) {
      let choice = Choice(demand: request, colleague: colleague, start: start, facts)
      guard HardRules.allow(choice, besideCarried: carried, facts) else { continue }
      found.append(choice)
      let padded = choice.interval.padded(by: breakSeconds)
      guard !(uncontested.last?.overlaps(padded) ?? false), !isContested(choice, others: others) else { continue }
      uncontested.append(choice.interval)
      if uncontested.count == enough { break }
    }
    return found
  }

  /// The appointment as it was published, where the rules still allow it.
  func published(_ request: Int) -> Choice? {
    let wanted = facts.wanted[request]
    guard let published = wanted.published, let colleague = facts.position(of: published.by),
      let referral = wanted.referral, published.interval.length == referral.length,
      referral.from <= published.interval.start, published.interval.end <= referral.due
    else { return nil }
    let choice = Choice(demand: request, colleague: colleague, start: published.interval.start, facts)
    let isPossible = times.free(referral, colleague).contains(choice.interval)
    return isPossible && HardRules.allow(choice, besideCarried: carried, facts) ? choice : nil
  }

  /// The length of the longest appointment that is requested, with the break on both sides.
  private var longest: Int {
    (facts.situation.referrals.map(\.length).max() ?? 0) + 2 * breakSeconds
  }

  /// Possible begins, by time; the rules have yet to be asked.
  private func starts(of referral: Referral, colleague: Int) -> [Instant] {
    let situation = facts.situation
    let earliest = max(referral.from, situation.window.interval.start, situation.now)
    guard let span = Interval(earliest, referral.due), !span.isEmpty else { return [] }
    let others = contested[colleague].overlapping(span).map { $0.end + breakSeconds }
    let clients = referral.attending.flatMap { contestedClients[$0]?.overlapping(span) ?? [] }.map(\.end)
    let free = times.free(referral, colleague).clipped(to: span)
    var starts: Set<Instant> = []
    for gap in free.intervals where gap.length >= referral.length {
      let latest = gap.end - referral.length
      for begin in [gap.start] + (others + clients).filter({ gap.start < $0 && $0 <= latest }) {
        let start = Instant(
          seconds: begin.seconds + (Self.fiveMinutes - begin.seconds % Self.fiveMinutes) % Self.fiveMinutes)
        if start <= latest { starts.insert(start) }
      }
      for start in times.grid(in: gap) where start <= latest { starts.insert(start) }
    }
    return starts.filter { situation.window.interval.contains($0) }.sorted()
  }

  /// Whether anything else in the plan could stand in the way of the choice.
  private func isContested(_ choice: Choice, others: Int) -> Bool {
    let padded = choice.interval.padded(by: breakSeconds)
    if choice.occupied.contains(where: { contested[$0].overlaps(padded) }) { return true }
    if choice.wanted(facts).attending.contains(where: { contestedClients[$0]?.overlaps(choice.interval) ?? false }) {
      return true
    }
    let person = choice.person(facts)
    let clinician = person.clinician
    let week = choice.day.week
    let ofDay = demandsByDay[choice.colleague][choice.day]?.count ?? 0
    let ofWeek = demandsByWeek[choice.colleague][week]?.count ?? 0
    let coverOfDay = ofDay + person.carriedCover.on(choice.day) + others + 1
    let coverOfWeek = ofWeek + person.carriedCover.within(week) + others + 1
    return coverOfDay > clinician.mostCover(on: choice.day) ?? .max
      || coverOfWeek > clinician.mostCover(in: week) ?? .max
      || coverOfDay + person.ownSessions.on(choice.day) > clinician.mostSessions(on: choice.day) ?? .max
      || coverOfWeek + person.ownSessions.within(week) > clinician.mostSessions(in: week) ?? .max
  }
}
