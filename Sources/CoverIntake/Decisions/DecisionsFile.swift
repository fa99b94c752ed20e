import CoverDomain

/// What people have decided: decisions.yaml.
///
/// Sessions can only be found once the calendars are read: until then a decision holds the key that was written.
struct DecisionsFile {
  /// A decision whose session is not looked up yet.
  struct Entry {
    let value: DecisionEntry
    /// Where its session's key stands.
    let session: YamlNode?
    let line: Int
  }

  /// In the order of the file.
  let entries: [Entry]

  static let name = "decisions.yaml"
  static let limit = 4 << 20

  /// Without the file there are no decisions; nil where it cannot be read.
  init?(
    _ folder: PracticeFolder, practice: Practice, refused: RefusedClinicians, clients: Set<String>?, log: ProblemLog
  ) {
    guard folder.entry(DecisionsFile.name) != .missing else {
      self.init("", practice: practice, refused: refused, clients: clients, log: log)
      return
    }
    do throws(Problem) {
      let text = try folder.text(of: DecisionsFile.name, limit: DecisionsFile.limit)
      self.init(text, practice: practice, refused: refused, clients: clients, log: log)
    } catch {
      log.note(error)
      return nil
    }
  }

  init?(_ text: String, practice: Practice, refused: RefusedClinicians, clients: Set<String>?, log: ProblemLog) {
    let known = DecisionEntryReader.Known(
      clinicians: Set(practice.clinicians.map(\.id.text)), refused: refused, clients: clients)
    self.init(text, known: known, log: log)
  }

  /// - Parameter known: nil where ids are not to be held against the practice.
  init?(_ text: String, known: DecisionEntryReader.Known?, log: ProblemLog) {
    let context = YamlContext(file: DecisionsFile.name, log: log, showsText: false)
    guard let document = YamlDocument(text, file: DecisionsFile.name, log: log) else { return nil }
    guard let node = document.root, !node.isEmpty else {
      entries = []
      return
    }
    guard let root = YamlMapping(node, "decisions.yaml", keys: ["decisions"], context) else { return nil }
    // An empty list may be written as nothing at all: a tool that removes the last entry leaves that.
    guard root.has("decisions"), !root.isEmpty("decisions"), let items = root.list("decisions") else {
      if !root.has("decisions") { root.require("decisions") }
      entries = []
      return
    }
    let reader = DecisionEntryReader(context: context, known: known)
    entries = items.compactMap(reader.entry)
  }
}
