import CivilTime
import CoverDomain

/// What changed when the plan last changed, read off the events themselves: a run that changes nothing says the same.
struct LastChange: Sendable {
  enum Kind: String, Sendable { case new, changed, updated, withdrawn }

  struct Entry: Sendable {
    let kind: Kind
    /// As it is now; of a withdrawn event, as it was.
    let event: CoverEvent
    /// Who was to come and when, of a changed event.
    let before: CoverEvent.Before?
  }

  /// Nil where nothing was ever published.
  let at: Instant?
  /// By kind, then time.
  let entries: [Entry]
  /// Whether nothing is older: the first publication.
  let isEverything: Bool

  init(_ history: EventHistory) {
    let at = (history.live + history.withdrawn).map(\.stamps.modified).max()
    self.at = at
    let live = history.live.filter { $0.stamps.modified == at }
    let held = Dictionary(history.live.map { ($0.uid, $0.by) }, uniquingKeysWith: { first, _ in first })
    // Where somebody else has the event now, the change of hands says it already.
    let withdrawn = history.withdrawn.filter { $0.stamps.modified == at && held[$0.uid] == nil }
    entries =
      live.map { event in
        let isAppointment = event.stamps.since == at
        let kind: Kind = isAppointment ? (event.stamps.before == nil ? .new : .changed) : .updated
        return Entry(kind: kind, event: event, before: kind == .changed ? event.stamps.before : nil)
      } + withdrawn.map { Entry(kind: .withdrawn, event: $0, before: nil) }
    isEverything = withdrawn.isEmpty && live.count == history.live.count && entries.allSatisfy { $0.kind == .new }
  }

  func entries(_ kind: Kind) -> [Entry] { entries.filter { $0.kind == kind } }
}
