import CPSAT
import CoverDomain

/// The rosters of some series as a constraint model: everybody who can be named on a day, and whom a series names.
struct DutyModel {
  private let series: [DutySeries]
  var solver = Model(name: "duties")
  /// By series, day and person: whether that person is named.
  private var names: [[[Int: Literal]]] = []
  /// By series and person: whether that person is named at all.
  private var serves: [[Int: Literal]] = []

  init(_ series: [DutySeries]) {
    self.series = series
    for one in series {
      let everybody = Set(one.candidates.joined()).sorted()
      let isForOne = one.fewest <= 1
      // Where one person can do all the days, the series names that one or another like it.
      let able =
        isForOne
        ? everybody.filter { person in one.open.allSatisfy { one.candidates[$0].contains(person) } } : everybody
      var serves: [Int: Literal] = [:]
      for person in able { serves[person] = solver.boolean("\(one.name) by \(person)") }
      self.serves.append(serves)
      names.append(
        one.days.indices.map { day in
          var literals: [Int: Literal] = [:]
          for person in one.candidates[day] {
            guard let serves = serves[person] else { continue }
            if isForOne {
              literals[person] = serves
            } else {
              let literal = solver.boolean("\(one.name) on \(one.days[day].iso8601) by \(person)")
              solver.implication(literal, serves)
              literals[person] = literal
            }
          }
          return literals
        })
      for day in one.open { solver.exactlyOne(names[names.count - 1][day].sorted { $0.key < $1.key }.map(\.value)) }
    }
  }

  /// Over the series, the number of different people named.
  var distinct: LinearExpression {
    LinearExpression(count: serves.flatMap { $0.sorted { $0.key < $1.key }.map(\.value) })
  }

  /// The sum over people of the square of their days, in unit steps; nobody has more than `most` days.
  mutating func sumOfSquares(most: Int) -> LinearExpression {
    var days: [Int: LinearExpression] = [:]
    for literals in names.joined() {
      for (person, literal) in literals { days[person, default: LinearExpression()].add(literal) }
    }
    var sum = LinearExpression()
    for (person, load) in days.sorted(by: { $0.key < $1.key }) {
      let steps = (0..<min(most, load.highest)).map { solver.boolean("\(person) has day \($0 + 1)") }
      solver.add(LinearExpression(count: steps) == load)
      for (lower, upper) in zip(steps, steps.dropFirst()) { solver.implication(upper, lower) }
      for (step, literal) in steps.enumerated() { sum.add(literal, weight: 2 * step + 1) }
    }
    return sum
  }

  /// Starts the search from a roster that the model allows.
  mutating func hint(_ roster: DutyRoster) {
    let served = serves.enumerated().flatMap { position, literals in
      let named = Set(roster.people(of: position))
      return literals.sorted { $0.key < $1.key }.map { named.contains($0.key) ? $0.value : !$0.value }
    }
    let daily = names.enumerated().flatMap { position, days in
      days.enumerated().flatMap { day, literals in
        literals.sorted { $0.key < $1.key }.map { roster[position, day] == $0.key ? $0.value : !$0.value }
      }
    }
    solver.hint(served + daily)
  }

  func roster(_ solution: Solution) -> DutyRoster {
    var roster = DutyRoster(series)
    for (position, days) in names.enumerated() {
      for (day, literals) in days.enumerated() {
        roster[position, day] = literals.first { solution[$0.value] }?.key
      }
    }
    return roster
  }
}
