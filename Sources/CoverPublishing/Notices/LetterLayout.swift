import CivilTime
import CoverDomain

/// A letter as a file holds it, by the way in which it reaches the client.
struct LetterLayout: Sendable {
  let values: LetterValues
  /// In which whoever sends it reads what they have to mind.
  let office: any LetterLanguage
  let contact: Client.ContactWay
  let phone: String?

  private static let width = 72

  /// The text of the file: by post with a letterhead and room for the address, by telephone with what the caller has to
  /// mind. Lines are broken for printing, but not in a language that is written from right to left: there every line
  /// has to begin with a letter of that language to be shown in its order.
  func text(_ letter: String) -> String {
    let lines = Array(letter.utf8).split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    return (head + broken(lines, values.language)).joined(separator: "\n")
  }

  /// What stands above the letter.
  private var head: [String] {
    switch contact {
    case .letter:
      // Lines 6 to 12 are left for the label.
      let sender = [values.practice, values.phone, values.email].compactMap(\.self)
      let space = Array(repeating: "", count: max(1, 12 - sender.count))
      return broken(sender, values.language) + space + [values.date, ""]
    case .phone:
      let guide = office.callGuide.flatMap { [$0, ""] } + [String(repeating: "-", count: 24), ""]
      return (phone.map { [$0, ""] } ?? []) + broken(guide, office)
    case .email, .none: return []
    }
  }

  private func broken(_ lines: [String], _ language: any LetterLanguage) -> [String] {
    language.isRightToLeft ? lines : lines.flatMap(broken)
  }

  /// A paragraph in lines; what is indented, or begins with a dash, stays so in every line. A telephone number is not
  /// torn apart.
  private func broken(_ line: String) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    let rest = line.dropFirst(indent.count)
    guard line.count > Self.width else { return [line] }
    let dash = rest.hasPrefix("- ") ? "- " : ""
    let hanging = indent + String(repeating: " ", count: dash.count)
    var lines = PlainText.wrapped(
      String(rest.dropFirst(dash.count)), width: Self.width, indent: hanging, whole: values.phone)
    if !dash.isEmpty, let first = lines.first { lines[0] = indent + dash + first.dropFirst(hanging.count) }
    return lines
  }
}
