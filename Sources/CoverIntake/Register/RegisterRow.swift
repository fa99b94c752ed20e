import CivilTime
import CoverDomain

/// Rows of clients.csv into clients. No text of a cell stands in a message but ids: any cell may hold a client's name.
struct RegisterRow {
  private let fields: [String: Int]
  private let log: ProblemLog
  /// Nil where practice.yaml cannot be read: then nothing is held against it.
  private let clinicians: RegisterClinicians?
  private let zones: ZoneFinder
  private var lines: [String: Int] = [:]

  init(fields: [String: Int], clinicians: RegisterClinicians?, zones: ZoneFinder, log: ProblemLog) {
    self.fields = fields
    self.log = log
    self.clinicians = clinicians
    self.zones = zones
  }

  /// The client of a row; nil, with the problem noted, where the row has no usable id.
  mutating func client(_ row: CSVTable.Row) -> Client? {
    guard let idCell = cell("id", row) else { return nil }
    let isUsable = isUsable(idCell)
    let client = client(idCell, row)
    return isUsable ? client : nil
  }

  private mutating func isUsable(_ idCell: CSVTable.Cell) -> Bool {
    if let fault = Identifier.fault(idCell.text) {
      note(idCell, "the id of this client \(fault)", hint: Identifier.hint)
      return false
    }
    let key = idCell.text.lowercased()
    if let first = lines[key] {
      note(
        idCell, "the client id '\(idCell.text)' is used twice, first in line \(first)",
        hint: "a client has one row; ids compare without regard to case")
      return false
    }
    lines[key] = idCell.line
    return true
  }

  /// Also of a row without a usable id: its other problems are told in the same run.
  private func client(_ idCell: CSVTable.Cell, _ row: CSVTable.Row) -> Client {
    var client = Client(id: ClientID(idCell.text), name: plain("name", row) ?? "")
    if let cell = filled("clinician", row) { client.clinician = clinician(cell) }
    if let value = choice("cover", row, Client.CoverWish.self) { client.cover = value }
    if let value = choice("risk", row, Client.Risk.self) { client.risk = value }
    if let value = choice("contact", row, Client.ContactWay.self) { client.contact = value }
    if let value = choice("consent", row, Client.Consent.self) { client.consent = value }
    client.needs = Set(items("needs", row).map { Tag($0.text) })
    // An id that is none is not told in a message.
    let shown = Identifier.fault(idCell.text) == nil ? "client \(client.id)" : "this client"
    remarkUnknown(
      items("needs", row), among: clinicians?.specialties, "no clinician has a specialty that \(shown) needs")
    client.prefers = prefers(row, shown)
    client.avoid = avoid(row)
    client.language = language(row)
    client.email = email(row)
    client.phone = plain("phone", row)
    client.jurisdiction = plain("jurisdiction", row).map { Tag($0) }
    client.payer = plain("payer", row).map { Tag($0) }
    client.zone = zone(row)
    if let cell = filled("times", row) {
      do throws(HoursText.Fault) { client.times = try HoursText.parse(cell.text) } catch {
        note(cell, "'times': \(error.message)", hint: error.hint)
      }
    }
    return client
  }

  private func cell(_ field: String, _ row: CSVTable.Row) -> CSVTable.Cell? { fields[field].flatMap { row.cells[$0] } }

  private func filled(_ field: String, _ row: CSVTable.Row) -> CSVTable.Cell? {
    cell(field, row).flatMap { $0.text.isEmpty ? nil : $0 }
  }

  private func note(_ cell: CSVTable.Cell, _ message: String, hint: String? = nil) {
    log.note(Problem(file: RegisterFile.name, line: cell.line, column: cell.column, message: message, hint: hint))
  }

  private func remark(_ cell: CSVTable.Cell, _ message: String) {
    log.note(Problem(.remark, file: RegisterFile.name, line: cell.line, column: cell.column, message: message))
  }

  private func plain(_ field: String, _ row: CSVTable.Row) -> String? {
    guard let cell = filled(field, row) else { return nil }
    guard !ShownText.hasControls(cell.text), cell.text.unicodeScalars.count <= 500 else {
      note(
        cell, "'\(field)' holds a line break or another control character, or is longer than 500 characters",
        hint: "write it on one line")
      return nil
    }
    return cell.text
  }

