import CivilTime
import CoverDomain

/// A file being read, and how freely its text may be shown.
struct YamlContext {
  let file: String
  let log: ProblemLog
  /// False where people write freely and a client's name may stand: then only what was meant is told.
  var showsText = true

  func note(_ node: YamlNode, _ message: String, hint: String? = nil) {
    log.note(Problem(file: file, line: node.line, column: node.column, message: message, hint: hint))
  }

  /// ` 'text'`, or nothing where the text may not be shown.
  func shown(_ text: String) -> String { showsText ? " " + ShownText.quoted(text) : "" }
}

/// A mapping of which only certain keys are known. Reading a value of the wrong form notes the problem and gives nil.
struct YamlMapping {
  let context: YamlContext
  let node: YamlNode
  /// What the mapping describes, with an article: "a clinician".
  let name: String
  private let values: [String: YamlNode]
  /// Whether keys stand in it that are not known.
  let hasUnknownKeys: Bool

  /// Nil, with the problem noted, where the node is no mapping. Unknown keys are noted.
  init?(_ node: YamlNode, _ name: String, keys: [String], _ context: YamlContext) {
    guard case .mapping(let entries) = node.content else {
      context.note(
        node, "\(name) is written as keys with values, but \(node.kindName) stands here",
        hint: "the keys are: \(keys.joined(separator: ", "))")
      return nil
    }
    self.context = context
    self.node = node
    self.name = name
    var values: [String: YamlNode] = [:]
    var hasUnknownKeys = false
    for entry in entries {
      guard let key = entry.key.text else {
        context.note(entry.key, "a key of \(name) is not a word", hint: "a key is one word before a colon: key: value")
        continue
      }
      guard keys.contains(key) else {
        hasUnknownKeys = true
        let question = Suggestion.question(key, among: keys)
        let isShown = context.showsText || !question.isEmpty
        context.note(
          entry.key, "unknown key\(isShown ? " " + ShownText.quoted(key) : "")" + question,
          hint: question.isEmpty
            ? "the keys of \(name) are: \(keys.joined(separator: ", "))" : "correct the key, or remove it")
        continue
      }
      values[key] = entry.value
    }
    self.values = values
    self.hasUnknownKeys = hasUnknownKeys
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// Whether the key is there with nothing after it.
  func isEmpty(_ key: String) -> Bool { values[key]?.isEmpty ?? false }

  /// The value of a key; nil where there is none. A key with nothing after it is a problem.
  func value(_ key: String) -> YamlNode? {
    guard let value = values[key] else { return nil }
    guard !value.isEmpty else {
      context.note(value, "'\(key)' has no value", hint: "write one, or remove the key")
      return nil
    }
    return value
  }

  /// Notes that a key is missing where it is.
  func require(_ key: String) {
    if values[key] == nil { context.note(node, "\(name) has no '\(key)'", hint: "add the key '\(key)'") }
  }

  /// A text that is not empty, without control characters.
  func text(_ key: String) -> YamlText? {
    guard let value = value(key) else { return nil }
    return context.text(value, "'\(key)'")
  }

  func boolean(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    switch value.text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      context.note(
        value, "'\(key)' is true or false, but \(context.found(value)) stands here", hint: "write true or false")
      return nil
    }
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    return context.integer(value, "'\(key)'", in: range)
  }

  func day(_ key: String) -> Day? {
    guard let value = value(key) else { return nil }
    return context.day(value, "'\(key)'")
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let value = value(key) else { return nil }
    let words = Choice.allCases.map(\.rawValue)
    guard let text = value.text, let choice = Choice(rawValue: text) else {
      context.note(
        value,
        "'\(key)' is \(ShownText.choice(words)), but \(context.found(value)) stands here"
          + Suggestion.question(value.text ?? "", among: words),
        hint: "write one of these words, or remove the key")
      return nil
    }
    return choice
  }

  /// The items of a list; nil where there is none.
  func list(_ key: String) -> [YamlNode]? {
    guard let value = value(key) else { return nil }
    guard case .sequence(let items) = value.content else {
      context.note(
        value, "'\(key)' is a list, but \(value.kindName) stands here", hint: "write it in brackets: \(key): [one, two]"
      )
      return nil
    }
    return items
  }

  /// A list of texts, each once; nil where there is none.
  func texts(_ key: String) -> [YamlText]? {
    guard let items = list(key) else { return nil }
    var seen: Set<String> = []
    return items.compactMap { item in
      guard let text = context.text(item, "an entry of '\(key)'") else { return nil }
      guard seen.insert(text.text).inserted else {
        context.note(item, "\(ShownText.quoted(text.text)) stands twice in '\(key)'", hint: "remove one of the two")
        return nil
      }
      return text
    }
  }
}

/// A text and where it stands.
struct YamlText {
  let text: String
  let node: YamlNode

  /// A text as a double-quoted scalar.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension YamlContext {
  /// What stands at a node, for a message.
  func found(_ node: YamlNode) -> String {
    guard let text = node.text, !node.isEmpty else { return node.kindName }
    return showsText ? ShownText.quoted(text) : "another value"
  }

  func text(_ node: YamlNode, _ name: String) -> YamlText? {
    guard let raw = node.text, !node.isEmpty else {
      note(
        node, "\(name) is a text, but \(node.kindName) stands here",
        hint: "write one value, in quotes where it holds ': ' or '#'")
      return nil
    }
    let text = raw.trimmed
    guard !text.isEmpty else {
      note(node, "\(name) is empty", hint: "write a value, or remove it")
      return nil
    }
    guard !ShownText.hasControls(text) else {
      note(node, "\(name) holds a line break or another control character", hint: "write it on one line")
      return nil
    }
    guard text.unicodeScalars.count <= 2_000 else {
      note(node, "\(name) is longer than 2000 characters", hint: "shorten it")
      return nil
    }
    return YamlText(text: text, node: node)
  }

  func integer(_ node: YamlNode, _ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = node.text, let number = Int(text) else {
      note(node, "\(name) is a whole number, but \(found(node)) stands here", hint: Self.hint(range))
      return nil
    }
    guard range.contains(number) else {
      note(
        node, "\(name) is \(number), and lies outside \(range.lowerBound) to \(range.upperBound)",
        hint: Self.hint(range))
      return nil
    }
    return number
  }

  private static func hint(_ range: ClosedRange<Int>) -> String {
    "write a whole number from \(range.lowerBound) to \(range.upperBound)"
  }

  func day(_ node: YamlNode, _ name: String) -> Day? {
    guard let text = node.text, let day = Day(text) else {
      note(
        node, "\(name) is a date, but \(found(node)) stands here", hint: "write year, month and day as in 2027-06-30")
      return nil
    }
    return day
  }

  /// An address: one @ with something on both sides, and neither spaces nor control characters.
  func email(_ text: YamlText, _ name: String) -> String? {
    guard EmailAddress.isPlausible(text.text) else {
      note(
        text.node, "\(name) is no email address\(shown(text.text).isEmpty ? "" : ":" + shown(text.text))",
        hint: "one address, such as name@host.example")
      return nil
    }
    return text.text
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
