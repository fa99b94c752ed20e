/// Rows of cells as aligned text.
enum Columns {
  /// Each column as wide as its widest cell, two spaces between, numbers to the right; no blanks at the end of a line.
  static func aligned(_ rows: [[String]], indent: String = "  ") -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    let areNumbers = (0..<count).map { column in
      rows.dropFirst().allSatisfy { column >= $0.count || Int($0[column]) != nil } && rows.count > 1
    }
    return rows.map { row in
      let cells = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return areNumbers[column] ? space + row[column] : row[column] + space
      }
      var line = indent + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
