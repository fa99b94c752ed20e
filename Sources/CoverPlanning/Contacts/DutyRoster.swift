import CoverDomain

/// Who is named on each day of some series.
struct DutyRoster: Hashable, Sendable {
  /// For each series and each of its days: a position in `Facts.people`, or nil where nobody can be named.
  private(set) var named: [[Int?]]

  init(_ series: [DutySeries]) { named = series.map { $0.days.map { _ in nil } } }

  subscript(series: Int, day: Int) -> Int? {
    get { named[series][day] }
    set { named[series][day] = newValue }
  }

  /// Who is named in the series, once for each day.
  func people(of series: Int) -> [Int] { named[series].compactMap(\.self) }

  /// Over the series, the number of different people named.
  var distinct: Int { named.indices.reduce(0) { $0 + Set(people(of: $1)).count } }

  /// The days each person is named for.
  var loads: [Int: Int] {
    named.joined().reduce(into: [:]) { loads, person in if let person { loads[person, default: 0] += 1 } }
  }

  var sumOfSquares: Int { loads.values.reduce(0) { $0 + $1 * $1 } }

  /// A good roster at once: for each series the person who can do most of the days that are left, of equals the one
  /// with the fewest days so far, then the first by id.
  static func quick(_ series: [DutySeries]) -> DutyRoster {
    var roster = DutyRoster(series)
    var loads: [Int: Int] = [:]
    for (position, one) in series.enumerated() {
      var left = Set(one.open)
      while !left.isEmpty {
        var reach: [Int: Int] = [:]
        for day in left { for person in one.candidates[day] { reach[person, default: 0] += 1 } }
        let best = reach.min { left, right in
          (-left.value, loads[left.key] ?? 0, left.key) < (-right.value, loads[right.key] ?? 0, right.key)
        }
        guard let best else { break }
        for day in left where one.candidates[day].contains(best.key) {
          roster[position, day] = best.key
          loads[best.key, default: 0] += 1
          left.remove(day)
        }
      }
    }
    return roster
  }

  /// No roster with the fewest people in each series has a lower sum of squares: at best nobody serves two series, and
  /// the days of each are shared evenly.
  static func leastSquares(_ series: [DutySeries]) -> Int {
    series.reduce(0) { sum, one in
      let (days, people) = (one.open.count, one.fewest)
      guard people > 0 else { return sum }
      let (share, rest) = (days / people, days % people)
      return sum + (people - rest) * share * share + rest * (share + 1) * (share + 1)
    }
  }
}
