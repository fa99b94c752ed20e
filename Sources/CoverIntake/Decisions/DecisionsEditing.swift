/// Adds to and takes from the text of decisions.yaml, and leaves every byte that need not change as it is: comments,
/// order, blank lines, quotes, line ends.
///
/// Whether the result means what it should is for `DecisionsDocument` to find out.
struct DecisionsEditing {
  private let text: TextLines
  private let layout: DecisionsLayout

  /// The first line of a file that was not there before.
  static let header = "# What people have decided: `plan-cover decide` adds to it, and anybody may edit it."

  /// Nil where the text is laid out in a way that is not edited here.
  init?(_ bytes: [UInt8]) {
    text = TextLines(bytes)
    guard let layout = DecisionsLayout(text) else { return nil }
    self.layout = layout
  }

  /// The text with the entries at the end of the list.
  func adding(_ entries: [DecisionEntry]) -> [UInt8] {
    switch layout {
    case .empty:
      let lines = [text.bytes.isEmpty ? [Self.header] : [], ["decisions:"], Self.block(entries, column: 2)]
      return inserting(Array(lines.joined()))
    case .key(let placeholder):
      guard var range = placeholder else { return inserting(Self.block(entries, column: 2)) }
      // With the space before it.
      if range.lowerBound > 0, text.bytes[range.lowerBound - 1] == 0x20 {
        range = range.lowerBound - 1..<range.upperBound
      }
      var bytes = text.bytes
      bytes.removeSubrange(range)
      return DecisionsEditing(rest: bytes).inserting(Self.block(entries, column: 2))
    case .dashes(let column, _): return inserting(Self.block(entries, column: column))
    case .brackets(let list): return adding(entries.map { DecisionWords($0).flow }, to: list)
    }
  }

  /// The text without that entry, counted from 0, and the bytes that were taken out.
  func removing(_ index: Int) -> (bytes: [UInt8], removed: [UInt8])? {
    let range: Range<Int>
    switch layout {
    case .empty, .key: return nil
    case .dashes(let column, let lines):
      guard lines.indices.contains(index) else { return nil }
      range = lineRange(index, of: lines, column: column)
    case .brackets(let list):
      guard list.items.indices.contains(index) else { return nil }
      range = byteRange(index, of: list)
    }
    var bytes = text.bytes
    let removed = Array(bytes[range])
    bytes.removeSubrange(range)
    return (bytes, removed)
  }

  /// For a text whose layout plays no part any more.
  private init(rest bytes: [UInt8]) {
    text = TextLines(bytes)
    layout = .empty
  }

  // MARK: Lines

  private static func block(_ entries: [DecisionEntry], column: Int) -> [String] {
    entries.flatMap { DecisionWords($0).block(column: column) }
  }

  /// The text with those lines at its end, or before the mark that ends the document.
  private func inserting(_ lines: [String]) -> [UInt8] {
    let end = text.lines.indices.first { text.isDocumentEnd($0) }.map { text.lines[$0].content.lowerBound }
    let lineBreak = text.lineBreak
    var before = Array(text.bytes[..<(end ?? text.bytes.count)])
    if end == nil, let last = text.lines.last, !last.content.isEmpty { before += lineBreak }
    for line in lines { before += Array(line.utf8) + lineBreak }
    return before + (end.map { Array(text.bytes[$0...]) } ?? [])
  }

  /// From an entry's dash to behind its last line. Blank lines and comments after it stay, unless they are indented as
  /// a part of it.
  private func lineRange(_ index: Int, of dashes: [Int], column: Int) -> Range<Int> {
    let first = dashes[index]
    var end = index + 1 < dashes.count ? dashes[index + 1] : text.lines.count
    while end - 1 > first {
      let line = end - 1
      let isApart = text.isComment(line) && text.indent(line) <= column
      guard text.isBlank(line) || isApart || text.isDocumentEnd(line) else { break }
      end -= 1
    }
    return text.lines[first].content.lowerBound..<text.lines[end - 1].end
  }

  // MARK: Brackets

  private func adding(_ items: [String], to list: FlowList) -> [UInt8] {
    var bytes = text.bytes
    guard let last = list.items.last else {
      bytes.insert(contentsOf: items.joined(separator: ", ").utf8, at: bracketStart(list))
      return bytes
    }
    let hasComma = list.commas.count == list.items.count
    let behind = hasComma ? list.commas[list.commas.count - 1] + 1 : last.upperBound
    let line = text.line(of: behind)
    if line == text.line(of: list.close) {
      let separator = hasComma ? " " : ", "
      bytes.insert(contentsOf: (separator + items.joined(separator: ", ")).utf8, at: behind)
      return bytes
    }
    // A line of its own for each, indented as the last one's; what stands behind that one stays there.
    let indent = bytes[text.lines[text.line(of: last.lowerBound)].content].prefix { $0 == 0x20 || $0 == 0x09 }
    var added: [UInt8] = []
    for (index, item) in items.enumerated() {
      added += text.lineBreak + indent + Array(item.utf8)
      if index < items.count - 1 || hasComma { added.append(UInt8(ascii: ",")) }
    }
    bytes.insert(contentsOf: added, at: text.lines[line].content.upperBound)
    if !hasComma { bytes.insert(UInt8(ascii: ","), at: last.upperBound) }
    return bytes
  }

  /// Behind the opening bracket of a list without items.
  private func bracketStart(_ list: FlowList) -> Int {
    (text.bytes[..<list.close].lastIndex(of: UInt8(ascii: "[")) ?? list.close) + 1
  }

  private func byteRange(_ index: Int, of list: FlowList) -> Range<Int> {
    let item = list.items[index]
    var range = item.lowerBound..<(index < list.commas.count ? list.commas[index] + 1 : item.upperBound)
    let first = text.lines[text.line(of: range.lowerBound)]
    let last = text.lines[text.line(of: range.upperBound - 1)]
    let isFirst = text.bytes[first.content.lowerBound..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    let rest = text.bytes[range.upperBound..<last.content.upperBound].drop { $0 == 0x20 || $0 == 0x09 }
    if isFirst, rest.isEmpty || rest.first == UInt8(ascii: "#") {
      return first.content.lowerBound..<last.end
    }
    // The last of a line: with the comma before it, if that stands in the line as well.
    if index >= list.commas.count, index > 0, list.commas[index - 1] >= first.content.lowerBound {
      return list.commas[index - 1]..<item.upperBound
    }
    while range.upperBound < last.content.upperBound, text.bytes[range.upperBound] == 0x20 {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }
}
