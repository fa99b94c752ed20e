/// Pieces of an account as lines of plain text: titles at the margin, what they are about below them.
enum SummaryLayout {
  private static let width = 92
  private static let indent = "  "

  /// The lines, with an empty one before and after each group and table that has a neighbour.
  static func lines(_ blocks: [Block]) -> [String] {
    var lines: [String] = []
    var before: Block?
    for block in blocks {
      let own = self.lines(block)
      guard !own.isEmpty else { continue }
      if let before, before.standsApart || block.standsApart { lines.append("") }
      lines += own
      before = block
    }
    return lines
  }

  private static func lines(_ block: Block) -> [String] {
    if block.isEmpty { return [] }
    return switch block {
    case .words(let text): PlainText.wrapped(text, width: width, indent: indent)
    case .fact(let what, let text): hanging("\(what): \(text)", lead: indent)
    case .table(let table): Columns.aligned(table.textRows, indent: indent)
    case .entries(let entries): entries.flatMap(lines)
    case .group(let title, let blocks, _): [title] + lines(blocks)
    case .more: []
    }
  }

  private static func lines(_ entry: Entry) -> [String] {
    let before = entry.facts.dropLast().map { $0 + indent }.joined()
    return hanging(entry.facts.last ?? "", lead: indent + before)
      + entry.notes.flatMap { hanging($0.text, lead: indent + indent, indent: indent + indent) }
  }

  /// What does not go on one line goes on further in, so that the next thing is seen to begin.
  private static func hanging(_ text: String, lead: String, indent: String = indent) -> [String] {
    PlainText.wrapped(text, width: width, indent: indent + Self.indent, lead: lead)
  }
}

extension Block {
  fileprivate var standsApart: Bool {
    switch self {
    case .group, .table: true
    case .words, .fact, .entries, .more: false
    }
  }
}

extension AccountTable {
  fileprivate var textRows: [[String]] {
    (needsTitles ? [columns] : []) + rows.map { $0.map(\.text) }
  }
}
