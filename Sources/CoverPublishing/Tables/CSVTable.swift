/// A table in comma-separated values: RFC 4180, UTF-8, CRLF.
struct CSVTable: Sendable {
  let header: [String]
  private(set) var rows: [[String]] = []

  init(header: [String]) { self.header = header }

  /// Adds a row; a short one is filled with empty cells, and what goes beyond the header is not written.
  mutating func add(_ row: [String]) {
    rows.append(header.indices.map { $0 < row.count ? row[$0] : "" })
  }

  var text: String {
    ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell, quoted where it must be; one that a spreadsheet would take for a formula gets an apostrophe before it.
  static func cell(_ value: String) -> String {
    let line = PlainText.oneLine(value)
    // By scalar: a sign that bears an accent is one character, and still a sign to whoever reads the table.
    let isFormula = line.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + line : line
    guard safe.unicodeScalars.contains(where: { ",\";".unicodeScalars.contains($0) }) else { return safe }
    var quoted = String.UnicodeScalarView()
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return "\"\(String(quoted))\""
  }
}
