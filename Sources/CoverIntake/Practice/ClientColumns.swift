/// The columns of clients.csv that are read, and under which headers: the part `client-columns` of practice.yaml.
struct ClientColumns {
  static let fields = [
    "id", "name", "clinician", "cover", "risk", "needs", "language", "prefers", "avoid", "email", "phone", "contact",
    "consent", "jurisdiction", "payer", "times", "zone",
  ]

  /// The fields that say who must be seen, and by whom a client must not be: a column of them that is not read harms
  /// somebody, and nobody notices.
  static let protecting: Set<String> = ["cover", "risk", "needs", "language", "avoid", "consent", "jurisdiction"]

  /// What stands for a header where the register has no such column.
  static let none = "none"

  /// From the name of a field to the header of its column.
  private(set) var headers: [String: YamlText] = [:]
  /// The fields of which it is said that no column holds them.
  private(set) var absent: Set<String> = []

  init() {}

  init(_ node: YamlNode, _ context: YamlContext) {
    guard let mapping = YamlMapping(node, "'client-columns'", keys: ClientColumns.fields, context) else { return }
    for field in ClientColumns.fields {
      guard let header = mapping.text(field) else { continue }
      if header.text == ClientColumns.none, field != "id" {
        absent.insert(field)
      } else if let other = headers.first(where: { $0.value.text.lowercased() == header.text.lowercased() }) {
        context.note(
          header.node, "the column \(ShownText.quoted(header.text)) is named twice, also for '\(other.key)'",
          hint: "each field has a column of its own")
      } else {
        headers[field] = header
      }
    }
  }
}
