import CivilTime
import CoverDomain

/// The cover sessions of a plan in the making, and those carried over from the last publication, by whom they occupy.
struct Covers: Sendable {
  private var intervals: [[Interval]]
  private var sessions: [Tally]
  private var given: [Tally]
  private var clients: [ClientID: [Interval]] = [:]

  /// The carried ones alone. What they mean for clients is in `Wanted.elsewhere` already.
  init(carriedIn facts: Facts) {
    intervals = facts.people.map { $0.carried.map(\.interval.atLeastAnInstant) }
    given = facts.people.map(\.carriedCover)
    sessions = given
  }

  /// When the colleague gives cover, or is with a colleague or client whom a request is about.
  func of(colleague: Int) -> [Interval] { intervals[colleague] }

  /// When the client is given cover.
  func of(client: ClientID) -> [Interval] { clients[client] ?? [] }

  /// How many covers the colleague gives to others' clients, by day and week.
  func given(by colleague: Int) -> Tally { given[colleague] }

  /// How many sessions the plan gives the colleague, own ones that it moves among them, by day and week.
  func sessions(of colleague: Int) -> Tally { sessions[colleague] }

  /// A floating choice counts in its week alone.
  mutating func add(_ choice: Choice, _ facts: Facts) {
    tally(choice, 1)
    if choice.isFloating { return }
    let interval = choice.interval.atLeastAnInstant
    for person in choice.occupied { intervals[person].append(interval) }
    for client in choice.wanted(facts).attending { clients[client, default: []].append(interval) }
  }

  private mutating func tally(_ choice: Choice, _ count: Int) {
    sessions[choice.colleague].add(count, for: choice)
    if !choice.isOwn { given[choice.colleague].add(count, for: choice) }
  }

  /// Takes away what `add` added.
  mutating func remove(_ choice: Choice, _ facts: Facts) {
    tally(choice, -1)
    if choice.isFloating { return }
    let interval = choice.interval.atLeastAnInstant
    for person in choice.occupied { intervals[person].removeLast(interval) }
    for client in choice.wanted(facts).attending { clients[client]?.removeLast(interval) }
  }
}

extension Tally {
  fileprivate mutating func add(_ count: Int, for choice: Choice) {
    if choice.isFloating { add(count, within: choice.day.week) } else { add(count, on: choice.day) }
  }
}

extension Array where Element: Equatable {
  fileprivate mutating func removeLast(_ element: Element) {
    if let index = lastIndex(of: element) { remove(at: index) }
  }
}
