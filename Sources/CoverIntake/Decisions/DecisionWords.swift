import CivilTime
import CoverDomain

/// An entry as YAML.
struct DecisionWords {
  private let entry: DecisionEntry

  init(_ entry: DecisionEntry) { self.entry = entry }

  /// A key and its value a line: `client: AB12`.
  var lines: [String] { pairs.map { "\($0.key): \($0.value)" } }

  /// The lines of a block list whose dashes stand in that column, from 0.
  func block(column: Int) -> [String] {
    let indent = String(repeating: " ", count: column)
    return lines.enumerated().map { indent + ($0 == 0 ? "- " : "  ") + $1 }
  }

  /// In braces, for a list in brackets.
  var flow: String { "{\(lines.joined(separator: ", "))}" }

  private var pairs: [(key: String, value: String)] {
    var pairs = [(key: entry.verb.rawValue, value: value)]
    func add(_ key: String, _ text: String?) {
      if let text { pairs.append((key, YamlScalar.text(text))) }
    }
    add("client", entry.client?.text)
    add("session", entry.session)
    add("clinician", entry.clinician?.text)
    add("absence", entry.absence.map { "\($0.clinician) \($0.day.iso8601)" })
    add("by", entry.by)
    if let at = entry.at { pairs.append(("at", at.iso8601)) }
    add("why", entry.why)
    return pairs
  }

  private var value: String {
    switch entry.kind {
    case .assign(let id), .forbid(let id): YamlScalar.text(id.text)
    case .wait, .told, .consented: "true"
    case .sent(let letter): letter.rawValue
    case .leave(let id, let days):
      YamlScalar.text("\(id) \(days.lowerBound.iso8601)..\(days.upperBound.iso8601)")
    }
  }
}