  private func items(_ field: String, _ row: CSVTable.Row) -> [CSVTable.Cell] {
    guard let cell = filled(field, row), plain(field, row) != nil else { return [] }
    return cell.text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
      .map { CSVTable.Cell(text: $0, line: cell.line, column: cell.column) }
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ field: String, _ row: CSVTable.Row, _: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let cell = filled(field, row) else { return nil }
    let words = Choice.allCases.map(\.rawValue)
    if let choice = Choice(rawValue: cell.text.lowercased()) { return choice }
    note(
      cell,
      "'\(field)' is \(ShownText.choice(words)), but another value stands here"
        + log.question(cell.text, among: words),
      hint: "write one of these words, or leave the cell empty")
    return nil
  }

  private func clinician(_ cell: CSVTable.Cell) -> ClinicianID? {
    guard let clinicians else { return nil }
    if let id = clinicians.id(of: cell.text) { return id }
    if clinicians.refused.contains(cell.text) { return nil }
    note(
      cell, "'clinician' is no clinician of practice.yaml" + log.question(cell.text, among: clinicians.ids),
      hint: "a clinician is named by id, or by the whole name or the email of practice.yaml")
    return nil
  }

  private func avoid(_ row: CSVTable.Row) -> Set<ClinicianID> {
    guard let clinicians else { return [] }
    return Set(
      items("avoid", row).compactMap { cell in
        if let id = clinicians.id(of: cell.text) { return id }
        if clinicians.refused.contains(cell.text) { return nil }
        note(
          cell,
          "an entry of 'avoid' is no clinician of practice.yaml"
            + log.question(cell.text, among: clinicians.ids),
          hint: "clinicians are named by id and parted by ';'")
        return nil
      })
  }

  private func prefers(_ row: CSVTable.Row, _ client: String) -> [Tag] {
    var seen: Set<Tag> = []
    let cells = items("prefers", row)
    remarkUnknown(cells, among: clinicians?.preferable, "an entry of 'prefers' of \(client) fits no clinician")
    return cells.map { Tag($0.text) }.filter { seen.insert($0).inserted }
  }

  /// Remarks on each item that is none of the known words.
  private func remarkUnknown(_ cells: [CSVTable.Cell], among known: Set<String>?, _ message: String) {
    guard let known else { return }
    for cell in cells where !known.contains(Tag(cell.text).text) {
      remark(cell, message + log.question(cell.text, among: known))
    }
  }

  private func language(_ row: CSVTable.Row) -> LanguageTag? {
    guard let cell = filled("language", row) else { return nil }
    guard let tag = LanguageTag(cell.text) else {
      note(cell, "'language' is no language tag", hint: "languages are BCP 47 tags, such as en or fr-CA; one a client")
      return nil
    }
    return tag
  }

  /// A name of the tz database, or of Windows for one of its zones.
  private func zone(_ row: CSVTable.Row) -> Zone? {
    guard let cell = filled("zone", row) else { return nil }
    if let zone = Zone(identifier: cell.text) { return zone }
    if let zone = zones.foreignName(cell.text).flatMap({ Zone(identifier: $0) }) { return zone }
    note(
      cell, "'zone' is no time zone" + (log.mayCompare(with: zones.identifiers.count) ? zoneQuestion(cell.text) : ""),
      hint: "zones have the names of the tz database, such as Europe/Paris; leave it empty for the practice's own")
    return nil
  }

  private func zoneQuestion(_ text: String) -> String {
    zones.identifier(for: text).map { ": did you mean '\($0)'?" }
      ?? Suggestion.question(text, among: zones.identifiers)
  }

  private func email(_ row: CSVTable.Row) -> String? {
    guard let cell = filled("email", row) else { return nil }
    guard EmailAddress.isPlausible(cell.text) else {
      note(cell, "'email' is no email address", hint: "one address, such as name@host.example")
      return nil
    }
    return cell.text
  }
}
