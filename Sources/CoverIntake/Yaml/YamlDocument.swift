import Yams

/// A YAML file as nodes with their places. Anchors and aliases are refused; keys that stand twice are told.
struct YamlDocument {
  /// Nil for an empty file.
  let root: YamlNode?

  /// Deeper nodes are refused: nothing of ours is nested that far.
  private static let maxDepth = 20
  /// More keys that stand twice are not told one by one: for each the text is parsed anew.
  private static let maxDuplicates = 50
  /// Bytes that are parsed for them in all.
  private static let maxParsed = 8 << 20

  /// Reads one document; nil when it cannot be read, with the reason in the log.
  init?(_ text: String, file: String, log: ProblemLog) {
    let disguise = AliasDisguise(text)
    var text = disguise?.text ?? text
    var masked: [Unicode.Scalar: String] = [:]
    while true {
      do {
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        guard let node = try parser.singleRoot() else {
          root = nil
          return
        }
        var builder = NodeBuilder(
          file: file, log: log, masked: masked, isDisguised: disguise != nil, maxDepth: YamlDocument.maxDepth)
        // The parser owns the anchors that its nodes point to.
        let built = withExtendedLifetime(parser) { builder.build(node, depth: 0) }
        guard let built else { return nil }
        root = built
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        // The parser stops at such a key. It is given another name, and told when both of its places are known.
        let name = Unicode.Scalar(0xE000 + UInt32(masked.count)) ?? "\u{E000}"
        guard let key = keys.first, masked.count < YamlDocument.maxDuplicates,
          (masked.count + 1) * text.utf8.count <= YamlDocument.maxParsed,
          let renamed = YamlDocument.rename(keyAt: context.mark, in: text, to: name)
        else {
          log.note(
            Problem(
              file: file, line: context.mark.line, column: context.mark.column, message: "a key stands twice here",
              hint: "remove one of the two"))
          return nil
        }
        masked[name] = key
        text = renamed
      } catch {
        // What stood behind an anchor may be no text.
        log.note(
          disguise.map { YamlDocument.anchorProblem(file, $0.place.line, $0.place.column) }
            ?? YamlDocument.problem(error, file: file))
        return nil
      }
    }
  }

  static func anchorProblem(_ file: String, _ line: Int, _ column: Int) -> Problem {
    Problem(
      file: file, line: line, column: column, message: "anchors (&) and aliases (*) are refused",
      hint: "write the value out; put a text that begins with & or * in quotes")
  }

  /// The text with the first letter of the key at that place replaced; nil where there is no letter.
  private static func rename(keyAt mark: Mark, in text: String, to name: Unicode.Scalar) -> String? {
    var scalars = text.unicodeScalars
    var index = scalars.startIndex
    for _ in 1..<max(1, mark.line) {
      guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
      index = scalars.index(after: end)
    }
    guard let start = scalars.index(index, offsetBy: mark.column - 1, limitedBy: scalars.endIndex) else { return nil }
    var letter = start
    while letter < scalars.endIndex, scalars[letter] == "\"" || scalars[letter] == "'" {
      letter = scalars.index(after: letter)
    }
    guard letter < scalars.endIndex, scalars[letter].properties.isAlphabetic else { return nil }
    scalars.replaceSubrange(letter...letter, with: [name])
    return String(scalars)
  }

  private static func problem(_ error: any Error, file: String) -> Problem {
    guard let error = error as? YamlError else {
      return Problem(file: file, message: "the file cannot be read as YAML", hint: hint(""))
    }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.contains("alias") { return anchorProblem(file, mark.line, mark.column) }
      if problem.contains("another document") {
        return Problem(
          file: file, line: mark.line, column: mark.column, message: "a second document begins here",
          hint: "remove the line ---")
      }
      if problem.contains("nesting level") {
        return Problem(
          file: file, line: mark.line, column: mark.column, message: "the file is nested too deeply", hint: nestingHint)
      }
      let began = context.map {
        " \($0.text)" + ($0.mark.line == mark.line ? "" : " that begins in line \($0.mark.line)")
      }
      return Problem(
        file: file, line: mark.line, column: mark.column, message: "this is not YAML: \(problem)" + (began ?? ""),
        hint: hint(problem))
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      return Problem(
        file: file, line: before.count { $0.isNewline } + 1, message: "this is not YAML: \(problem)",
        hint: "remove the control character from this line")
    default:
      return Problem(file: file, message: "the file cannot be read as YAML", hint: hint(""))
    }
  }

  static let nestingHint = "look for a bracket that is not closed, or a line that is indented too far"

  private static func hint(_ problem: String) -> String {
    if problem.contains("cannot start any token") {
      return "indent with spaces, not tabs; put a value that begins with @, % or ` in quotes"
    }
    if problem.contains("mapping values are not allowed") {
      return "put a value that holds ': ' in quotes, or check how far the line is indented"
    }
    return "check the indentation and the quotes of this line and of the one before"
  }
}

/// Yams' nodes into ours.
private struct NodeBuilder {
  let file: String
  let log: ProblemLog
  let masked: [Unicode.Scalar: String]
  let isDisguised: Bool
  let maxDepth: Int
  var hasToldMark = false

  mutating func build(_ node: Node, depth: Int) -> YamlNode? {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    if node.anchor != nil {
      // What an alias stands for is not looked at: it could be without end.
      log.note(YamlDocument.anchorProblem(file, line, column))
      return nil
    }
    guard depth <= maxDepth else {
      log.note(
        Problem(
          file: file, line: line, column: column, message: "the file is nested too deeply",
          hint: YamlDocument.nestingHint))
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      if isDisguised, isPlain, AliasDisguise.isMark(scalar.string) {
        // Of so many the first is told.
        if !hasToldMark { log.note(YamlDocument.anchorProblem(file, line, column)) }
        hasToldMark = true
        return nil
      }
      let text = isDisguised ? AliasDisguise.undone(scalar.string) : scalar.string
      return YamlNode(content: .scalar(text, isPlain: isPlain), line: line, column: column)
    case .sequence(let sequence):
      var isWhole = true
      var items: [YamlNode] = []
      for item in sequence {
        if let built = build(item, depth: depth + 1) { items.append(built) } else { isWhole = false }
      }
      return isWhole ? YamlNode(content: .sequence(items), line: line, column: column) : nil
    case .mapping(let mapping):
      return build(mapping, line, column, depth)
    case .alias:
      log.note(YamlDocument.anchorProblem(file, line, column))
      return nil
    }
  }

  private mutating func build(_ mapping: Node.Mapping, _ line: Int, _ column: Int, _ depth: Int) -> YamlNode? {
    var isWhole = true
    var entries: [YamlNode.Entry] = []
    var twice: [(name: String, line: Int)] = []
    for (keyNode, valueNode) in mapping {
      guard let key = build(keyNode, depth: depth + 1), let value = build(valueNode, depth: depth + 1) else {
        isWhole = false
        continue
      }
      if let first = key.text?.unicodeScalars.first, let name = masked[first] {
        twice.append((name, key.line))
      } else {
        entries.append(YamlNode.Entry(key: key, value: value))
      }
    }
    for (name, firstLine) in twice {
      let second = entries.first { $0.key.text == name }?.key
      log.note(
        Problem(
          file: file, line: second?.line ?? firstLine, column: second?.column,
          message: "the key \(ShownText.quoted(name)) stands twice here, first in line \(firstLine)",
          hint: "remove one of the two"))
    }
    return isWhole ? YamlNode(content: .mapping(entries), line: line, column: column) : nil
  }
}
