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
  /// Whether something is left to a person: a broken promise, a session that must be covered and is not, an event or a
  /// calendar component that was not understood, a day without a contact, a letter that could not be written.
  public let needsPerson: Bool

  /// The whole, ending with a line feed.
  public var text: String {
    var lines = [title, String(repeating: "=", count: title.count), "", headline]
    for section in sections where !section.lines.isEmpty {
      lines += ["", section.title.uppercased(), ""] + section.lines
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
