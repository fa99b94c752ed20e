import CoverDomain
import ICalendar

/// A calendar of the practice as it was parsed, before anything in it has a meaning.
struct ParsedCalendar: Sendable {
  /// Relative to the practice folder; of several files the first.
  let path: String
  let owner: CalendarFinder.Owner
  let document: CalendarDocument
  /// The file of each component, where they come from several.
  private let origins: [String]?

  static let limit = 64 << 20

  /// Throws when the file cannot be read as a calendar.
  init(_ found: CalendarFinder.Found, in folder: PracticeFolder) throws(Problem) {
    let bytes = try folder.bytes(of: found.path, limit: ParsedCalendar.limit)
    do throws(CalendarProblem) {
      self.init(path: found.path, owner: found.owner, document: try CalendarDocument(parsing: bytes))
    } catch {
      throw Problem(error, file: found.path)
    }
  }

  private init(
    path: String, owner: CalendarFinder.Owner, document: CalendarDocument, origins: [String]? = nil
  ) {
    self.path = path
    self.owner = owner
    self.document = document
    self.origins = origins
  }

  /// The file in which a component stands.
  func path(ofComponentAt index: Int) -> String { origins?[index] ?? path }

  /// Whether its components come from several files.
  var isJoined: Bool { origins != nil }

  /// What is odd about the file as a whole.
  var remarks: [Problem] {
    var remarks = document.problems.map { Problem($0, file: path, severity: .remark) }
    if document.components.isEmpty {
      remarks.append(Problem(.remark, file: path, message: "the calendar holds no events"))
    }
    return remarks
  }

  /// The calendar with those components alone.
  func keeping(_ indices: [Int]) -> ParsedCalendar {
    ParsedCalendar(path: path, owner: owner, document: document.keeping(indices))
  }

  /// One calendar of parts of several, all of one owner; nil of none.
  static func joining(_ parts: [ParsedCalendar]) -> ParsedCalendar? {
    parts.first.map { first in
      ParsedCalendar(
        path: first.path, owner: first.owner, document: .joining(parts.map(\.document)),
        origins: parts.flatMap { part in part.document.components.map { _ in part.path } })
    }
  }
}

extension Problem {
  /// What is wrong with a calendar, in a file of the practice.
  init(_ problem: CalendarProblem, file: String, severity: Severity = .error) {
    self.init(severity, file: file, line: problem.line, message: problem.message, hint: problem.hint)
  }
}
