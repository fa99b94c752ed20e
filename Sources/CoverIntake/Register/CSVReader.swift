/// Records of comma-separated text, one after another: RFC 4180 §2.
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

  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1
  /// From 1, in Unicode scalars.
  private var column = 1

  private static let quote = UInt8(ascii: "\"")

  init(_ text: String, separator: UInt8) {
    bytes = Array(text.utf8)
    self.separator = separator
  }

  /// The next record with the cells of those columns (nil: all), or nil at the end.
  mutating func next(keep: Set<Int>?) throws(Fault) -> Record? {
    guard index < bytes.count else { return nil }
    let first = line
    var cells: [Int: CSVTable.Cell] = [:]
    var count = 0
    var isBlank = true
    while true {
      let place = (line, column)
      let content = try cell(keeps: keep?.contains(count) ?? true, isBlank: &isBlank)
      if let content { cells[count] = CSVTable.Cell(text: content.trimmed, line: place.0, column: place.1) }
      count += 1
      guard count <= CSVTable.maxColumns else {
        throw Fault(
          line: first, column: 1, message: "the row has more than \(CSVTable.maxColumns) cells",
          hint: "leave out columns that plan-cover does not read")
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      advance()
      if byte != separator { break }
      if index == bytes.count {
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
    var content: [UInt8] = []
    var length = 0
    let start = (line: line, column: column)
    func add(_ byte: UInt8) {
      length += 1
      if byte > 32 { isBlank = false }
      if keeps, length <= CSVTable.maxCellLength { content.append(byte) }
    }
    if index < bytes.count, bytes[index] == Self.quote {
      isBlank = false
      advance()
      while true {
        guard index < bytes.count else {
          throw Fault(
            line: start.line, column: start.column, message: "a quote opens here and is never closed",
            hint: "close it, or write a quote within a cell twice")
        }
        let byte = bytes[index]
        advance()
        if byte != Self.quote {
          add(byte)
        } else if index < bytes.count, bytes[index] == Self.quote {
          add(byte)
          advance()
        } else {
          break
        }
      }
      guard isAtEndOfCell else {
        throw Fault(
          line: line, column: column, message: "text stands behind the quote that closes a cell",
          hint: "write a quote within a cell twice")
      }
    } else {
      while !isAtEndOfCell {
        if bytes[index] == Self.quote {
          throw Fault(
            line: line, column: column, message: "a quote stands within a cell that has none around it",
            hint: "put the whole cell in quotes and write the quote within it twice")
        }
        add(bytes[index])
        advance()
      }
    }
    guard length <= CSVTable.maxCellLength else {
      throw Fault(
        line: start.line, column: start.column, message: "a cell is longer than \(CSVTable.maxCellLength) bytes",
        hint: "shorten it, or look for a quote that is not closed")
    }
    return keeps ? String(decoding: content, as: UTF8.self) : nil
  }

  private var isAtEndOfCell: Bool {
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    return byte == separator || byte == 10 || byte == 13
  }

  /// One step on: CR LF, LF, and CR alone each end a line.
  private mutating func advance() {
    let byte = bytes[index]
    if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
    if byte == 10 || byte == 13 {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }
}
