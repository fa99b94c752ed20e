/// A piece of an account.
indirect enum Block: Hashable, Sendable {
  /// A sentence or two.
  case words(String)
  /// What something is, and then what there is of it: `contact: Ben Lee`.
  case fact(String, String)
  case table(AccountTable)
  case entries([Entry])
  /// Pieces that belong together, under a title.
  case group(String, [Block], Weight = .plain)
  /// What only somebody who looks closer wants: the page has it folded up, the summary leaves it out.
  case more(String, [Block])

  /// How much a group asks of its reader; its title says what.
  enum Weight: String, Sendable { case pressing, open, plain }

  var isEmpty: Bool {
    switch self {
    case .words(let text), .fact(_, let text): text.isEmpty
    case .table(let table): table.rows.isEmpty
    case .entries(let entries): entries.isEmpty
    case .group(_, let blocks, _), .more(_, let blocks): blocks.allSatisfy(\.isEmpty)
    }
  }
}
