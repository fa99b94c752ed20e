/// The content lines of a file, unfolded: RFC 5545 §3.1.
struct ContentLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let maxLineBytes: Int
  private var position: Int
  private var physicalLine = 0
  /// The bytes of a folded line; of an unfolded one they are read where they stand.
  private var folded: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: CalendarLimits) {
    self.bytes = bytes
    maxLineBytes = limits.maxLineBytes
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    position = hasMark ? 3 : 0
  }

  /// Calls `body` with the next line that is not blank and its line number; false at the end of the file.
  mutating func next(
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(CalendarProblem) -> Void
  ) throws(CalendarProblem) -> Bool {
    while position < bytes.count {
      let first = takePhysicalLine()
      let line = physicalLine
      guard continues else {
        if first.isEmpty { continue }
        try check(first.count, line)
        try body(UnsafeBufferPointer(rebasing: bytes[first]), line)
        return true
      }
      folded.removeAll(keepingCapacity: true)
      folded.append(contentsOf: bytes[first])
      var count = folded.count
      while continues {
        let more = takePhysicalLine().dropFirst()
        count += more.count
        if count <= maxLineBytes { folded.append(contentsOf: bytes[more]) }
      }
      try check(count, line)
      if folded.allSatisfy({ $0 == 32 || $0 == 9 }) { continue }
      try folded.withUnsafeBufferPointer { (pointer) throws(CalendarProblem) in try body(pointer, line) }
      return true
    }
    return false
  }

  /// Whether the next physical line continues this one.
  private var continues: Bool {
    guard position < bytes.count else { return false }
    return bytes[position] == 32 || bytes[position] == 9
  }

  private func check(_ count: Int, _ line: Int) throws(CalendarProblem) {
    if count > maxLineBytes {
      throw CalendarProblem(
        line: line, message: "a content line has \(count) bytes; at most \(maxLineBytes) are read",
        hint: "remove the attachment or the event that holds it, and export again")
    }
  }

  /// The bytes of the next physical line without its line end.
  private mutating func takePhysicalLine() -> Range<Int> {
    let start = position
    while position < bytes.count, bytes[position] != 10 { position += 1 }
    var end = position
    while end > start, bytes[end - 1] == 13 { end -= 1 }
    if position < bytes.count { position += 1 }
    physicalLine += 1
    return start..<end
  }
}
