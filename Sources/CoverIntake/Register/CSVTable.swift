/// A table of comma-separated values: RFC 4180, also with semicolons or tabs for commas and LF line ends.
///
/// Of the columns that nobody asks for, nothing but the header is kept.
struct CSVTable {
  struct Cell {
    /// Without white space at its ends.
    let text: String
    let line: Int
    /// From 1, in characters.
    let column: Int
  }

  struct Row {
    /// The line on which it begins.
    let line: Int
    /// By index of the column; only those that are kept.
    let cells: [Int: Cell]
  }

  let header: [Cell]
  let rows: [Row]

  static let maxRows = 1_000_000
  static let maxCellLength = 100_000

  /// Reads the text; nil, with the reason in the log, where quotes do not match. Rows with too many or too few cells are
  /// noted and left out.
  ///
  /// - Parameter keep: Which columns are kept, from their headers.
  init?(_ text: String, file: String, log: ProblemLog, keep: ([Cell]) -> Set<Int>) {
    var reader = CSVReader(text, separator: CSVTable.separator(of: text))
    var header: [Cell]?
    var kept: Set<Int> = []
    var rows: [Row] = []
    while true {
      let record: CSVReader.Record?
      do throws(CSVReader.Fault) { record = try reader.next(keep: header == nil ? nil : kept) } catch {
        log.note(Problem(file: file, line: error.line, column: error.column, message: error.message, hint: error.hint))
        return nil
      }
      guard let record else { break }
      if record.isBlank { continue }
      guard let header else {
        header = record.cells.sorted { $0.key < $1.key }.map(\.value)
        kept = keep(header ?? [])
        continue
      }
      guard record.count == header.count else {
        log.note(
          Problem(
            file: file, line: record.line,
            message: "the row has \(record.count) cells, and the header has \(header.count)",
            hint: record.count > header.count
              ? "put a cell that holds a comma in quotes: \"Harbour Street, London\""
              : "write a comma for each cell that is left empty"))
        continue
      }
      guard rows.count < CSVTable.maxRows else {
        log.note(Problem(file: file, line: record.line, message: "more than \(CSVTable.maxRows) rows"))
        return nil
      }
      rows.append(Row(line: record.line, cells: record.cells))
    }
    self.header = header ?? []
    self.rows = rows
  }

  /// What parts the cells of the first line: the one of comma, semicolon and tab that stands there most often.
  private static func separator(of text: String) -> Character {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if character.isNewline, !counts.isEmpty { break }
      if ",;\t".contains(character) { counts[character, default: 0] += 1 }
    }
    return [",", ";", "\t"].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }
}

/// Records of comma-separated text, one after another.
struct CSVReader {
  struct Fault: Error {
    let line: Int
    let column: Int
    let message: String
    let hint: String?
  }

  struct Record {
    let line: Int
    let count: Int
    let isBlank: Bool
    let cells: [Int: CSVTable.Cell]
  }

  private let text: String
  private let separator: Character
  private var index: String.Index
  private var line = 1
  private var column = 1

  init(_ text: String, separator: Character) {
    self.text = text
    self.separator = separator
    index = text.startIndex
  }

  /// The next record with the cells of those columns (nil: all), or nil at the end.
  mutating func next(keep: Set<Int>?) throws(Fault) -> Record? {
    guard index < text.endIndex else { return nil }
    let first = line
    var cells: [Int: CSVTable.Cell] = [:]
    var count = 0
    var isBlank = true
    while true {
      let place = (line, column)
      let content = try cell(keeps: keep?.contains(count) ?? true, isBlank: &isBlank)
      if let content { cells[count] = CSVTable.Cell(text: content.trimmed, line: place.0, column: place.1) }
      count += 1
      guard index < text.endIndex else { break }
      let character = text[index]
      advance()
      if character != separator { break }
      if index == text.endIndex {
        // A separator ends the file: one more, empty cell.
        if keep?.contains(count) ?? true { cells[count] = CSVTable.Cell(text: "", line: line, column: column) }
        count += 1
        break
      }
    }
    return Record(line: first, count: count, isBlank: isBlank, cells: cells)
  }

  /// A cell up to the separator, line end or end of the text after it; nil where it is not kept.
  private mutating func cell(keeps: Bool, isBlank: inout Bool) throws(Fault) -> String? {
    var content = ""
    var length = 0
    let start = (line: line, column: column)
    func add(_ character: Character) {
      length += 1
      if !character.isWhitespace { isBlank = false }
      if keeps, length <= CSVTable.maxCellLength { content.append(character) }
    }
    if index < text.endIndex, text[index] == "\"" {
      isBlank = false
      advance()
      while true {
        guard index < text.endIndex else {
          throw Fault(
            line: start.line, column: start.column, message: "a quote opens here and is never closed",
            hint: "close it, or write a quote within a cell twice")
        }
        let character = text[index]
        advance()
        if character != "\"" {
          add(character)
        } else if index < text.endIndex, text[index] == "\"" {
          add("\"")
          advance()
        } else {
          break
        }
      }
      guard index == text.endIndex || text[index] == separator || text[index].isNewline else {
        throw Fault(
          line: line, column: column, message: "text stands behind the quote that closes a cell",
          hint: "write a quote within a cell twice")
      }
    } else {
      while index < text.endIndex, text[index] != separator, !text[index].isNewline {
        if text[index] == "\"" {
          throw Fault(
            line: line, column: column, message: "a quote stands within a cell that has none around it",
            hint: "put the whole cell in quotes and write the quote within it twice")
        }
        add(text[index])
        advance()
      }
    }
    guard length <= CSVTable.maxCellLength else {
      throw Fault(
        line: start.line, column: start.column, message: "a cell is longer than \(CSVTable.maxCellLength) characters",
        hint: nil)
    }
    return keeps ? content : nil
  }

  private mutating func advance() {
    if text[index].isNewline { (line, column) = (line + 1, 1) } else { column += 1 }
    index = text.index(after: index)
  }
}
