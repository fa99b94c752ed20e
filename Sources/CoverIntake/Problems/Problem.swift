import CoverDomain

/// What is wrong with a file of the practice, where, and the way out.
///
/// It names clients by id alone and never holds a client's name, an address or the text of an event.
public struct Problem: Error, Hashable, Sendable {
  public enum Severity: String, Sendable {
    /// The practice cannot be read as it is.
    case error
    /// Odd, and without harm to what was read.
    case remark
  }

  public let severity: Severity
  /// Path relative to the practice folder, as it may be shown.
  public let file: String
  /// From 1; nil where the file as a whole is meant.
  public let line: Int?
  /// From 1, in characters of the line; nil where the line as a whole is meant.
  public let column: Int?
  /// What is wrong, with the value found where it may be shown.
  public let message: String
  /// The way out.
  public let hint: String?

  public init(
    _ severity: Severity = .error, file: String, line: Int? = nil, column: Int? = nil, message: String,
    hint: String? = nil
  ) {
    self.severity = severity
    self.file = ShownPath.shown(file)
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }

  /// `file:line:column`, as far as it is known.
  public var place: String {
    ([file] + [line, line == nil ? nil : column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

extension Problem: CustomStringConvertible {
  /// `file:line:column: what is wrong`, and on a second line `hint: …`.
  public var description: String { "\(place): \(message)" + (hint.map { "\nhint: \($0)" } ?? "") }
}

extension Problem: Comparable {
  /// By file, place, then message. practice.yaml comes first and then clients.csv: others refer to them.
  public static func < (left: Problem, right: Problem) -> Bool {
    if left.file != right.file {
      return (left.rank, left.file) < (right.rank, right.file)
    }
    let leftPlace = (left.line ?? 0, left.column ?? 0)
    let rightPlace = (right.line ?? 0, right.column ?? 0)
    return leftPlace != rightPlace ? leftPlace < rightPlace : left.message < right.message
  }

  private var rank: Int { [PracticeFile.name, RegisterFile.name].firstIndex(of: file) ?? 2 }
}
