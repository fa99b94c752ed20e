/// The physical lines of a calendar file, for edits that leave every other byte as it is.
struct CalendarLines {
  private let bytes: [UInt8]
  /// Each with its line end.
  private let lines: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      lines.append(start..<index + 1)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
  }

  /// Where the last END:VCALENDAR begins.
  var lastEnd: Int? { lines.last { text($0) == "END:VCALENDAR" }?.lowerBound }

  /// The number, from 1, of the first line that holds just that.
  func first(_ wanted: String) -> Int? { lines.firstIndex { text($0) == wanted }.map { $0 + 1 } }

  /// The bytes of the component whose BEGIN stands on that line, from 1, through its END with its line end.
  func component(beginningOn line: Int) -> Range<Int>? {
    guard lines.indices.contains(line - 1), text(lines[line - 1]).hasPrefix("BEGIN:") else { return nil }
    var depth = 0
    for range in lines[(line - 1)...] {
      let text = text(range)
      if text.hasPrefix("BEGIN:") { depth += 1 }
      if text.hasPrefix("END:") { depth -= 1 }
      if depth == 0 { return lines[line - 1].lowerBound..<range.upperBound }
    }
    return nil
  }

  /// Lines that end in CRLF, with the line ends of this file.
  func ended(_ added: [UInt8]) -> [UInt8] {
    let end = lines.last { text($0) == "END:VCALENDAR" }
    let before = end.flatMap { end in lines.last { $0.upperBound <= end.lowerBound } }
    let isLF = before.map { $0.count < 2 || bytes[$0.upperBound - 2] != 13 } ?? false
    return isLF ? added.filter { $0 != 13 } : added
  }

  /// The line in capital letters, without white space at its end; of a folded line the begin.
  private func text(_ range: Range<Int>) -> String {
    guard range.count <= 80 else { return "" }
    var line = bytes[range]
    if range.lowerBound == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    while let last = line.last, last <= 32 { line = line.dropLast() }
    return String(decoding: line, as: UTF8.self).uppercased()
  }
}
