extension TemplateName {
  /// The names as documentation/letters.md has them: a table in Markdown.
  static var table: String {
    let head = "| name | how | in | stands for | a letter without it |\n| --- | --- | --- | --- | --- |\n"
    return head
      + allCases.map { name in
        "| `\(name.rawValue)` | \(name.usage) | \(name.scope) | \(name.meaning) | \(name.necessity) |\n"
      }.joined()
  }

  private var usage: String {
    switch form {
    case .value: "value"
    case .list: "list"
    case .condition: "condition"
    }
  }

  private var scope: String {
    if let list { return "`\(list.rawValue)`" }
    return kinds == Notice.Kind.allCases ? "every letter" : PlainText.list(kinds.map { "`\($0.rawValue)`" })
  }

  private var necessity: String {
    if mandatory.isEmpty { return "" }
    return mandatory == kinds && kinds == Notice.Kind.allCases
      ? "is refused" : "is refused: " + PlainText.list(mandatory.map { "`\($0.rawValue)`" })
  }
}
