import CoverDomain

/// The caseload register: clients.csv.
struct RegisterFile {
  /// In the order of the file.
  let clients: [Client]

  static let name = "clients.csv"
  static let limit = 64 << 20

  /// Nil where the file cannot be read; every problem is in the log.
  init?(
    _ folder: PracticeFolder, clinicians: RegisterClinicians?, columns: ClientColumns, zones: ZoneFinder,
    log: ProblemLog
  ) {
    let text: String
    do throws(Problem) {
      let bytes = try folder.bytes(of: RegisterFile.name, limit: RegisterFile.limit)
      if let problem = RegisterFile.anotherFormat(bytes) { throw problem }
      text = try PracticeFolder.text(bytes, of: RegisterFile.name)
    } catch {
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
    self.init(text, clinicians: clinicians, columns: columns, zones: zones, log: log)
  }

  /// That the file is something else than CSV, where its first bytes show it.
  private static func anotherFormat(_ bytes: [UInt8]) -> Problem? {
    let isWorkbook = bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    if isWorkbook {
      return Problem(
        file: name, message: "this is a workbook of a spreadsheet program, not CSV", hint: "save it as CSV UTF-8")
    }
    let start = String(decoding: bytes.prefix(1_000), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      .lowercased()
    guard ["<!doctype", "<html", "<?xml", "<table", "<head", "<!--"].contains(where: { start.hasPrefix($0) }) else {
      return nil
    }
    return Problem(
      file: name, line: 1, message: "this is a web page or XML, not CSV",
      hint: "save it as CSV UTF-8; a download that needs a login gives a web page instead")
  }

  /// Names are written as a letter begins with them; an export may have the surname first.
  private static func remarkSurnames(_ rows: [CSVTable.Row], _ column: Int?, _ log: ProblemLog) {
    let turned = rows.compactMap { row in column.flatMap { row.cells[$0] } }.filter { cell in
      cell.text.split(separator: ",", omittingEmptySubsequences: false).count { !$0.trimmed.isEmpty } > 1
    }
    guard let first = turned.first else { return }
    let others = turned.count == 1 ? "this name has" : "this name, and \(turned.count - 1) more, have"
    log.note(
      Problem(
        .remark, file: name, line: first.line, column: first.column,
        message: "\(others) a comma, as where the surname stands first: a letter begins with the name as it stands, "
          + "\"Dear Surname, Name,\"", hint: "write the name as the client is to be addressed"))
  }

  init?(
    _ text: String, clinicians: RegisterClinicians?, columns: ClientColumns, zones: ZoneFinder, log: ProblemLog
  ) {
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
    var reader = RegisterRow(fields: fields, clinicians: clinicians, zones: zones, log: log)
    let clients = table.rows.compactMap { reader.client($0) }
    // Of half a register nobody knows who is missing.
    guard table.isWhole else { return nil }
    RegisterFile.remarkSurnames(table.rows, fields["name"], log)
    self.clients = clients
  }
}
