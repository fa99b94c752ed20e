/// A few sessions, and what each colleague would ask for each: how they are shared out among colleagues most cheaply, where
/// every colleague costs something on top. Every way is tried, set by set.
struct SharedOut {
  private static let most = 5

  private var count = 0
  // By set of sessions: the cheapest colleague for exactly these.
  private var least = [Int](repeating: 0, count: 1 << most)
  private var colleagueOf = [Int32](repeating: -1, count: 1 << most)
  private var colleagues: Int32 = 0
  // By session: the cheapest that costs nothing on top, nobody included.
  private var freeLeast = [Int](repeating: 0, count: most)
  private var freeChoice = [Int32](repeating: -1, count: most)
  // By session, and by set of sessions: what the colleague at hand asks.
  private var asked = [Int](repeating: 0, count: most)
  private var sums = [Int](repeating: 0, count: 1 << most)
  // By colleague and session: the choice. Those of groups before stay behind.
  private var choices: [Int32] = []
  // By set: the cheapest way to deal with it, and the set of its first session's colleague (0: costs nothing on top).
  private var ways = [Int](repeating: 0, count: 1 << most)
  private var firsts = [Int](repeating: 0, count: 1 << most)
  // The same with one colleague at least who costs something.
  private var metWays = [Int](repeating: 0, count: 1 << most)
  private var metFirsts = [Int](repeating: 0, count: 1 << most)

  /// Above every sum of prices, and small enough to be added up.
  private static let never = Int.max / 32

  /// Forgets everything; from now on there are so many sessions, five at most.
  mutating func begin(_ count: Int) {
    self.count = count
    colleagues = 0
    for set in 0..<(1 << count) { least[set] = Self.never / 2 }
    for bit in 0..<count { (freeLeast[bit], freeChoice[bit]) = (0, -1) }
    makeRoom()
  }

  /// For another colleague.
  private mutating func makeRoom() {
    for bit in 0..<count { asked[bit] = Self.never }
    while choices.count < (Int(colleagues) + 1) * Self.most { choices.append(-1) }
  }

  mutating func offerFree(_ bit: Int, _ price: Int, _ choice: Int32) {
    if price < freeLeast[bit] { (freeLeast[bit], freeChoice[bit]) = (price, choice) }
  }

  /// The colleague at hand would take the session by that choice.
  mutating func offer(_ bit: Int, _ price: Int, _ choice: Int32) {
    guard price < asked[bit] else { return }
    asked[bit] = price
    choices[Int(colleagues) * Self.most + bit] = choice
  }

  /// The next colleague is at hand.
  mutating func close() {
    addUp()
    for set in 1..<(1 << count) where sums[set] < least[set] {
      (least[set], colleagueOf[set]) = (sums[set], colleagues)
    }
    colleagues += 1
    makeRoom()
  }

  /// What the colleague at hand asks for each set.
  private mutating func addUp() {
    sums[0] = 0
    for set in 1..<(1 << count) { sums[set] = sums[set & (set - 1)] + asked[set.trailingZeroBitCount] }
  }

  /// - Parameters:
  ///   - further: what each colleague costs on top; the first one nothing where `isFirstFree`.
  ///   - take: told each choice of the cheapest way.
  /// - Returns: what it costs, and how many colleagues who cost something there are.
  mutating func cheapest(
    further: Int, isFirstFree: Bool, take: (Int32) -> Void
  ) -> (total: Int, colleagues: Int) {
    let all = (1 << count) - 1
    (ways[0], metWays[0]) = (0, Self.never)
    for set in 1...all {
      let bit = set.trailingZeroBitCount
      let rest = set & (set - 1)
      (ways[set], firsts[set]) = (ways[rest] + freeLeast[bit], 0)
      (metWays[set], metFirsts[set]) = (metWays[rest] + freeLeast[bit], 0)
      var with = rest
      while true {
        let own = with | (1 << bit)
        if least[own] < Self.never / 2 {
          let way = least[own] + further + ways[set & ~own]
          if way < ways[set] { (ways[set], firsts[set]) = (way, own) }
          if way < metWays[set] { (metWays[set], metFirsts[set]) = (way, own) }
        }
        if with == 0 { break }
        with = (with - 1) & rest
      }
    }
    let nobody = freeLeast[..<count].reduce(0, +)
    let isMet = isFirstFree && metWays[all] - further < nobody
    let total = isFirstFree ? min(nobody, metWays[all] - further) : ways[all]
    var met = 0
    var set = all
    while set != 0 {
      let own = isFirstFree ? (isMet ? (met == 0 ? metFirsts[set] : firsts[set]) : 0) : firsts[set]
      if own == 0 {
        let bit = set.trailingZeroBitCount
        if freeChoice[bit] >= 0 { take(freeChoice[bit]) }
        set &= set - 1
      } else {
        met += 1
        let start = Int(colleagueOf[own]) * Self.most
        for bit in 0..<count where own & (1 << bit) != 0 { take(choices[start + bit]) }
        set &= ~own
      }
    }
    return (total, met)
  }

  // MARK: - With one choice taken

  /// The same with a choice that costs nothing on top for the session, once `cheapest` has been asked.
  func cheapest(withFree bit: Int, _ price: Int, further: Int, isFirstFree: Bool) -> Int {
    let rest = (1 << count) - 1 - (1 << bit)
    guard isFirstFree else { return price + ways[rest] }
    let nobody = (0..<count).reduce(0) { $1 == bit ? $0 : $0 + freeLeast[$1] }
    return price + min(nobody, metWays[rest] - further)
  }

  /// The same, by offer, with one colleague who costs something on top and takes the session of the offer; the offers are
  /// all that the colleague makes.
  mutating func cheapest(ofColleague offers: [(bit: Int, price: Int)], further: Int, isFirstFree: Bool) -> [Int] {
    for bit in 0..<count { asked[bit] = Self.never }
    for (bit, price) in offers { asked[bit] = min(asked[bit], price) }
    addUp()
    let all = (1 << count) - 1
    let own = isFirstFree ? 0 : further
    return offers.map { bit, price in
      var least = Self.never
      let others = all & ~(1 << bit)
      var with = others
      while true {
        let set = with | (1 << bit)
        least = min(least, sums[set] + ways[all & ~set])
        if with == 0 { break }
        with = (with - 1) & others
      }
      return least + own + price - asked[bit]
    }
  }
}
