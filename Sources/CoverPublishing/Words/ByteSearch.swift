extension Collection<UInt8> {
  /// Where the bytes of the phrase stand for the first time. In UTF-8 that is where the phrase stands.
  func firstRange(ofBytes phrase: some Collection<UInt8>) -> Range<Index>? {
    guard let first = phrase.first else { return startIndex..<startIndex }
    var from = startIndex
    while let start = self[from...].firstIndex(of: first) {
      var (end, next) = (start, phrase.startIndex)
      while next != phrase.endIndex, end != endIndex, self[end] == phrase[next] {
        formIndex(after: &end)
        phrase.formIndex(after: &next)
      }
      if next == phrase.endIndex { return start..<end }
      from = index(after: start)
    }
    return nil
  }
}
