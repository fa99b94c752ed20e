import CivilTime
import CoverDomain

/// What people have decided: decisions.yaml.
///
/// Sessions can only be found once the calendars are read: until then a decision holds the key that was written.
struct DecisionsFile {
  /// A decision whose session is not looked up yet.
  struct Entry {
    let kind: Decision.Kind
    let client: ClientID?
    let session: YamlText?
    let clinician: ClinicianID?
    let absence: Decision.AbsenceDay?
    let by: String?
    let at: Instant?
    let why: String?
    let line: Int
  }

  /// In the order of the file.
  let entries: [Entry]

  static let name = "decisions.yaml"
  static let limit = 4 << 20
  private static let verbs = ["assign", "forbid", "wait", "told", "consented"]
  private static let keys = verbs + ["client", "session", "clinician", "absence", "by", "at", "why"]

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
    let context = YamlContext(file: DecisionsFile.name, log: log, showsText: false)
    guard let document = YamlDocument(text, file: DecisionsFile.name, log: log) else { return nil }
    guard let node = document.root, !node.isEmpty else {
      entries = []
      return
    }
    guard let root = YamlMapping(node, "decisions.yaml", keys: ["decisions"], context) else { return nil }
    // An empty list may be written as nothing at all: a tool that removes the last entry leaves that.
    guard root.has("decisions"), let items = root.list("decisions") else {
      if !root.has("decisions") { root.require("decisions") }
      entries = []
      return
    }
    let known = Known(clinicians: practice.clinicians.map(\.id.text), refused: refused, clients: clients)
    entries = items.compactMap { DecisionsFile.entry($0, context, known) }
  }

  private struct Known {
    let clinicians: [String]
    let refused: RefusedClinicians
    /// Nil where clients.csv cannot be read.
    let clients: Set<String>?
  }

  private static func entry(_ node: YamlNode, _ context: YamlContext, _ known: Known) -> Entry? {
    guard let mapping = YamlMapping(node, "a decision", keys: keys, context) else { return nil }
    let given = verbs.filter { mapping.has($0) }
    guard given.count == 1, let verb = given.first else {
      // Then the key that was meant stands in another message.
      if given.isEmpty, mapping.hasUnknownKeys { return nil }
      context.note(
        node,
        given.isEmpty
          ? "a decision without what was decided" : "a decision of two kinds: \(given.joined(separator: ", "))",
        hint: "each has one of: assign: ID, forbid: ID, wait: true, told: true, consented: true")
      return nil
    }
    let kind = Self.kind(verb, mapping, known)
    let client = mapping.text("client").flatMap { Self.client($0, context, known) }
    let clinician = mapping.text("clinician").flatMap { Self.clinician($0, "'clinician'", context, known) }
    let absence = mapping.text("absence").flatMap { Self.absence($0, context, known) }
    let session = mapping.text("session")
    let by = mapping.text("by")?.text
    let at = mapping.text("at").flatMap { Self.instant($0, context) }
    let why = mapping.value("why").flatMap { context.paragraph($0, "'why'") }
    let narrowing = ["client", "session", "absence"]
    if !narrowing.contains(where: { mapping.has($0) }) {
      context.note(
        node, "a decision that says neither for which client, nor session, nor absence",
        hint: "add client: ID, session: KEY, or absence: CLINICIAN 2026-12-21")
      return nil
    }
    if mapping.has("clinician"), !mapping.has("session") {
      context.note(
        node, "'clinician' says whose session is meant, and there is no 'session'",
        hint: "add session: KEY, or remove 'clinician'")
    }
    guard let kind else { return nil }
    return Entry(
      kind: kind, client: client, session: session, clinician: clinician, absence: absence, by: by, at: at, why: why,
      line: node.line)
  }

  private static func kind(_ verb: String, _ mapping: YamlMapping, _ known: Known) -> Decision.Kind? {
    if verb == "assign" || verb == "forbid" {
      guard let text = mapping.text(verb), let id = clinician(text, "'\(verb)'", mapping.context, known) else {
        return nil
      }
      return verb == "assign" ? .assign(id) : .forbid(id)
    }
    guard let value = mapping.boolean(verb) else { return nil }
    guard value else {
      if let node = mapping.value(verb) {
        mapping.context.note(node, "'\(verb)' is false", hint: "remove the whole decision where it no longer holds")
      }
      return nil
    }
    switch verb {
    case "wait": return .wait
    case "told": return .told
    default: return .consented
    }
  }

  private static func clinician(
    _ text: YamlText, _ name: String, _ context: YamlContext, _ known: Known
  ) -> ClinicianID? {
    guard known.clinicians.contains(text.text) else {
      if known.refused.contains(text.text) { return nil }
      context.note(
        text.node, "\(name) is no clinician of practice.yaml" + Suggestion.question(text.text, among: known.clinicians),
        hint: "clinicians are named by id")
      return nil
    }
    return ClinicianID(text.text)
  }

  private static func client(_ text: YamlText, _ context: YamlContext, _ known: Known) -> ClientID? {
    if let clients = known.clients, !clients.contains(text.text) {
      context.note(
        text.node, "'client' is no id of clients.csv" + Suggestion.question(text.text, among: clients),
        hint: "clients are named by id; remove the decision of a client who has left")
      return nil
    }
    return ClientID(text.text)
  }

  private static func absence(_ text: YamlText, _ context: YamlContext, _ known: Known) -> Decision.AbsenceDay? {
    let words = text.text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let day = Day(words[1]) else {
      context.note(
        text.node, "'absence' cannot be read",
        hint: "the form is: absence: amara-osei 2026-12-21, with any day of the absence")
      return nil
    }
    let name = YamlText(text: String(words[0]), node: text.node)
    return clinician(name, "'absence'", context, known).map { Decision.AbsenceDay(clinician: $0, day: day) }
  }

  private static func instant(_ text: YamlText, _ context: YamlContext) -> Instant? {
    guard let instant = Instant(text.text) else {
      context.note(text.node, "'at' is no time", hint: "write it in UTC, as in 2026-11-20T09:00:00Z")
      return nil
    }
    return instant
  }
}
