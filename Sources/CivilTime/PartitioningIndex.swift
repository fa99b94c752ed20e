extension RandomAccessCollection {
  /// Where the elements begin of which that is so, or the end: in a collection that has them after all others, by halving.
  @inlinable
  package func partitioningIndex(where isSecond: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isSecond(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
