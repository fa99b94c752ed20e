import CoverDomain

/// How many covers a colleague can have in a plan that is no less fair than the one at hand.
///
/// Whoever has very many or very few leaves the others a sum of squares that even an equal share among them makes too
/// large. It takes four in five of the fairness tier's variables away.
struct LoadBounds {
  /// By colleague; covers in the plan, the look-back days left out.
  let ranges: [ClosedRange<Int>]

  /// - Parameter draft: a plan with as many covers as every plan in question has at least.
  init(_ facts: Facts, _ table: ChoiceTable, _ draft: Draft) {
    let fairness = Fairness()
    let total = draft.taken.count { fairness.isLoad($0, facts) }
    let limit = fairness.value(of: draft, facts)
    let most = table.byColleague.map { choices in
      Set(choices.map { table.choices[$0] }.filter { fairness.isLoad($0, facts) }.map(\.demand)).count
    }
    // The k-th further cover of a colleague costs more than the one before it.
    let costs = zip(facts.people, most).map { person, most in
      (0..<most).map { person.clinician.fairnessWeight * (2 * (person.lookBack + $0) + 1) }
    }
    let constant = facts.people.reduce(0) { $0 + $1.clinician.fairnessWeight * $1.lookBack * $1.lookBack }
    let all = costs.enumerated().flatMap { person, costs in costs.map { (cost: $0, person: person) } }
      .sorted { ($0.cost, $0.person) < ($1.cost, $1.person) }
    ranges = costs.enumerated().map { person, own in
      // What so many covers cost at least when the others share them as cheaply as can be.
      var others = [0]
      for entry in all where entry.person != person {
        if others.count > total { break }
        others.append(others[others.count - 1] + entry.cost)
      }
      var allowed: [Int] = []
      var ownCost = 0
      for count in 0...own.count {
        if count > 0 { ownCost += own[count - 1] }
        let rest = max(0, total - count)
        guard rest < others.count else { continue }
        if constant + ownCost + others[rest] <= limit { allowed.append(count) }
      }
      return (allowed.first ?? 0)...(allowed.last ?? own.count)
    }
  }
}
