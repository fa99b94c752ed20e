import CivilTime
import CoverDomain

/// The part `clinicians` of practice.yaml.
enum ClinicianEntries {
  static let keys = [
    "id", "name", "email", "calendars", "specialties", "languages", "background", "gender", "sites", "online",
    "licences", "payers", "hours", "fte", "level", "supervisor", "supervises", "takes-cover", "on-call", "employed",
    "max-sessions-per-day", "max-sessions-per-week", "max-cover-per-day", "max-cover-per-week",
  ]

  static let licenceKeys = ["jurisdiction", "expires"]
  static let employedKeys = ["from", "until"]

  static let maxCount = 20_000

  /// The entries, and those who were refused. A list that cannot be read may hold anybody.
  static func read(
    _ list: YamlNode?, _ nodes: [YamlNode]?, sites: [String], _ context: YamlContext
  ) -> (entries: [PracticeFile.Entry], refused: RefusedClinicians) {
    guard let nodes else { return ([], RefusedClinicians(mayBeAnybody: true)) }
    let sites = KnownSites(sites)
    if nodes.isEmpty {
      context.log.note(
        Problem(
          file: context.file, line: list?.line, column: list?.column, message: "'clinicians' is an empty list",
          hint: "list each clinician with id and name: [{id: ann-archer, name: Dr Ann Archer}]"))
      return ([], RefusedClinicians(mayBeAnybody: true))
    }
    guard nodes.count <= maxCount else {
      context.note(
        nodes[maxCount], "more than \(maxCount) clinicians", hint: "divide the practice into several folders")
      return ([], RefusedClinicians(mayBeAnybody: true))
    }
    var refused = RefusedClinicians()
    var entries: [PracticeFile.Entry] = []
    var lines: [String: Int] = [:]
    var supervisors: [YamlText] = []
    for node in nodes {
      guard let mapping = YamlMapping(node, "a clinician", keys: keys, context) else {
        refused.add(id: node.text, others: [])
        continue
      }
      mapping.require("id")
      mapping.require("name")
      guard let id = mapping.text("id"), context.isIdentifier(id, "the id") else {
        // Read all the same, for its other problems.
        let other = clinician(ClinicianID("?"), mapping, sites: sites)
        refused.add(id: mapping.value("id")?.text?.trimmed, others: [other.name, other.email])
        continue
      }
      if let line = lines[id.text.lowercased()] {
        context.note(
          id.node, "the id \(ShownText.quoted(id.text)) is used twice, first in line \(line)",
          hint: "each clinician has an id of their own")
        refused.add(id: id.text, others: [mapping.text("name")?.text, mapping.text("email")?.text])
        continue
      }
      lines[id.text.lowercased()] = id.node.line
      let clinician = clinician(ClinicianID(id.text), mapping, sites: sites)
      if let supervisor = mapping.text("supervisor") {
        supervisors.append(supervisor)
        if supervisor.text == id.text {
          context.note(
            supervisor.node, "\(ShownText.quoted(id.text)) is named as their own supervisor",
            hint: "name another clinician, or remove the key")
        }
      }
      entries.append(
        PracticeFile.Entry(clinician: clinician, calendars: calendars(mapping), line: id.node.line))
    }
    noteAlike(entries, context)
    let known = Set(entries.map(\.clinician.id.text))
    for supervisor in supervisors where !known.contains(supervisor.text) && !refused.contains(supervisor.text) {
      context.note(
        supervisor.node,
        "unknown supervisor \(ShownText.quoted(supervisor.text))"
          + context.log.question(supervisor.text, among: known),
        hint: "a supervisor is named by the id of a clinician")
    }
    return (entries, refused)
  }

  /// Two of one name: leave that a shared calendar has by name belongs to neither, and letters name both alike.
  private static func noteAlike(_ entries: [PracticeFile.Entry], _ context: YamlContext) {
    let named = Dictionary(grouping: entries) { $0.clinician.name.lowercased() }
    for alike in named.values.filter({ $0.count > 1 }).sorted(by: { $0[0].line < $1[0].line }) {
      let ids = alike.map(\.clinician.id.text).sorted().joined(separator: ", ")
      context.log.note(
        Problem(
          .remark, file: context.file, line: alike[alike.count - 1].line,
          message: "\(alike.count) clinicians are called \(ShownText.quoted(alike[0].clinician.name)): \(ids)",
          hint: "tell them apart in 'name'; until then leave.ics has to name them by id or email"))
    }
  }

