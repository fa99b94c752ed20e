import CPSAT
import CoverDomain

/// P5: what a person has decided stands while the other rules allow it.
///
/// As many settled assignments as possible are kept, before any tier; of plans that keep as many, those win that keep
/// what has begun, then the manager's assignments before what clients were told, and that before what colleagues accepted.
struct Decided: Sendable {
  let rule = Rule.decided

  /// What it costs to break the pin: one, in a unit that outweighs the order among all pins.
  func cost(of pin: Pin, among count: Int) -> Int {
    let order =
      switch pin.reason {
      case .begun: 3
      case .assigned: 2
      case .told: 1
      case .accepted: 0
      }
    return 3 * count + 1 + order
  }

  /// The cost of the pins that the plan breaks though the rules would leave a choice for each alone.
  func value(of draft: Draft, _ table: ChoiceTable) -> Int {
    table.pins.reduce(0) { sum, entry in
      guard let index = entry.choice else { return sum }
      let choice = table.choices[index]
      return draft[choice.demand] == choice ? sum : sum + cost(of: entry.pin, among: table.pins.count)
    }
  }

  /// The same over the plans of a model; nil where there is nothing to keep.
  func expression(in model: CoverModel) -> LinearExpression? {
    var broken = LinearExpression()
    for (pin, choice) in model.table.pins {
      if let choice { broken.add(!model.takes[choice], weight: cost(of: pin, among: model.table.pins.count)) }
    }
    return broken.isConstant ? nil : broken
  }
}
