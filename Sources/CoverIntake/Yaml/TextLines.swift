import Yams

/// The lines of a text as YAML counts them (YAML 1.1 §4.2: LF, CR LF, CR, NEL, LS, PS), as ranges of its bytes.
struct TextLines {
  struct Line {
    /// Without the break.
    let content: Range<Int>
    /// With it.
    let end: Int
  }

  let bytes: [UInt8]
  /// At least one; the last may be empty.
  let lines: [Line]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Line] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = TextLines.breakLength(bytes, at: index)
      if length > 0 {
        lines.append(Line(content: start..<index, end: index + length))
        start = index + length
      }
      index += max(1, length)
    }
    lines.append(Line(content: start..<bytes.count, end: bytes.count))
    self.lines = lines
  }

  /// How many bytes the line break there has; 0 where there is none.
  static func breakLength(_ bytes: [UInt8], at index: Int) -> Int {
    func next(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return next(1) == 0x0A ? 2 : 1
    case 0xC2: return next(1) == 0x85 ? 2 : 0
    case 0xE2: return next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }

  /// The position of a mark; nil where the text has no such place.
  func offset(_ mark: Mark) -> Int? {
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let line = lines[mark.line - 1].content
    var offset = line.lowerBound
    var column = 1
    while column < mark.column {
      guard offset < line.upperBound else { return nil }
      offset += 1
      // The bytes that continue a scalar.
      while offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The number of the line, from 0, in which that byte stands.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].content.lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// How many spaces the line begins with.
  func indent(_ line: Int) -> Int { lines[line].content.prefix { bytes[$0] == UInt8(ascii: " ") }.count }

  /// The first byte of the line that is neither space nor tab; nil in a blank line.
  func firstByte(_ line: Int) -> UInt8? {
    lines[line].content.lazy.map { bytes[$0] }.first { $0 != 0x20 && $0 != 0x09 }
  }

  func isBlank(_ line: Int) -> Bool { firstByte(line) == nil }
  func isComment(_ line: Int) -> Bool { firstByte(line) == UInt8(ascii: "#") }

  /// Whether the line ends a document: `...`.
  func isDocumentEnd(_ line: Int) -> Bool {
    let content = bytes[lines[line].content]
    return content.starts(with: Array("...".utf8)) && content.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The break that the text uses: its last one; LF where it has none.
  var lineBreak: [UInt8] {
    guard let line = lines.last(where: { $0.end > $0.content.upperBound }) else { return [0x0A] }
    return Array(bytes[line.content.upperBound..<line.end])
  }
}
