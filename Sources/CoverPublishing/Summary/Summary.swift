/// What a manager needs to know, in plain text: what needs a person first. No client's name stands in it.
public struct Summary: Hashable, Sendable {
  /// A part under a heading.
  public struct Section: Hashable, Sendable {
    public let title: String
    public let lines: [String]
  }

  public let title: String
  /// One line: whether all is well.
  public let headline: String
  public let sections: [Section]
  /// Whether something is left to a person.
  public let needsPerson: Bool

  init(_ account: Account) {
    title = "\(account.practice): \(account.period)"
    headline = account.headline
    sections = account.parts.map { Section(title: $0.title, lines: SummaryLayout.lines($0.blocks)) }
    needsPerson = account.needsPerson
  }

  /// The whole, ending with a line feed.
  public var text: String {
    var lines = [title, String(repeating: "=", count: title.count), "", headline]
    for section in sections where !section.lines.isEmpty {
      lines += ["", section.title.uppercased(), ""] + section.lines
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
