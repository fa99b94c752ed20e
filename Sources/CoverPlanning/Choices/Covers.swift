import CivilTime
import CoverDomain

/// The cover sessions of a plan in the making, and those carried over from the last publication, by whom they occupy.
struct Covers: Sendable {
  private var intervals: [[Interval]]
  private var tallies: [Tally]
  private var clients: [ClientID: [Interval]] = [:]

  /// The carried ones alone. What they mean for clients is in `Wanted.elsewhere` already.
  init(carriedIn facts: Facts) {
    intervals = facts.people.map { $0.carried.map(\.interval.atLeastAnInstant) }
    tallies = facts.people.map(\.carriedCover)
  }

  /// When the colleague gives cover.
  func of(colleague: Int) -> [Interval] { intervals[colleague] }

  /// When the client is given cover.
  func of(client: ClientID) -> [Interval] { clients[client] ?? [] }

  /// How many covers the colleague gives, by day and week.
  func tally(colleague: Int) -> Tally { tallies[colleague] }

  mutating func add(_ choice: Choice, _ facts: Facts) {
    let interval = choice.interval.atLeastAnInstant
    intervals[choice.colleague].append(interval)
    tallies[choice.colleague].add(1, on: choice.day)
    for client in choice.wanted(facts).session.clients { clients[client, default: []].append(interval) }
  }

  /// Takes away what `add` added.
  mutating func remove(_ choice: Choice, _ facts: Facts) {
    let interval = choice.interval.atLeastAnInstant
    intervals[choice.colleague].removeLast(interval)
    tallies[choice.colleague].add(-1, on: choice.day)
    for client in choice.wanted(facts).session.clients { clients[client]?.removeLast(interval) }
  }
}

extension Array where Element: Equatable {
  fileprivate mutating func removeLast(_ element: Element) {
    if let index = lastIndex(of: element) { remove(at: index) }
  }
}
