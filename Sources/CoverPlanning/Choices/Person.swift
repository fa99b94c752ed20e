import CivilTime
import CoverDomain

/// A clinician as a possible colleague: what their own calendar leaves of their time.
struct Person: Sendable {
  let clinician: Clinician
  /// Hours, less closures.
  let working: IntervalSet
  let leave: IntervalSet
  /// Own sessions that take place as usual, by time. They may overlap.
  let ownTimes: [Interval]
  /// Opaque events and standing sessions: what nothing may overlap.
  let occupied: IntervalSet
  /// Own sessions that take place, those that were moved outside the window included.
  let ownSessions: Tally
  /// Published cover, and appointments that meet requests, outside the window that the colleague still gives.
  let carried: [PublishedCover]
  let carriedCover: Tally
  /// Cover sessions of the look-back days.
  let lookBack: Int

  init(_ clinician: Clinician, _ situation: Situation, carried: [PublishedCover], lookBack: Int) {
    let id = clinician.id
    self.clinician = clinician
    working = situation.workingTime[id] ?? .empty
    leave = situation.leaveTime[id] ?? .empty
    let standing = situation.standing[id] ?? []
    ownTimes = standing.map(\.interval.atLeastAnInstant)
    let events = (situation.diaries[id]?.busy ?? []) + standing.map(\.interval)
    occupied = IntervalSet(events.map(\.atLeastAnInstant))
    var sessions = Tally()
    for session in standing { sessions.add(1, on: situation.practice.zone.day(of: session.interval.start)) }
    self.carried = carried
    var cover = Tally()
    for carried in carried {
      let day = situation.practice.zone.day(of: carried.interval.start)
      // A clinician's own session at another time is no cover.
      if carried.session.clinician == id { sessions.add(1, on: day) } else { cover.add(1, on: day) }
    }
    ownSessions = sessions
    carriedCover = cover
    self.lookBack = lookBack
  }
}

extension Person {
  /// Whether the break before the later of two intervals is too short, or they overlap.
  func isTooNear(_ one: Interval, _ other: Interval, _ facts: Facts) -> Bool {
    let (earlier, later) = one.start <= other.start ? (one, other) : (other, one)
    let least = clinician.breakMinutes(on: facts.zone.day(of: later.start), facts.rules)
    return later.start < earlier.end + least * 60
  }
}

/// A count of sessions for each day and each week.
struct Tally: Sendable {
  private(set) var days: [Day: Int] = [:]
  private(set) var weeks: [Week: Int] = [:]

  mutating func add(_ count: Int, on day: Day) {
    days[day, default: 0] += count
    add(count, within: day.week)
  }

  /// On some day of the week.
  mutating func add(_ count: Int, within week: Week) { weeks[week, default: 0] += count }

  func on(_ day: Day) -> Int { days[day] ?? 0 }
  func within(_ week: Week) -> Int { weeks[week] ?? 0 }
}

extension Interval {
  /// A point, grown to a second: an appointment without a length still occupies the instant at which it is.
  var atLeastAnInstant: Interval { isEmpty ? Interval(start: start, seconds: 1) : self }
}
