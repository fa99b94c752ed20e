/// The header of clients.csv: which column holds which field.
struct RegisterHeader {
  private(set) var fields: [String: Int] = [:]
  /// Whether the rows can be read.
  private(set) var isWhole = true

  init(_ header: [CSVTable.Cell], columns: [String: YamlText], log: ProblemLog) {
    let file = RegisterFile.name
    var positions: [String: Int] = [:]
    var twice: Set<String> = []
    for (index, cell) in header.enumerated() {
      let name = cell.text.lowercased()
      if positions[name] == nil { positions[name] = index } else { twice.insert(name) }
    }
    for field in ClientColumns.fields {
      let wanted = columns[field]
      let name = (wanted?.text ?? field).lowercased()
      // A column that stands for another field by practice.yaml does not serve under its own name.
      if wanted == nil, columns.values.contains(where: { $0.text.lowercased() == name }) { continue }
      guard let position = positions[name] else {
        if let wanted {
          log.note(
            Problem(
              file: PracticeFile.name, line: wanted.node.line, column: wanted.node.column,
              message: "clients.csv has no column \(ShownText.quoted(wanted.text))"
                + Suggestion.question(wanted.text, among: header.map(\.text)),
              hint: "client-columns gives the headers of clients.csv as they stand in its first row"))
          isWhole = false
        }
        continue
      }
      if twice.contains(name) {
        log.note(
          Problem(
            file: file, line: header[position].line, column: header[position].column,
            message: "the column \(ShownText.quoted(wanted?.text ?? field)) stands twice", hint: "remove one of the two"
          ))
        isWhole = false
      }
      fields[field] = position
    }
    if fields["id"] == nil, columns["id"] == nil {
      log.note(
        Problem(
          file: file, line: header.first?.line ?? 1, message: "there is no column 'id'",
          hint: "name the columns in the first row, or say which one holds the id in practice.yaml: "
            + "client-columns: {id: \"Client Number\"}"))
      isWhole = false
    }
    guard isWhole else { return }
    let taken = Set(fields.values)
    let missing = ClientColumns.fields.filter { fields[$0] == nil }
    for (index, cell) in header.enumerated() where !taken.contains(index) {
      if let meant = Suggestion.nearest(to: cell.text, among: missing) {
        log.note(
          Problem(
            .remark, file: file, line: cell.line, column: cell.column,
            message: "the column \(ShownText.quoted(cell.text)) is not read: did you mean '\(meant)'?"))
      }
    }
  }
}
