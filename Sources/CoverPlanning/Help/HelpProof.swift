import CoverDomain

/// Proves changes by planning with them: in the situation that they make, read anew in the weeks that they reach, every
/// session that had cover has it, the gaps have somebody, and every rule holds.
struct HelpProof: Sendable {
  private let facts: Facts
  private let plan: Draft
  private let near: NearSituations

  init(_ facts: Facts, _ plan: Draft) {
    self.facts = facts
    self.plan = plan
    near = NearSituations(facts.situation)
  }

  /// The covers that differ from the plan's; nil where the changes do not bring it about.
  func covers(_ found: HelpModel.Found) -> [SessionID: Cover]? {
    let supposed = Facts(situation(with: found))
    let weeks = supposed.situation.window.interval
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
      // What lies elsewhere is as it was.
      guard weeks.contains(cover.interval.start) else { continue }
      guard let colleague = supposed.position(of: cover.by) else { return nil }
      let choice = Choice(demand: demand, colleague: colleague, start: cover.interval.start, supposed)
      guard HardRules.obstacles(to: choice, beside: beside, supposed).isEmpty else { return nil }
      beside.add(choice, supposed)
    }
    // What is no longer sought is given by nobody: the session takes place.
    let sought = Set(supposed.wanted.filter(\.isSought).map(\.session.id))
    return Dictionary(
      uniqueKeysWithValues: found.choices.compactMap { demand, choice in
        let session = facts.wanted[demand].session.id
        return sought.contains(session) ? (session, cover(choice)) : nil
      })
  }

  /// The situation with the changes, in the weeks in which anything is given otherwise.
  private func situation(with found: HelpModel.Found) -> Situation {
    let intervals = found.choices.flatMap { demand, choice in
      [choice.interval, plan[demand]?.interval, facts.wanted[demand].session.interval].compactMap(\.self)
    }
    return near.supposing(found.suppositions, intervals)
  }

  private func cover(_ choice: Choice) -> Cover {
    Cover(by: facts.people[choice.colleague].clinician.id, interval: choice.interval)
  }
}
