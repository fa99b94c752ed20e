/// The header of clients.csv: which column holds which field.
struct RegisterHeader {
  private(set) var fields: [String: Int] = [:]
  /// Whether the rows can be read.
  private(set) var isWhole = true

  init(_ header: [CSVTable.Cell], columns: ClientColumns, log: ProblemLog) {
    let file = RegisterFile.name
    var positions: [String: Int] = [:]
    var twice: Set<String> = []
    for (index, cell) in header.enumerated() {
      let name = cell.text.lowercased()
      if positions[name] == nil { positions[name] = index } else { twice.insert(name) }
    }
    for field in ClientColumns.fields where !columns.absent.contains(field) {
      let wanted = columns.headers[field]
      let name = (wanted?.text ?? field).lowercased()
      // A column that stands for another field by practice.yaml does not serve under its own name.
      if wanted == nil, columns.headers.values.contains(where: { $0.text.lowercased() == name }) { continue }
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
    if fields["id"] == nil, columns.headers["id"] == nil {
      log.note(
        Problem(
          file: file, line: header.first?.line ?? 1, message: "there is no column 'id'",
          hint: "name the columns in the first row, or say which one holds the id in practice.yaml: "
            + "client-columns: {id: \"Client Number\"}"))
      isWhole = false
    }
    guard isWhole else { return }
    noteNearMisses(header, columns, log)
  }

  /// Columns that are not read and look like a field that has none. What protects somebody is not passed over: a
  /// misspelt one is an error, and one that speaks of it among other words a remark.
  private func noteNearMisses(_ header: [CSVTable.Cell], _ columns: ClientColumns, _ log: ProblemLog) {
    let taken = Set(fields.values)
    let missing = ClientColumns.fields.filter { fields[$0] == nil && !columns.absent.contains($0) }
    for (index, cell) in header.enumerated() where !taken.contains(index) {
      let name = ShownText.quoted(cell.text)
      let isMisspelt = Suggestion.nearest(to: cell.text, among: missing)
      let isNamed = missing.first { field in
        ClientColumns.protecting.contains(field) && Words(cell.text).parts.contains { $0 == field || $0 == field + "s" }
      }
      guard let meant = isMisspelt ?? isNamed else { continue }
      let protects = ClientColumns.protecting.contains(meant)
      log.note(
        Problem(
          protects && isMisspelt != nil ? .error : .remark, file: RegisterFile.name, line: cell.line,
          column: cell.column, message: "the column \(name) is not read: did you mean '\(meant)'?",
          hint: protects
            ? "rename it to '\(meant)', or say in practice.yaml what holds it: client-columns: {\(meant): "
              + "\(YamlText.quoted(cell.text))}; where no column does, client-columns: {\(meant): \(ClientColumns.none)}"
            : nil))
    }
  }
}
