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
    case .words(let text): wrapped(text, indent: indent)
    case .fact(let what, let text): wrapped("\(what): \(text)", indent: indent)
    case .table(let table): Columns.aligned(table.textRows, indent: indent)
    case .entries(let entries): entries.flatMap(lines)
    case .group(let title, let blocks, _): [title] + lines(blocks)
    case .more: []
    }
  }

  private static func lines(_ entry: Entry) -> [String] {
    let facts = entry.facts.joined(separator: "  ")
    let isShort = indent.count + facts.count <= width
    return (isShort ? [indent + facts] : wrapped(facts, indent: indent))
      + entry.notes.flatMap { wrapped($0.text, indent: indent + indent) }
  }

  private static func wrapped(_ text: String, indent: String) -> [String] {
    PlainText.wrapped(text, width: width, indent: indent)
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
