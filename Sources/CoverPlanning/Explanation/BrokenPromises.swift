import CoverDomain

/// What people have settled and the plan does not keep, with the rules that stand in the way.
struct BrokenPromises {
  private let facts: Facts
  private let draft: Draft

  init(_ facts: Facts, _ draft: Draft) {
    self.facts = facts
    self.draft = draft
  }

  /// In the order of the pins.
  func all() -> [BrokenPromise] {
    let covers = draft.covers(facts)
    let demands = Dictionary(
      facts.wanted.enumerated().map { ($1.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    return facts.situation.pins.compactMap { pin in
      demands[pin.session].flatMap { broken(pin, demand: $0, covers) }
    }
  }

  private func broken(_ pin: Pin, demand: Int, _ covers: Covers) -> BrokenPromise? {
    let wanted = facts.wanted[demand]
    if wanted.demand.isClosed { return BrokenPromise(pin: pin, rules: [.hours]) }
    if !wanted.isSought {
      // A client who now waits has released everybody; otherwise the promise is named.
      return isReleased(wanted) ? nil : BrokenPromise(pin: pin, rules: [.decided])
    }
    let start = pin.start ?? wanted.session.interval.start
    guard let colleague = facts.position(of: pin.colleague) else {
      return BrokenPromise(pin: pin, rules: [.takesCover])
    }
    let promised = Choice(demand: demand, colleague: colleague, start: start, facts)
    guard draft[demand] != promised else { return nil }
    // A request has no time of its own: whoever was assigned may take it at any.
    if wanted.referral != nil, pin.start == nil, draft[demand]?.colleague == colleague { return nil }
    var others = covers
    if let cover = draft[demand] { others.remove(cover, facts) }
    let rules = HardRules.obstacles(to: promised, beside: others, facts)
    return BrokenPromise(pin: pin, rules: rules.isEmpty ? [.decided] : rules)
  }

  private func isReleased(_ wanted: Wanted) -> Bool {
    facts.situation.decisionBook.concerning(wanted.session, in: wanted.demand.absence).contains { $0.kind == .wait }
  }
}
