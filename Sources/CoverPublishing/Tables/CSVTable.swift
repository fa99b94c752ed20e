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
    let safe = line.first.map { "=+-@".contains($0) } ?? false ? "'" + line : line
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
