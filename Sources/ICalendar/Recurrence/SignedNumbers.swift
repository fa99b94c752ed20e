/// The numbers of a BY part, counted from the begin or, where negative, from the end. Looked up at once, however many
/// there are.
struct SignedNumbers: Hashable, Sendable {
  private let positive: [Bool]
  private let negative: [Bool]
  let isEmpty: Bool

  init(_ numbers: [Int]) {
    isEmpty = numbers.isEmpty
    positive = SignedNumbers.marks(numbers.filter { $0 >= 0 })
    negative = SignedNumbers.marks(numbers.filter { $0 < 0 }.map(-))
  }

  /// Whether that very number is among them, with its sign.
  func contains(_ number: Int) -> Bool {
    let marks = number < 0 ? negative : positive
    return abs(number) < marks.count && marks[abs(number)]
  }

  /// Whether the number, from 1 to `last`, is among them, counted from either end.
  func contains(_ number: Int, of last: Int) -> Bool { contains(number) || contains(number - last - 1) }

  private static func marks(_ numbers: [Int]) -> [Bool] {
    var marks = [Bool](repeating: false, count: (numbers.max() ?? -1) + 1)
    for number in numbers { marks[number] = true }
    return marks
  }
}
