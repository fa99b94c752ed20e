import CoverDomain

/// The caseload register: clients.csv.
struct RegisterFile {
  /// In the order of the file.
  let clients: [Client]

  static let name = "clients.csv"
  static let limit = 64 << 20

  /// Nil where the file cannot be read; every problem is in the log.
  init?(_ folder: PracticeFolder, practice: Practice?, columns: [String: YamlText], log: ProblemLog) {
    let text: String
    do throws(Problem) { text = try folder.text(of: RegisterFile.name, limit: RegisterFile.limit) } catch {
      let isMissing = folder.entry(RegisterFile.name) == .missing
      log.note(
        isMissing
          ? Problem(
            file: RegisterFile.name, message: "there is no such file in this folder",
            hint: "export the clients from the practice's record system, or write the file as "
              + "documentation/getting-started.md shows")
          : error)
      return nil
    }
    self.init(text, practice: practice, columns: columns, log: log)
  }

  init?(_ text: String, practice: Practice?, columns: [String: YamlText], log: ProblemLog) {
    var fields: [String: Int] = [:]
    var isWhole = true
    let table = CSVTable(text, file: RegisterFile.name, log: log) { header in
      let finder = RegisterHeader(header, columns: columns, log: log)
      fields = finder.fields
      isWhole = finder.isWhole
      return Set(fields.values)
    }
    guard let table else { return nil }
    guard !table.header.isEmpty else {
      log.note(
        Problem(file: RegisterFile.name, line: 1, message: "the file is empty", hint: "its first row names the columns")
      )
      return nil
    }
    guard isWhole else { return nil }
    var reader = RegisterRow(fields: fields, practice: practice, log: log)
    clients = table.rows.compactMap { reader.client($0) }
  }
}
