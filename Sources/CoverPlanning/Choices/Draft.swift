import CoverDomain

/// A plan in the making: for each demand the choice taken, if any.
struct Draft: Hashable, Sendable {
  private(set) var choices: [Choice?]

  init(_ facts: Facts) { choices = Array(repeating: nil, count: facts.wanted.count) }

  subscript(demand: Int) -> Choice? {
    get { choices[demand] }
    set { choices[demand] = newValue }
  }

  /// The choices taken, by demand.
  var taken: [Choice] { choices.compactMap(\.self) }

  func covers(_ facts: Facts) -> Covers {
    var covers = Covers(carriedIn: facts)
    for choice in taken { covers.add(choice, facts) }
    return covers
  }
}
