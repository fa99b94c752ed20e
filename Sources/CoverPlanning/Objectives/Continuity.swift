import CPSAT
import CoverDomain

/// Over each client and absence, the number of different covering colleagues beyond the first, and beyond those whom the
/// client meets in that absence outside the window.
struct Continuity: TierObjective {
  let tier = Tier.continuity

  func value(of draft: Draft, _ facts: Facts) -> Int {
    ContinuityGroup.all(facts).reduce(0) { sum, group in
      let taken = group.demands.compactMap { draft[$0] }.filter { !$0.isOwn }
      let new = Set(taken.map(\.colleague)).subtracting(group.met)
      return sum + group.weight * max(0, new.count - group.free)
    }
  }

  func expression(in model: inout CoverModel) -> LinearExpression {
    var further = LinearExpression()
    for group in ContinuityGroup.all(model.facts) {
      let choices = group.demands.flatMap { model.table.byDemand[$0] }.filter {
        !model.table.choices[$0].isOwn && !group.met.contains(model.table.choices[$0].colleague)
      }
      let byColleague = Dictionary(grouping: choices) { model.table.choices[$0].colleague }
      guard byColleague.count > group.free else { continue }
      let name = "\(group.client) in \(group.clinician)'s absence"
      var met: [Literal] = []
      for (colleague, choices) in byColleague.sorted(by: { $0.key < $1.key }) {
        met.append(model.anyTaken(of: choices, name: "\(name) meets \(model.facts.people[colleague].clinician.id)"))
      }
      for literal in met { further.add(literal, weight: group.weight) }
      if group.free > 0 {
        // At most 1, and only where somebody is met: the first colleague costs nothing.
        let first = model.first(of: met, choices: choices, name: "\(name) meets somebody")
        further.add(first, weight: -group.weight)
      }
      ContinuityCut(group).add(to: &model, met: met)
    }
    return further
  }
}

/// The sessions of one client in one absence; clients who share all of them, and what came before, share a group.
struct ContinuityGroup: Sendable {
  /// The first of the clients, for names in the model.
  let client: ClientID
  let clinician: ClinicianID
  /// How many clients there are.
  let weight: Int
  /// Positions in `Facts.wanted`; at least two where nobody is met outside the window.
  let demands: [Int]
  /// Who is met outside the window: positions in `Facts.people`.
  let met: Set<Int>

  /// How many new colleagues cost nothing: the first, where nobody is met outside the window.
  var free: Int { met.isEmpty ? 1 : 0 }

  /// Every group in which a further colleague could be met, by its sessions.
  static func all(_ facts: Facts) -> [ContinuityGroup] {
    struct Key: Hashable {
      let client: ClientID
      let absence: Absence
    }
    struct Meetings: Hashable {
      let demands: [Int]
      let met: [Int]
    }
    var demands: [Key: [Int]] = [:]
    for (position, wanted) in facts.wanted.enumerated() where wanted.demand.wantsCover {
      guard let absence = wanted.demand.absence else { continue }
      for client in wanted.session.clients {
        demands[Key(client: client, absence: absence), default: []].append(position)
      }
    }
    var groups: [Meetings: [Key]] = [:]
    for (key, positions) in demands {
      let met = facts.met[key.absence]?[key.client] ?? []
      guard positions.count > 1 || !met.isEmpty else { continue }
      groups[Meetings(demands: positions, met: met.sorted()), default: []].append(key)
    }
    return groups.sorted {
      $0.key.demands != $1.key.demands
        ? $0.key.demands.lexicographicallyPrecedes($1.key.demands)
        : $0.key.met.lexicographicallyPrecedes($1.key.met)
    }.compactMap { meetings, keys in
      keys.min { $0.client < $1.client }.map {
        ContinuityGroup(
          client: $0.client, clinician: $0.absence.clinician, weight: keys.count, demands: meetings.demands,
          met: Set(meetings.met))
      }
    }
  }
}
