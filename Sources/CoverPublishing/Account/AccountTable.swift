/// Rows of an account: the first cell of each says what the row is about.
struct AccountTable: Hashable, Sendable {
  enum Cell: Hashable, Sendable, ExpressibleByStringLiteral {
    case words(String)
    /// A number, and where plan.json has it.
    case count(Int, of: Tally)
    /// A file of the publication, relative to `cover/`.
    case file(String)

    init(stringLiteral value: String) { self = .words(value) }

    var text: String {
      switch self {
      case .words(let text), .file(let text): text
      case .count(let number, _): String(number)
      }
    }
  }

  /// What the table shows, in a few words, for whoever hears the page.
  let caption: String
  let columns: [String]
  /// Whether the text shows the names of the columns; the page always does.
  let needsTitles: Bool
  let rows: [[Cell]]
  /// Whether the last row adds up the others.
  let hasTotal: Bool

  init(_ caption: String, columns: [String], needsTitles: Bool = true, rows: [[Cell]], hasTotal: Bool = false) {
    self.caption = caption
    self.columns = columns
    self.needsTitles = needsTitles
    self.rows = rows
    self.hasTotal = hasTotal
  }
}
