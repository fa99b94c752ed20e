import CPSAT
import CoverDomain

/// Over each client and absence, the number of different covering colleagues beyond the first.
struct Continuity: TierObjective {
  let tier = Tier.continuity

  func value(of draft: Draft, _ facts: Facts) -> Int {
    ContinuityGroup.all(facts).reduce(0) { sum, group in
      let taken = group.demands.compactMap { draft[$0] }.filter { !$0.isOwn }
      let colleagues = Set(taken.map(\.colleague))
      return sum + group.weight * max(0, colleagues.count - 1)
    }
  }

  func expression(in model: inout CoverModel) -> LinearExpression {
    var further = LinearExpression()
    for group in ContinuityGroup.all(model.facts) {
      let choices = group.demands.flatMap { model.table.byDemand[$0] }.filter { !model.table.choices[$0].isOwn }
      let byColleague = Dictionary(grouping: choices) { model.table.choices[$0].colleague }
      guard byColleague.count > 1 else { continue }
      let name = "\(group.client) in \(group.clinician)'s absence"
      var met: [Literal] = []
      for (colleague, choices) in byColleague.sorted(by: { $0.key < $1.key }) {
        met.append(model.anyTaken(of: choices, name: "\(name) meets \(model.facts.people[colleague].clinician.id)"))
      }
      // At most 1, and only where somebody is met: the first colleague costs nothing.
      let first = model.first(of: met, choices: choices, name: "\(name) meets somebody")
      for literal in met { further.add(literal, weight: group.weight) }
      further.add(first, weight: -group.weight)
      ContinuityCut(group).add(to: &model, met: met)
    }
    return further
  }
}

/// The sessions of one client in one absence; clients who share all of them share a group.
struct ContinuityGroup: Sendable {
  /// The first of the clients, for names in the model.
  let client: ClientID
  let clinician: ClinicianID
  /// How many clients there are.
  let weight: Int
  /// Positions in `Facts.wanted`, at least two.
  let demands: [Int]

  /// Every group in which a second colleague could be met, by its sessions.
  static func all(_ facts: Facts) -> [ContinuityGroup] {
    struct Key: Hashable {
      let client: ClientID
      let absence: Absence
    }
    var demands: [Key: [Int]] = [:]
    for (position, wanted) in facts.wanted.enumerated() where wanted.demand.wantsCover {
      guard let absence = wanted.demand.absence else { continue }
      for client in wanted.session.clients {
        demands[Key(client: client, absence: absence), default: []].append(position)
      }
    }
    var groups: [[Int]: [Key]] = [:]
    for (key, positions) in demands where positions.count > 1 { groups[positions, default: []].append(key) }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { positions, keys in
      keys.min { $0.client < $1.client }.map {
        ContinuityGroup(client: $0.client, clinician: $0.absence.clinician, weight: keys.count, demands: positions)
      }
    }
  }
}
