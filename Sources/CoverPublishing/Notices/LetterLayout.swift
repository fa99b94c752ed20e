import CivilTime
import CoverDomain

/// A letter as a file holds it, by the way in which it reaches the client.
struct LetterLayout: Sendable {
  let values: LetterValues
  let contact: Client.ContactWay
  let phone: String?

  private static let width = 72

  /// The text of the file: by post with a letterhead and room for the address, by telephone with what the caller has to
  /// mind. Lines are broken for printing, but not in a language that is written from right to left: there every line
  /// has to begin with a letter of that language to be shown in its order.
  func text(_ letter: String) -> String {
    let whole = (head + [letter]).joined(separator: "\n")
    guard !values.language.isRightToLeft else { return whole }
    return whole.split(separator: "\n", omittingEmptySubsequences: false).flatMap(Self.broken).joined(separator: "\n")
  }

  /// What stands above the letter.
  private var head: [String] {
    switch contact {
    case .letter:
      // Lines 6 to 12 are left for the label.
      let sender = [values.practice, values.phone, values.email].compactMap(\.self)
      return sender + Array(repeating: "", count: max(1, 12 - sender.count)) + [values.date, ""]
    case .phone:
      let number = phone.map { [$0, ""] } ?? []
      return number + values.language.callGuide.flatMap { [$0, ""] } + [String(repeating: "-", count: 24), ""]
    case .email, .none: return []
    }
  }

  /// A paragraph in lines; what is indented, or begins with a dash, stays so in every line.
  private static func broken(_ line: Substring) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    let rest = line.dropFirst(indent.count)
    guard line.count > width else { return [String(line)] }
    let dash = rest.hasPrefix("- ") ? "- " : ""
    let hanging = indent + String(repeating: " ", count: dash.count)
    var lines = PlainText.wrapped(String(rest.dropFirst(dash.count)), width: width, indent: hanging)
    if !dash.isEmpty, let first = lines.first { lines[0] = indent + dash + first.dropFirst(hanging.count) }
    return lines
  }
}
