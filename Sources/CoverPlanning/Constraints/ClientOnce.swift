import CivilTime
import CoverDomain

/// P4: no client is in two sessions at the same time, whoever gives them.
struct ClientOnce: PlanRule {
  let rule = Rule.clientOnce

  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    let wanted = choice.wanted(facts)
    let interval = choice.interval.atLeastAnInstant
    return wanted.elsewhere.overlaps(interval)
      || wanted.attending.contains { client in covers.of(client: client).contains { $0.overlaps(interval) } }
  }

  func constrain(_ model: inout CoverModel) {
    var choicesOf: [ClientID: [Int]] = [:]
    for (demand, choices) in model.choicesByDemand.enumerated() {
      for client in model.facts.wanted[demand].attending { choicesOf[client, default: []] += choices }
    }
    for (client, choices) in choicesOf.sorted(by: { $0.key < $1.key }) {
      model.conflicts(among: choices, name: "\(rule.rawValue) \(client)") { $0.interval.atLeastAnInstant }
    }
  }
}
