import CivilTime
import CoverDomain

/// The part `practice` of practice.yaml.
struct PracticeHeader {
  var name: String?
  var zone: Zone?
  var email: String?
  var phone: String?
  var urgentHelp: UrgentHelp?
  var language: LanguageTag?
  var hours: WeeklyHours?
  var sites: [String] = []

  static let keys = ["name", "timezone", "email", "phone", "urgent-help", "language", "hours", "sites"]

  init?(_ node: YamlNode, _ context: YamlContext, zones: ZoneFinder, letters: LetterKnowledge) {
    guard let mapping = YamlMapping(node, "the practice", keys: PracticeHeader.keys, context) else { return nil }
    mapping.require("name")
    mapping.require("timezone")
    name = mapping.text("name")?.text
    if let text = mapping.text("timezone") {
      zone = Zone(identifier: text.text)
      if zone == nil {
        let meant = zones.identifier(for: text.text)
        context.note(
          text.node,
          "unknown time zone \(ShownText.quoted(text.text))"
            + (meant.map { ": did you mean '\($0)'?" } ?? Suggestion.question(text.text, among: zones.identifiers)),
          hint: "zones have the names of the tz database, such as Europe/London")
      }
    }
    email = mapping.text("email").flatMap { context.email($0, "'email'") }
    phone = mapping.text("phone")?.text
    if let node = mapping.value("urgent-help") { urgentHelp = UrgentHelp(node, context, letters) }
    language = mapping.text("language").flatMap { PracticeHeader.language($0, context, letters) }
    hours = mapping.value("hours").flatMap { context.hours($0) }
    var named: Set<String> = []
    for site in mapping.texts("sites") ?? [] where context.isIdentifier(site, "the site") {
      if named.insert(site.text.lowercased()).inserted {
        sites.append(site.text)
      } else {
        context.note(
          site.node, "the site \(ShownText.quoted(site.text)) is named twice",
          hint: "remove one of the two; names compare without regard to case")
      }
    }
  }
}

extension PracticeHeader {
  /// The language in which clients are written to who name no other: one in which letters are written.
  private static func language(_ text: YamlText, _ context: YamlContext, _ letters: LetterKnowledge) -> LanguageTag? {
    let known = letters.languages.map(\.conventional)
    guard let tag = LanguageTag(text.text), letters.writes(tag) else {
      context.note(
        text.node, "'language' is \(ShownText.quoted(text.text)), in which no letters are written",
        hint: known.isEmpty
          ? "languages are BCP 47 tags, such as en or fr-CA"
          : "letters are written in \(known.joined(separator: ", ")); leave the key out for en")
      return nil
    }
    return tag
  }
}

extension YamlContext {
  /// A text that may go over several lines.
  func paragraph(_ node: YamlNode, _ name: String) -> String? {
    guard let text = node.text, !node.isEmpty, !text.trimmed.isEmpty else {
      note(
        node, "\(name) is a text, but \(node.kindName) stands here",
        hint: "write one value, in quotes where it holds ': ' or '#'")
      return nil
    }
    guard !ShownText.hasControls(text.filter { $0 != "\n" && $0 != "\t" && $0 != "\r\n" }),
      text.unicodeScalars.count <= 2_000
    else {
      note(
        node, "\(name) holds a control character or is longer than 2000 characters",
        hint: "shorten it, and write it again by hand")
      return nil
    }
    return text.trimmed
  }

  /// Weekly hours: days with ranges.
  func hours(_ node: YamlNode) -> WeeklyHours? {
    guard case .mapping(let entries) = node.content else {
      note(
        node, "'hours' are days with their hours, but \(node.kindName) stands here",
        hint: "the form is {mon-thu: \"09:00-13:00 14:00-18:00\", fri: \"09:00-12:00\"}")
      return nil
    }
    var hours = HoursText()
    var isWhole = true
    for entry in entries {
      guard let days = entry.key.text, let ranges = entry.value.text else {
        note(entry.value, "the hours of a day are a text", hint: "the form is {mon-thu: \"09:00-13:00 14:00-18:00\"}")
        isWhole = false
        continue
      }
      do throws(HoursText.Fault) {
        try hours.add(days: days, ranges: entry.value.isEmpty ? "" : ranges, shows: showsText)
      } catch {
        let place = error.message.hasPrefix("unknown day") || error.message.contains("week") ? entry.key : entry.value
        note(place, error.message, hint: error.hint)
        isWhole = false
      }
    }
    return isWhole ? hours.hours : nil
  }

  /// Whether the text can be an id; where it cannot, that is noted.
  func isIdentifier(_ text: YamlText, _ name: String) -> Bool {
    guard let fault = Identifier.fault(text.text) else { return true }
    note(text.node, "\(name)\(shown(text.text)) \(fault)", hint: Identifier.hint)
    return false
  }
}
