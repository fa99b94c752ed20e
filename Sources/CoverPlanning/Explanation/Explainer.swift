import CivilTime
import CoverDomain

/// Why a demand has no cover, the rest of the plan as it is.
struct Explainer {
  private let facts: Facts
  private let covers: Covers

  init(_ facts: Facts, _ draft: Draft) {
    self.facts = facts
    covers = draft.covers(facts)
  }

  /// For each colleague, by id, the rules that stand in the way of the demand's own time.
  func obstacles(to demand: Int) -> [Gap.Obstacles] {
    let wanted = facts.wanted[demand]
    return facts.people.indices.filter { facts.people[$0].clinician.id != wanted.session.clinician }.map { colleague in
      let choice = Choice(demand: demand, colleague: colleague, start: wanted.session.interval.start, facts)
      return Gap.Obstacles(
        colleague: facts.people[colleague].clinician.id,
        rules: HardRules.obstacles(to: choice, beside: covers, facts))
    }
  }
}
