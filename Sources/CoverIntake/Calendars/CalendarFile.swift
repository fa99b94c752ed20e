import CivilTime
import CoverDomain
import ICalendar

/// A calendar of the practice with the meaning of each of its components.
struct CalendarFile: Sendable {
  private let parsed: ParsedCalendar
  /// One a component of the document.
  let meanings: [ComponentMeaning]
  /// What a person may know better, by component.
  let doubts: [Int: MeaningReader.Doubt]
  /// The entries of `events` in practice.yaml that settle a component, by component.
  let settled: [Int: [Int]]
  /// The components of which an entry says that they are no session.
  let settledAsOther: Set<Int>
  /// The sessions of which nothing but the title names the clients.
  let byTitle: Set<Int>
  /// Whose time an event of leave.ics holds that is not understood, by component.
  private let held: [Int: [ClinicianID]]
  let remarks: [Problem]

  var owner: CalendarFinder.Owner { parsed.owner }
  var document: CalendarDocument { parsed.document }
  /// Whether its components come from several files.
  var isJoined: Bool { parsed.isJoined }
  /// Of several files the first.
  var path: String { parsed.path }

  init(_ parsed: ParsedCalendar, _ reader: MeaningReader) {
    self.parsed = parsed
    let document = parsed.document
    var masters: [ExactText: Int] = [:]
    for (index, component) in document.components.enumerated() where component.first("RECURRENCE-ID") == nil {
      if let uid = component.exactUID { masters[uid] = index }
    }
    // Of a series with many changes, read once.
    var readMasters: [Int: MeaningReader.Read] = [:]
    let reads = document.components.map { component -> MeaningReader.Read in
      // A changed occurrence that says nothing of whom it is for is still the series' own.
      if CalendarFile.isBareOverride(component), let index = component.exactUID.flatMap({ masters[$0] }) {
        let read = readMasters[index] ?? reader.read(document.components[index], in: parsed.owner)
        readMasters[index] = read
        return read
      }
      return reader.read(component, in: parsed.owner)
    }
    meanings = reads.map(\.meaning)
    var remarks: [Problem] = []
    var doubts: [Int: MeaningReader.Doubt] = [:]
    var settled: [Int: [Int]] = [:]
    for (index, read) in reads.enumerated() {
      if let doubt = read.doubt { doubts[index] = doubt }
      if !read.settledBy.isEmpty { settled[index] = read.settledBy }
      if let remark = read.remark {
        remarks.append(
          Problem(
            .remark, file: parsed.path(ofComponentAt: index), line: document.components[index].line, message: remark))
      }
    }
    self.doubts = doubts
    self.settled = settled
    held = Dictionary(
      uniqueKeysWithValues: reads.enumerated().filter { !$1.held.isEmpty }.map { ($0, $1.held) })
    byTitle = Set(reads.indices.filter { reads[$0].isByTitle })
    settledAsOther = Set(reads.indices.filter { reads[$0].isSettledAsOther })
    self.remarks = remarks
  }

  /// Whether it changes an occurrence, and says nothing of whom it is for.
  static func isBareOverride(_ component: Component) -> Bool {
    component.first("RECURRENCE-ID") != nil
      && !["SUMMARY", "ATTENDEE", "X-PLAN-COVER-CLIENT"].contains { component.first($0) != nil }
  }

  /// The file in which a component stands.
  func path(ofComponentAt index: Int) -> String { parsed.path(ofComponentAt: index) }

  /// Whose time a component holds that is not understood.
  func holders(ofComponentAt index: Int) -> [ClinicianID] {
    switch owner {
    case .clinician(let id): return [id]
    case .sharedLeave:
      if case .leave(let people) = meanings[index] { return people }
      return held[index] ?? []
    case .requests, .closures: return []
    }
  }

  func source(_ index: Int, uid: String? = nil) -> Source {
    let component = document.components[index]
    return Source(file: path(ofComponentAt: index), line: component.line, uid: uid ?? component.uid)
  }

  /// What tells the components of those meanings apart from all others of the document.
  func keys(where includes: (ComponentMeaning) -> Bool) -> Set<ComponentKey> {
    Set(zip(document.components, meanings).compactMap { includes($1) ? ComponentKey($0) : nil })
  }
}

/// Where a component stands in its document.
struct ComponentKey: Hashable {
  private let calendar: Int
  private let line: Int

  init(_ component: Component) {
    calendar = component.calendarIndex
    line = component.line
  }
}