  private static func clinician(_ id: ClinicianID, _ mapping: YamlMapping, sites: KnownSites) -> Clinician {
    let context = mapping.context
    var clinician = Clinician(id: id, name: mapping.text("name")?.text ?? id.text)
    clinician.email = mapping.text("email").flatMap { context.email($0, "'email'") }
    clinician.specialties = tags(mapping, "specialties") ?? []
    clinician.background = tags(mapping, "background") ?? []
    // An empty list names no payer, as no list does: all are accepted.
    clinician.payers = tags(mapping, "payers").flatMap { $0.isEmpty ? nil : $0 }
    clinician.gender = mapping.text("gender").map { Tag($0.text) }
    if let languages = languages(mapping) { clinician.languages = languages }
    clinician.sites = self.sites(mapping, sites)
    if let value = mapping.boolean("online") { clinician.online = value }
    if let value = mapping.boolean("supervises") { clinician.supervises = value }
    if let value = mapping.boolean("takes-cover") { clinician.takesCover = value }
    if let value = mapping.boolean("on-call") { clinician.onCall = value }
    if let value = mapping.choice("level", Clinician.Level.self) { clinician.level = value }
    clinician.supervisor = mapping.text("supervisor").map { ClinicianID($0.text) }
    clinician.hours = mapping.value("hours").flatMap { context.hours($0) }
    clinician.licences = licences(mapping)
    if let value = fte(mapping) { clinician.fte = value }
    (clinician.employedFrom, clinician.employedUntil) = employed(mapping)
    clinician.limits = Clinician.Limits(
      sessionsPerDay: mapping.integer("max-sessions-per-day", in: 0...100),
      sessionsPerWeek: mapping.integer("max-sessions-per-week", in: 0...500),
      coverPerDay: mapping.integer("max-cover-per-day", in: 0...100),
      coverPerWeek: mapping.integer("max-cover-per-week", in: 0...500))
    return clinician
  }

  static func tags(_ mapping: YamlMapping, _ key: String) -> Set<Tag>? {
    mapping.texts(key).map { Set($0.map { Tag($0.text) }) }
  }

  static func languages(_ mapping: YamlMapping) -> Set<LanguageTag>? {
    guard let texts = mapping.texts("languages") else { return nil }
    return Set(
      texts.compactMap { text in
        guard let tag = LanguageTag(text.text) else {
          mapping.context.note(
            text.node, "\(ShownText.quoted(text.text)) is no language",
            hint: "languages are BCP 47 tags, such as en or fr-CA")
          return nil
        }
        return tag
      })
  }

  private static func sites(_ mapping: YamlMapping, _ known: KnownSites) -> Set<SiteID> {
    guard let texts = mapping.texts("sites") else { return known.every }
    return Set(
      texts.compactMap { text in
        guard known.contains(text.text) else {
          mapping.context.note(
            text.node,
            "unknown site \(ShownText.quoted(text.text))" + mapping.context.log.question(text.text, among: known.names),
            hint: known.hint)
          return nil
        }
        return SiteID(text.text)
      })
  }

  private static func licences(_ mapping: YamlMapping) -> [Clinician.Licence] {
    (mapping.list("licences") ?? []).compactMap { node in
      guard let licence = YamlMapping(node, "a licence", keys: licenceKeys, mapping.context) else {
        return nil
      }
      licence.require("jurisdiction")
      let expires = licence.day("expires")
      guard let jurisdiction = licence.text("jurisdiction") else { return nil }
      return Clinician.Licence(jurisdiction: Tag(jurisdiction.text), expires: expires)
    }
  }

  private static func fte(_ mapping: YamlMapping) -> Double? {
    guard let node = mapping.value("fte") else { return nil }
    guard let value = node.text.flatMap(Double.init), value.isFinite else {
      mapping.context.note(
        node, "'fte' is a number, but \(mapping.context.found(node)) stands here", hint: "full time is 1")
      return nil
    }
    guard (0.05...2).contains(value) else {
      mapping.context.note(
        node, "'fte' is \(ShownText.quoted(node.text ?? "")), and lies outside 0.05 to 2", hint: "full time is 1")
      return nil
    }
    return value
  }

  private static func employed(_ mapping: YamlMapping) -> (from: Day?, until: Day?) {
    guard let node = mapping.value("employed"),
      let employed = YamlMapping(node, "'employed'", keys: employedKeys, mapping.context)
    else { return (nil, nil) }
    let from = employed.day("from")
    let until = employed.day("until")
    if let from, let until, until < from {
      mapping.context.note(
        node, "'employed' ends on \(until.iso8601), before it begins on \(from.iso8601)",
        hint: "correct one of the two")
    }
    return (from, until)
  }

  private static func calendars(_ mapping: YamlMapping) -> [YamlText]? {
    guard let texts = mapping.texts("calendars") else { return nil }
    if texts.isEmpty, let node = mapping.value("calendars") {
      mapping.context.note(node, "'calendars' is an empty list", hint: "a clinician has at least one calendar")
    }
    return texts.filter { text in
      let parts = text.text.split(separator: "/", omittingEmptySubsequences: false)
      let leadsOut = text.text.hasPrefix("/") || parts.contains("..") || text.text.contains("\\")
      if leadsOut || text.text.contains("://") {
        mapping.context.note(
          text.node, "the calendar \(ShownText.quoted(text.text)) does not lie in the practice folder",
          hint: "give a path relative to practice.yaml, such as clinicians/\(mapping.text("id")?.text ?? "ID").ics")
        return false
      }
      if CalendarFinder.isRefused(parts.filter { !$0.isEmpty && $0 != "." }.joined(separator: "/")) {
        mapping.context.note(
          text.node, "the calendar \(ShownText.quoted(text.text)) is the practice folder itself, or lies in cover/",
          hint: "give the calendar that the clinician keeps; what plan-cover writes is not read as one")
        return false
      }
      return true
    }
  }
}
