import CivilTime
import CoverDomain

/// P4: no client is in two sessions at the same time, whoever gives them.
struct ClientOnce: PlanRule {
  let rule = Rule.clientOnce

  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    if choice.isFloating { return false }
    let wanted = choice.wanted(facts)
    let interval = choice.interval.atLeastAnInstant
    return wanted.elsewhere.overlaps(interval)
      || wanted.attending.contains { client in covers.of(client: client).contains { $0.overlaps(interval) } }
  }

  func declare(_ limits: inout SharedLimits) {
    var choicesOf: [ClientID: [Int]] = [:]
    for (demand, choices) in limits.table.byDemand.enumerated() {
      for client in limits.facts.wanted[demand].attending { choicesOf[client, default: []] += choices }
    }
    for (client, choices) in choicesOf.sorted(by: { $0.key < $1.key }) {
      limits.conflicts(among: choices, name: "\(rule.rawValue) \(client)") { $0.interval.atLeastAnInstant }
    }
  }
}
