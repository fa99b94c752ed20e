import CPSAT
import CoverDomain

/// Sessions that had cover in the last published plan and now have another colleague, another time, or none; requests
/// that were met likewise.
struct Stability: TierObjective {
  let tier = Tier.stability

  func value(of draft: Draft, _ facts: Facts) -> Int {
    facts.wanted.indices.count { demand in
      facts.wanted[demand].published != nil && !(draft[demand].map { isAsPublished($0, facts) } ?? false)
    }
  }

  func expression(in model: inout CoverModel) -> LinearExpression {
    var changed = LinearExpression(model.facts.wanted.count { $0.published != nil })
    for (index, choice) in model.table.choices.enumerated() where isAsPublished(choice, model.facts) {
      changed.add(model.takes[index], weight: -1)
    }
    return changed
  }

  /// Whether the choice is what the last publication holds.
  func isAsPublished(_ choice: Choice, _ facts: Facts) -> Bool {
    guard let published = choice.wanted(facts).published else { return false }
    return published.by == choice.person(facts).clinician.id && published.interval.start == choice.interval.start
  }
}
