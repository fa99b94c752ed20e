/// An attribute of an element: its name is one of ours, its value is escaped when it is written.
struct Attribute: Hashable, Sendable {
  let name: String
  let value: String

  private init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
  static func dir(_ direction: String) -> Attribute { Attribute("dir", direction) }
  static func charset(_ name: String) -> Attribute { Attribute("charset", name) }
  static func name(_ name: String) -> Attribute { Attribute("name", name) }
  static func content(_ content: String) -> Attribute { Attribute("content", content) }
  static func httpEquivalent(_ header: String) -> Attribute { Attribute("http-equiv", header) }
  static func scope(_ scope: Scope) -> Attribute { Attribute("scope", scope.rawValue) }
  static func role(_ role: String) -> Attribute { Attribute("role", role) }
  static func label(_ label: String) -> Attribute { Attribute("aria-label", label) }
  static func labelledBy(_ ids: String) -> Attribute { Attribute("aria-labelledby", ids) }
  static let hidden = Attribute("aria-hidden", "true")
  /// What can be scrolled has to be reached by the keyboard.
  static let focusable = Attribute("tabindex", "0")
  /// Of `data`: the number itself.
  static func value(_ number: Int) -> Attribute { Attribute("value", String(number)) }
  /// Where plan.json has the number.
  static func tally(_ tally: Tally) -> Attribute { Attribute("data-tally", tally.text) }

  /// A place of the same page.
  static func link(to id: String) -> Attribute { Attribute("href", "#" + id) }

  /// A file beside the page: a path, never an address with a scheme or a host of its own.
  static func link(toFile path: String) -> Attribute {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return Attribute("href", "./" + parts.map { PathName.linked(String($0)) }.joined(separator: "/"))
  }

  // Of SVG; lengths in hundredths of the whole.
  static func x(_ part: Double) -> Attribute { Attribute("x", percent(part)) }
  static func width(_ part: Double) -> Attribute { Attribute("width", percent(part)) }
  static let fullHeight = Attribute("height", "100%")

  enum Scope: String, Sendable { case row, col }

  /// `12.5%`: at most two digits, the same on every machine.
  private static func percent(_ part: Double) -> String {
    let hundredths = Int((part * 10_000).rounded())
    let digits = hundredths % 100
    return "\(hundredths / 100)" + (digits == 0 ? "" : ".\(digits < 10 ? "0" : "")\(digits)") + "%"
  }
}
