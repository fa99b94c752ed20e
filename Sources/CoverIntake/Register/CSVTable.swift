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
  /// Whether the text was read to its end; a quote that does not match ends it before.
  let isWhole: Bool

  static let maxRows = 1_000_000
  static let maxColumns = 10_000
  static let maxCellLength = 100_000

  /// Reads the text; where quotes do not match, with the reason in the log, as far as they do, and nil where not even the
  /// header can be read. Rows with too many or too few cells are noted and left out.
  ///
  /// - Parameter keep: Which columns are kept, from their headers.
  init?(_ text: String, file: String, log: ProblemLog, keep: ([Cell]) -> Set<Int>) {
    let separator = CSVTable.separator(of: text)
    var reader = CSVReader(text, separator: separator)
    var header: [Cell]?
    var kept: Set<Int> = []
    var rows: [Row] = []
    var count = 0
    var misfits: [(line: Int, count: Int)] = []
    while true {
      let record: CSVReader.Record?
      do throws(CSVReader.Fault) { record = try reader.next(keep: header == nil ? nil : kept) } catch {
        log.note(Problem(file: file, line: error.line, column: error.column, message: error.message, hint: error.hint))
        guard let header else { return nil }
        (self.header, self.rows, isWhole) = (header, rows, false)
        return
      }
      guard let record else { break }
      if record.isBlank { continue }
      guard let header else {
        header = record.cells.sorted { $0.key < $1.key }.map(\.value)
        kept = keep(header ?? [])
        continue
      }
      count += 1
      guard count <= CSVTable.maxRows else {
        log.note(
          Problem(
            file: file, line: record.line, message: "more than \(CSVTable.maxRows) rows",
            hint: "leave out the clients who have left"))
        return nil
      }
      guard record.count == header.count else {
        misfits.append((record.line, record.count))
        continue
      }
      rows.append(Row(line: record.line, cells: record.cells))
    }
    self.header = header ?? []
    self.rows = rows
    isWhole = true
    CSVTable.note(misfits, rows: rows.count, header: header?.count ?? 0, separator, file: file, log: log)
  }

  /// Rows that the header does not fit; where it fits none, and all by as much, it is the header that is wrong.
  private static func note(
    _ misfits: [(line: Int, count: Int)], rows: Int, header: Int, _ separator: UInt8, file: String, log: ProblemLog
  ) {
    if rows == 0, misfits.count > 1, let count = misfits.first?.count, misfits.allSatisfy({ $0.count == count }) {
      let difference = abs(count - header)
      log.note(
        Problem(
          file: file, line: 1,
          message:
            "every row has \(difference) \(difference == 1 ? "cell" : "cells") \(count > header ? "more" : "less")"
            + " than the header",
          hint: count > header
            ? "a title is missing in the first line, or every row ends with one cell too many"
            : "the first line has a title too many, or every row lacks a cell"))
      return
    }
    for misfit in misfits {
      log.note(
        Problem(
          file: file, line: misfit.line, message: "the row has \(misfit.count) cells, and the header has \(header)",
          hint: hint(separator, tooMany: misfit.count > header)))
    }
  }

  /// The way out where a row has too many or too few cells, by what parts them.
  private static func hint(_ separator: UInt8, tooMany: Bool) -> String {
    switch (separator, tooMany) {
    case (UInt8(ascii: ";"), true):
      "semicolons part the cells here: put a cell with several values in quotes: \"emdr;couples\""
    case (UInt8(ascii: ";"), false): "write a semicolon for each cell that is left empty"
    case (9, true): "tabs part the cells here: put a cell that holds a tab in quotes"
    case (9, false): "write a tab for each cell that is left empty"
    case (_, true): "put a cell that holds a comma in quotes: \"Harbour Street, London\""
    case (_, false): "write a comma for each cell that is left empty"
    }
  }

  /// What parts the cells of the first line: the one of comma, semicolon and tab that stands there most often.
  private static func separator(of text: String) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 10 || byte == 13, !counts.isEmpty { break }
      if [UInt8(ascii: ","), UInt8(ascii: ";"), 9].contains(byte) { counts[byte, default: 0] += 1 }
    }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), 9].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 44
  }
}
