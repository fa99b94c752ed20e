import CoverDomain

/// Proves changes by planning with them: in the situation that they make, read anew, every session that had cover has
/// it, the gaps have somebody, and every rule holds.
struct HelpProof {
  private let facts: Facts
  private let plan: Draft
  private let near: Situation

  init(_ facts: Facts, _ plan: Draft) {
    self.facts = facts
    self.plan = plan
    near = facts.situation.nearWindow
  }

  /// The covers that differ from the plan's; nil where the changes do not bring it about.
  func covers(_ found: HelpModel.Found) -> [SessionID: Cover]? {
    let supposed = Facts(near.supposing(found.suppositions))
    var given: [SessionID: Cover] = [:]
    for demand in facts.wanted.indices {
      if let choice = found.choices[demand] ?? plan[demand] { given[facts.wanted[demand].session.id] = cover(choice) }
    }
    let open = Set(facts.wanted.indices.filter { plan[$0] == nil }.map { facts.wanted[$0].session.id })
      .subtracting(found.closed.map { facts.wanted[$0].session.id })
    var beside = Covers(carriedIn: supposed)
    for (demand, wanted) in supposed.wanted.enumerated() where wanted.isSought {
      guard let cover = given[wanted.session.id] else {
        if open.contains(wanted.session.id) { continue }
        return nil
      }
      guard let colleague = supposed.position(of: cover.by) else { return nil }
      let choice = Choice(demand: demand, colleague: colleague, start: cover.interval.start, supposed)
      guard HardRules.obstacles(to: choice, beside: beside, supposed).isEmpty else { return nil }
      beside.add(choice, supposed)
    }
    let sought = Set(supposed.wanted.filter(\.isSought).map(\.session.id))
    return Dictionary(
      uniqueKeysWithValues: found.choices.compactMap { demand, choice in
        let session = facts.wanted[demand].session.id
        return sought.contains(session) ? (session, cover(choice)) : nil
      })
  }

  private func cover(_ choice: Choice) -> Cover {
    Cover(by: facts.people[choice.colleague].clinician.id, interval: choice.interval)
  }
}
