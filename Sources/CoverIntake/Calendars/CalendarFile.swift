import CivilTime
import CoverDomain
import ICalendar

/// A calendar file of the practice with the meaning of each of its components.
struct CalendarFile: Sendable {
  let path: String
  let owner: CalendarFinder.Owner
  let document: CalendarDocument
  /// One a component of the document.
  let meanings: [ComponentMeaning]
  let remarks: [Problem]

  static let limit = 64 << 20

  /// Throws when the file cannot be read as a calendar.
  init(_ found: CalendarFinder.Found, in folder: PracticeFolder, _ reader: MeaningReader) throws(Problem) {
    let bytes = try folder.bytes(of: found.path, limit: CalendarFile.limit)
    do throws(CalendarProblem) {
      try self.init(path: found.path, owner: found.owner, document: CalendarDocument(parsing: bytes), reader)
    } catch {
      throw Problem(error, file: found.path)
    }
  }

  init(
    path: String, owner: CalendarFinder.Owner, document: CalendarDocument, _ reader: MeaningReader
  ) throws(CalendarProblem) {
    self.path = path
    self.owner = owner
    self.document = document
    var remarks = document.problems.map { Problem($0, file: path, severity: .remark) }
    if document.components.isEmpty {
      remarks.append(Problem(.remark, file: path, message: "the calendar holds no events"))
    }
    var masters: [String: Int] = [:]
    for (index, component) in document.components.enumerated() where component.first("RECURRENCE-ID") == nil {
      if let uid = component.uid { masters[uid] = index }
    }
    let reads = document.components.map { component -> MeaningReader.Read in
      // A changed occurrence that says nothing of whom it is for is still the series' own.
      if CalendarFile.isBareOverride(component), let index = component.uid.flatMap({ masters[$0] }) {
        return reader.read(document.components[index], in: owner)
      }
      return reader.read(component, in: owner)
    }
    meanings = reads.map(\.meaning)
    for (component, read) in zip(document.components, reads) {
      if let remark = read.remark {
        remarks.append(Problem(.remark, file: path, line: component.line, message: remark))
      }
    }
    self.remarks = remarks
  }

  private static func isBareOverride(_ component: Component) -> Bool {
    component.first("RECURRENCE-ID") != nil
      && !["SUMMARY", "ATTENDEE", "X-PLAN-COVER-CLIENT"].contains { component.first($0) != nil }
  }

  func source(_ index: Int, uid: String? = nil) -> Source {
    let component = document.components[index]
    return Source(file: path, line: component.line, uid: uid ?? component.uid)
  }
}

extension Problem {
  /// What is wrong with a calendar, in a file of the practice.
  init(_ problem: CalendarProblem, file: String, severity: Severity = .error) {
    self.init(
      severity, file: file, line: problem.line, column: problem.column, message: problem.message,
      hint: problem.hint)
  }
}
