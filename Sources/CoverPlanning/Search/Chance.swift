/// Numbers that look like chance and are the same on every machine: SplitMix64, and nothing of the C library.
struct Chance: Sendable {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// 0 to `limit` - 1, for a limit of 1 to 2^31.
  mutating func below(_ limit: Int) -> Int { Int(((next() >> 32) &* UInt64(limit)) >> 32) }

  /// By how much a step may make things worse at a temperature of one: exponentially distributed, in steps of a table.
  mutating func patience() -> Double { Self.patiences[below(Self.patiences.count)] }

  /// Minus the logarithm of (i + 1/2) / 1024, summed from the fractions between neighbours: only additions and divisions,
  /// which are exact to the bit everywhere, as the C library's logarithm is not.
  private static let patiences: [Double] = {
    let count = 1024
    var table = [Double](repeating: 0, count: count)
    // ln(a / b) = 2 (z + z^3 / 3 + z^5 / 5 + ...) with z = (a - b) / (a + b).
    func logarithm(_ above: Double, over below: Double) -> Double {
      let ratio = (above - below) / (above + below)
      var power = ratio
      var sum = 0.0
      for odd in stride(from: 1.0, through: 61, by: 2) {
        sum += power / odd
        power *= ratio * ratio
      }
      return 2 * sum
    }
    var sum = logarithm(Double(count), over: Double(count) - 0.5)
    table[count - 1] = sum
    for index in stride(from: count - 2, through: 0, by: -1) {
      sum += logarithm(Double(index) + 1.5, over: Double(index) + 0.5)
      table[index] = sum
    }
    return table
  }()
}
