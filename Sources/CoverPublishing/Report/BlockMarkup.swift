/// Pieces of an account as pieces of the page.
struct BlockMarkup: Sendable {
  /// Whether groups are things to do: each is a card of its own.
  let hasCards: Bool

  func html(_ blocks: [Block]) -> [HTML] { blocks.filter { !$0.isEmpty }.map(html) }

  /// As `html`, with groups that follow one another side by side where there is room.
  func beside(_ blocks: [Block]) -> [HTML] {
    var pieces: [HTML] = []
    var groups: [HTML] = []
    func close() {
      if !groups.isEmpty { pieces.append(Tag.div(.class("groups")) { groups }) }
      groups = []
    }
    for block in blocks where !block.isEmpty {
      if case .group = block {
        groups.append(html(block))
      } else {
        close()
        pieces.append(html(block))
      }
    }
    close()
    return pieces
  }

  /// Groups as cards in two columns: those whose entries want room, then the rest, in their order.
  func cards(_ blocks: [Block]) -> HTML {
    let told = blocks.filter { !$0.isEmpty }
    let wide = told.prefix(while: \.wantsRoom)
    return Tag.div(.class(wide.isEmpty || wide.count == told.count ? "cards" : "cards halves")) {
      if !wide.isEmpty { Tag.div { html(Array(wide)) } }
      if wide.count < told.count { Tag.div { html(Array(told.dropFirst(wide.count))) } }
    }
  }

  private func html(_ block: Block) -> HTML {
    switch block {
    case .words(let text): Tag.p { text }
    case .fact(let what, let text):
      Tag.p(.class("fact")) {
        Tag.strong { what + ":" }
        " " + text
      }
    case .table(let table): html(table)
    case .entries(let entries):
      Tag.ul(.class("entries")) {
        for entry in entries { html(entry) }
      }
    case .group(let title, let blocks, let weight):
      Tag.div(.class(hasCards ? "group card \(weight.rawValue)" : "group")) {
        Tag.h3 { title }
        html(blocks)
      }
    case .more(let title, let blocks):
      Tag.details {
        Tag.summary { title }
        html(blocks)
      }
    }
  }

  private func html(_ entry: Entry) -> HTML {
    let reasons = entry.notes.filter(\.isReason)
    let remedies = entry.notes.filter(\.isRemedy)
    return Tag.li {
      Tag.p(.class("facts")) {
        for (index, fact) in entry.facts.enumerated() {
          if index > 0 { " " }
          if index == 0, entry.facts.count > 1 { Tag.strong { fact } } else { Tag.span { fact } }
        }
      }
      if !remedies.isEmpty {
        Tag.ul(.class("remedies")) {
          for remedy in remedies { Tag.li { remedy.text } }
        }
      }
      for note in entry.notes.filter({ !$0.isReason && !$0.isRemedy }) { Tag.p(.class("note")) { note.text } }
      if reasons.count > Self.fewReasons {
        Tag.details {
          Tag.summary { "Why nobody can" }
          list(reasons)
        }
      } else if !reasons.isEmpty {
        list(reasons)
      }
    }
  }

  /// So many reasons are read at once; more are folded up.
  private static let fewReasons = 2

  private func list(_ reasons: [Entry.Note]) -> HTML {
    Tag.ul(.class("reasons")) {
      for reason in reasons { Tag.li { reason.text } }
    }
  }

  // MARK: Tables

  private func html(_ table: AccountTable) -> HTML {
    let body = table.hasTotal ? Array(table.rows.dropLast()) : table.rows
    let numeric = table.columns.indices.map { column in
      table.rows.contains { column < $0.count && $0[column].isCount }
    }
    let markup = Tag.table(.class("figures")) {
      Tag.caption { table.caption }
      Tag.thead {
        Tag.tr {
          for (column, title) in table.columns.enumerated() {
            Tag.th(.scope(.col), numeric[column] ? .class("number") : nil) {
              if title.isEmpty { Tag.span(.class("unseen")) { "name" } } else { title }
            }
          }
        }
      }
      Tag.tbody {
        for row in body { html(row, numeric) }
      }
      if table.hasTotal, let total = table.rows.last {
        Tag.tfoot { html(total, numeric) }
      }
    }
    guard table.columns.count > Self.narrowTable else { return markup }
    return Tag.div(.class("scroll"), .role("region"), .label(table.caption), .focusable) { markup }
  }

  /// So many columns find room on a telephone; more are scrolled sideways, by hand or by the keyboard.
  private static let narrowTable = 3

  private func html(_ row: [AccountTable.Cell], _ numeric: [Bool]) -> HTML {
    Tag.tr {
      for (column, cell) in row.enumerated() {
        if column == 0 {
          Tag.th(.scope(.row)) { html(cell) }
        } else {
          Tag.td(numeric[column] ? .class("number") : nil) { html(cell) }
        }
      }
    }
  }

  private func html(_ cell: AccountTable.Cell) -> HTML {
    switch cell {
    case .words(let text): Tag.bdi { text }
    case .count(let number, let tally):
      Tag.data(.value(number), .tally(tally), number == 0 ? .class("none") : nil) { String(number) }
    case .file(let path): Tag.a(.link(toFile: path)) { path }
    }
  }
}

extension Block {
  /// Whether its entries have something below them.
  fileprivate var wantsRoom: Bool {
    switch self {
    case .entries(let entries): entries.contains { !$0.notes.isEmpty }
    case .group(_, let blocks, _): blocks.contains(where: \.wantsRoom)
    case .words, .fact, .table, .more: false
    }
  }
}

extension Entry.Note {
  fileprivate var isReason: Bool { if case .reason = self { true } else { false } }
  fileprivate var isRemedy: Bool { if case .remedy = self { true } else { false } }
}

extension AccountTable.Cell {
  fileprivate var isCount: Bool { if case .count = self { true } else { false } }
}
