/// The fewest of some sets whose union is a whole: how few colleagues can see to all of some sessions or days.
enum HittingSet {
  /// Beyond this many, the search gives up and returns a number that is certainly not too large.
  private static let most = 4

  /// - Parameters:
  ///   - sets: what each colleague can see to, a bit for each session or day.
  ///   - all: what has to be seen to.
  /// - Returns: the fewest sets that reach `all` together; `most + 1` where `most` do not.
  static func fewest(_ sets: some Sequence<UInt64>, toReach all: UInt64) -> Int {
    let distinct = Array(Set(sets)).sorted(by: >)
    // A set inside another is never needed.
    let useful = distinct.filter { set in !distinct.contains { $0 != set && $0 & set == set } }
    func canReach(_ missing: UInt64, with count: Int) -> Bool {
      if missing == 0 { return true }
      if count == 0 { return false }
      let lowest = missing & ~(missing - 1)
      return useful.contains { $0 & lowest != 0 && canReach(missing & ~$0, with: count - 1) }
    }
    return (0...most).first { canReach(all, with: $0) } ?? most + 1
  }

  /// The bits of so many sessions or days; nil above 64.
  static func whole(_ count: Int) -> UInt64? {
    switch count {
    case 0..<64: (1 << UInt64(count)) - 1
    case 64: .max
    default: nil
    }
  }
}
