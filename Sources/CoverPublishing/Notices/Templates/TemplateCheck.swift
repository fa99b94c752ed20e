import CoverDomain

/// Holds a template against the names that there are, and against what a letter of its kind cannot do without.
struct TemplateCheck: Sendable {
  let file: String
  let kind: Notice.Kind
  let pieces: [TemplateScanner.Piece]

  /// By place.
  let problems: [TemplateProblem]

  /// Sections inside one another, at most: a template needs three.
  private static let deepest = 16
  /// Problems that are told of one template, at most.
  private static let most = 100
  private static let names =
    "documentation/letters.md has the names, and `plan-cover notices --template` our own letters"

  init(_ text: String, file: String, kind: Notice.Kind) {
    self.file = file
    self.kind = kind
    let scanner = TemplateScanner(text)
    pieces = scanner.pieces
    var walk = Walk(file: file, kind: kind)
    for case .tag(let tag) in pieces { walk.read(tag) }
    if let place = scanner.unclosed {
      walk.note(place, "this tag is not closed on its line", "a tag ends with `}}`")
    } else {
      walk.end()
    }
    problems = walk.problems
  }

  /// The way through a template's tags.
  private struct Walk {
    let file: String
    let kind: Notice.Kind
    var problems: [TemplateProblem] = []
    private var open: [TemplateScanner.Tag] = []
    private var used: Set<TemplateName> = []

    init(file: String, kind: Notice.Kind) {
      self.file = file
      self.kind = kind
    }

    mutating func note(_ place: TextPlace?, _ message: String, _ hint: String) {
      guard problems.count < TemplateCheck.most else { return }
      problems.append(
        TemplateProblem(file: file, line: place?.line, column: place?.column, message: message, hint: hint))
    }

    mutating func read(_ tag: TemplateScanner.Tag) {
      switch tag.form {
      case .comment: break
      case .value: name(tag, isSection: false)
      case .section, .inverted:
        guard open.count < TemplateCheck.deepest else {
          if open.count == TemplateCheck.deepest {
            note(tag.place, "more than \(TemplateCheck.deepest) sections inside one another", "a letter needs three")
          }
          open.append(tag)
          return
        }
        name(tag, isSection: true)
        open.append(tag)
      case .end: close(tag)
      case .other(let sign):
        let what =
          switch sign {
          case ">", "<", "$", "*": "a template stands alone: it takes in no other"
          case "=": "the delimiters are always `{{` and `}}`"
          default: "there are no settings"
          }
        note(tag.place, "the tag {{\(sign)…}} has no meaning here: \(what)", TemplateCheck.names)
      }
    }

    private mutating func close(_ tag: TemplateScanner.Tag) {
      guard let opened = open.last else {
        note(tag.place, "\(shown(tag.name)) is closed and was never opened", "begin it with {{#\(plain(tag.name))}}")
        return
      }
      guard opened.name == tag.name else {
        note(
          tag.place,
          "\(shown(tag.name)) is closed where \(shown(opened.name)) is open, since line \(opened.place.line)",
          "close what was opened last first: {{/\(plain(opened.name))}}")
        // Go on as if what it names were meant, if that is open at all.
        if let index = open.lastIndex(where: { $0.name == tag.name }) { open.removeSubrange(index...) }
        return
      }
      open.removeLast()
    }

    mutating func end() {
      for tag in open {
        note(tag.place, "the section \(shown(tag.name)) is not closed", "end it with {{/\(plain(tag.name))}}")
      }
      guard problems.isEmpty else { return }
      for name in TemplateName.allCases where name.mandatory.contains(kind) && !used.contains(name) {
        note(
          nil, "the letter never says {{\(name.rawValue)}}: \(name.meaning)",
          "a letter of the kind \(kind.rawValue) has to say it; `plan-cover notices --template \(kind.rawValue)` shows how"
        )
      }
    }

    private mutating func name(_ tag: TemplateScanner.Tag, isSection: Bool) {
      guard let name = TemplateName(rawValue: tag.name) else {
        let known = TemplateName.allCases.map(\.rawValue)
        note(
          tag.place,
          tag.name.isEmpty ? "a tag without a name" : "unknown name \(shown(tag.name))" + meant(tag.name, known),
          TemplateCheck.names)
        return
      }
      let lists = open.compactMap { TemplateName(rawValue: $0.name) }.filter { $0.form == .list }
      guard name.kinds.contains(kind) else {
        let kinds = PlainText.list(name.kinds.map(\.rawValue))
        note(
          tag.place, "'\(name.rawValue)' means nothing in a letter of the kind \(kind.rawValue)",
          "it stands in \(kinds)")
        return
      }
      if let list = name.list, lists.last != list {
        note(
          tag.place, "'\(name.rawValue)' stands outside the list '\(list.rawValue)'",
          "put it between {{#\(list.rawValue)}} and {{/\(list.rawValue)}}")
      } else if lists.contains(name) {
        note(tag.place, "the list '\(name.rawValue)' stands inside itself", "name it once")
      } else if !isSection, name.form != .value {
        note(
          tag.place, "'\(name.rawValue)' is no text: it opens a section",
          "write {{#\(name.rawValue)}}…{{/\(name.rawValue)}}")
      }
      // A section that says whether there is something does not say it.
      if !(isSection && name.form == .value) { used.insert(name) }
    }

    private func meant(_ word: String, _ known: [String]) -> String {
      NearestWord.to(word, among: known).map { ": did you mean '\($0)'?" } ?? ""
    }

    private func shown(_ text: String) -> String { "'\(plain(text))'" }

    private func plain(_ text: String) -> String {
      let line = PlainText.oneLine(text)
      return line.count > 40 ? "\(line.prefix(37))..." : line
    }
  }
}
