import CPSAT
import CivilTime
import CoverDomain

extension CoverModel {
  /// Of a colleague's choices, those that count in each period, with what is `already` there, stays within the colleague's limit.
  mutating func limit<Period: Hashable>(
    by limit: (Clinician) -> Int?, per period: (Choice) -> Period, name: String,
    of counts: (Choice) -> Bool = { _ in true }, already: (Person, Period) -> Int
  ) {
    for (colleague, person) in facts.people.enumerated() {
      guard let limit = limit(person.clinician) else { continue }
      var periods: [Period] = []
      var choices: [Period: [Int]] = [:]
      for index in table.byColleague[colleague] where counts(table.choices[index]) {
        let period = period(table.choices[index])
        if choices[period] == nil { periods.append(period) }
        choices[period, default: []].append(index)
      }
      for period in periods {
        guard let indices = choices[period] else { continue }
        let room = max(0, limit - already(person, period))
        guard Set(indices.map { table.choices[$0].demand }).count > room else { continue }
        solver.add(
          LinearExpression(count: indices.map { takes[$0] }) <= room, name: "\(name) \(person.clinician.id) \(period)")
      }
    }
  }
}
