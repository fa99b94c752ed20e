/// A node of a YAML file and where it stands.
struct YamlNode: Sendable {
  indirect enum Content: Sendable {
    /// Every scalar is text here; `isPlain` where it stands without quotes.
    case scalar(String, isPlain: Bool)
    case mapping([Entry])
    case sequence([YamlNode])
  }

  struct Entry: Sendable {
    let key: YamlNode
    let value: YamlNode
  }

  let content: Content
  /// From 1.
  let line: Int
  /// From 1, in Unicode scalars.
  let column: Int

  /// The text of a scalar.
  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  /// Whether it is a key's value left empty, `~` or `null`.
  var isEmpty: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text.lowercased() == "null"
  }

  /// What it is, in a message.
  var kindName: String {
    switch content {
    case .scalar: isEmpty ? "nothing" : "a single value"
    case .mapping: "a group of keys"
    case .sequence: "a list"
    }
  }
}
