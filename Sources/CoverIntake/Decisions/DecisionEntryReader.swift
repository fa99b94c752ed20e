import CivilTime
import CoverDomain

/// Reads one decision; what is wrong with it is noted, and then there is none.
struct DecisionEntryReader {
  /// The ids that a decision may use.
  struct Known {
    let clinicians: Set<String>
    let refused: RefusedClinicians
    /// Nil where clients.csv cannot be read.
    let clients: Set<String>?
  }

  let context: YamlContext
  let known: Known?

  private static let verbs = DecisionVerb.allCases.map(\.rawValue)
  private static let narrowing = ["client", "session", "absence"]
  private static let keys = verbs + ["client", "session", "clinician", "absence", "by", "at", "why"]

  func entry(_ node: YamlNode) -> DecisionsFile.Entry? {
    guard let mapping = YamlMapping(node, "a decision", keys: Self.keys, context) else { return nil }
    let given = DecisionVerb.allCases.filter { mapping.has($0.rawValue) }
    guard given.count == 1, let verb = given.first else {
      // Then the key that was meant stands in another message.
      if given.isEmpty, mapping.hasUnknownKeys { return nil }
      context.note(
        node,
        given.isEmpty
          ? "a decision without what was decided"
          : "a decision of two kinds: \(given.map(\.rawValue).joined(separator: ", "))",
        hint: "each has one of: \(DecisionVerb.allCases.map(\.form).joined(separator: ", "))")
      return nil
    }
    let kind = self.kind(verb, mapping)
    let client = mapping.text("client").flatMap { self.client($0) }
    let clinician = mapping.text("clinician").flatMap { self.clinician($0, "'clinician'") }
    let absence = mapping.text("absence").flatMap { self.absence($0) }
    let session = mapping.text("session")
    let by = mapping.text("by")?.text
    let at = mapping.text("at").flatMap { instant($0) }
    let why = mapping.value("why").flatMap { context.paragraph($0, "'why'") }
    if verb == .leave {
      guard isLeaveAlone(mapping) else { return nil }
    } else if verb == .sent {
      guard isOfAbsence(mapping) else { return nil }
    } else if !Self.narrowing.contains(where: { mapping.has($0) }) {
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
    return DecisionsFile.Entry(
      value: DecisionEntry(
        kind: kind, client: client, session: session?.text, clinician: clinician, absence: absence, by: by, at: at,
        why: why), session: session?.node, line: node.line)
  }

  /// Leave is of a clinician on days, and of nothing else.
  private func isLeaveAlone(_ mapping: YamlMapping) -> Bool {
    let others = (Self.narrowing + ["clinician"]).filter { mapping.has($0) }
    guard let first = others.first else { return true }
    context.note(
      mapping.node, "'leave' is of a clinician on days, and '\(first)' stands beside it",
      hint: "remove '\(first)', or write a decision of its own for it")
    return false
  }

  /// A reminder, and a letter that somebody is back, is about an absence and no session of it.
  private func isOfAbsence(_ mapping: YamlMapping) -> Bool {
    guard mapping.has("session") || !mapping.has("absence") else { return true }
    context.note(
      mapping.node,
      mapping.has("session")
        ? "'sent' is about an absence, and 'session' stands beside it" : "'sent' does not say about which absence",
      hint: "the form is: sent: reminder, client: AB12, absence: amara-osei 2026-12-21")
    return false
  }

  private func kind(_ verb: DecisionVerb, _ mapping: YamlMapping) -> Decision.Kind? {
    switch verb {
    case .assign: return mapping.text("assign").flatMap { clinician($0, "'assign'") }.map { .assign($0) }
    case .forbid: return mapping.text("forbid").flatMap { clinician($0, "'forbid'") }.map { .forbid($0) }
    case .wait: return isTrue(verb, mapping) ? .wait : nil
    case .told: return isTrue(verb, mapping) ? .told : nil
    case .sent: return mapping.text("sent").flatMap(sent)
    case .consented: return isTrue(verb, mapping) ? .consented : nil
    case .leave: return mapping.text("leave").flatMap(leave)
    }
  }

  private func sent(_ text: YamlText) -> Decision.Kind? {
    if let letter = Decision.Letter(rawValue: text.text) { return .sent(letter) }
    let letters = Decision.Letter.allCases.map(\.rawValue)
    context.note(
      text.node, "'sent' names no such letter" + context.log.question(text.text, among: Set(letters)),
      hint: "it is \(letters.joined(separator: " or ")); of all other letters write told: true")
    return nil
  }

  private func isTrue(_ verb: DecisionVerb, _ mapping: YamlMapping) -> Bool {
    let key = verb.rawValue
    guard let value = mapping.boolean(key) else { return false }
    if !value, let node = mapping.value(key) {
      context.note(node, "'\(key)' is false", hint: "remove the whole decision where it no longer holds")
    }
    return value
  }

  private func clinician(_ text: YamlText, _ name: String) -> ClinicianID? {
    guard let known else { return ClinicianID(text.text) }
    guard known.clinicians.contains(text.text) else {
      if known.refused.contains(text.text) { return nil }
      context.note(
        text.node,
        "\(name) is no clinician of practice.yaml" + context.log.question(text.text, among: known.clinicians),
        hint: "clinicians are named by id")
      return nil
    }
    return ClinicianID(text.text)
  }

  private func client(_ text: YamlText) -> ClientID? {
    if let clients = known?.clients, !clients.contains(text.text) {
      context.note(
        text.node, "'client' is no id of clients.csv" + context.log.question(text.text, among: clients),
        hint: "clients are named by id; remove the decision of a client who has left")
      return nil
    }
    return ClientID(text.text)
  }

  private func absence(_ text: YamlText) -> Decision.AbsenceDay? {
    let words = text.text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let day = Day(words[1]) else {
      context.note(
        text.node, "'absence' cannot be read",
        hint: "the form is: absence: amara-osei 2026-12-21, with any day of the absence")
      return nil
    }
    let name = YamlText(text: String(words[0]), node: text.node)
    return clinician(name, "'absence'").map { Decision.AbsenceDay(clinician: $0, day: day) }
  }

  private func leave(_ text: YamlText) -> Decision.Kind? {
    guard let leave = LeaveText(text.text) else {
      context.note(
        text.node, "'leave' cannot be read",
        hint: "the form is: leave: amara-osei 2026-12-21..2026-12-22, both days included")
      return nil
    }
    let name = YamlText(text: leave.clinician, node: text.node)
    return clinician(name, "'leave'").map { .leave($0, leave.days) }
  }

  private func instant(_ text: YamlText) -> Instant? {
    guard let instant = Instant(text.text) else {
      context.note(text.node, "'at' is no time", hint: "write it in UTC, as in 2026-11-20T09:00:00Z")
      return nil
    }
    return instant
  }
}
