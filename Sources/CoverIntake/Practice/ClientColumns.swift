/// The columns of clients.csv that are read.
enum ClientColumns {
  static let fields = [
    "id", "name", "clinician", "cover", "risk", "needs", "language", "prefers", "avoid", "email", "phone", "contact",
    "consent", "jurisdiction", "payer", "times",
  ]

  /// The part `client-columns` of practice.yaml: from the name of a field to the header of its column.
  static func mapping(_ node: YamlNode, _ context: YamlContext) -> [String: YamlText] {
    guard let mapping = YamlMapping(node, "'client-columns'", keys: fields, context) else { return [:] }
    var columns: [String: YamlText] = [:]
    for field in fields {
      guard let header = mapping.text(field) else { continue }
      if let other = columns.first(where: { $0.value.text.lowercased() == header.text.lowercased() }) {
        context.note(
          header.node, "the column \(ShownText.quoted(header.text)) is named twice, also for '\(other.key)'",
          hint: "each field has a column of its own")
      } else {
        columns[field] = header
      }
    }
    return columns
  }
}
