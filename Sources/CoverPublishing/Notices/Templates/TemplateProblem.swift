/// What keeps a template of the practice's own from being used. No client's name stands in it.
public struct TemplateProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Relative to the practice folder.
  public let file: String
  /// From 1; nil where the file as a whole is meant.
  public let line: Int?
  /// From 1, in characters of the line.
  public let column: Int?
  public let message: String
  public let hint: String

  /// `file:line:column: what is wrong`, and on a second line `hint: …`.
  public var description: String {
    "\(([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")): \(message)\nhint: \(hint)"
  }
}

/// A place in a text: from 1, a column counting characters.
struct TextPlace: Hashable, Comparable, Sendable {
  var line = 1
  var column = 1

  mutating func advance(over character: Character) {
    if character == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
