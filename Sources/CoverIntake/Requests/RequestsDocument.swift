public import CivilTime
import ICalendar

/// The bytes of referrals.ics, for a program that edits it: requests are added and taken out, every other byte stays as
/// it is, and what comes out has been read again.
public struct RequestsDocument: Sendable {
  private let bytes: [UInt8]
  private let document: CalendarDocument
  private var components: [Component] { document.components }

  /// The name of the file in the practice's folder.
  public static let fileName = "referrals.ics"

  /// - Parameter bytes: those of the file; nil where there is none.
  /// - Throws: `unreadable` where it is no calendar.
  public init(_ bytes: [UInt8]?) throws(RequestsFault) {
    self.bytes = bytes ?? Self.empty
    document = try Self.document(self.bytes)
  }

  private static let empty = Array(
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:\(productID)\r\nEND:VCALENDAR\r\n".utf8)
  private static let productID = "-//plan-cover//plan-cover//EN"

  /// The UIDs of the requests in it, in file order.
  public var uids: [String] { components.filter(Self.isRequest).compactMap(\.uid) }

  /// The bytes with the request at the end of the calendar.
  ///
  /// - Throws: `twice` where it stands there already, `text` where it holds what no calendar may, `layout` where the file
  ///   is written in a way that is not edited.
  public func adding(_ entry: RequestEntry, at now: Instant) throws(RequestsFault) -> [UInt8] {
    guard !components.contains(where: { $0.uid == entry.uid }) else { throw .twice(entry.uid) }
    let lines = CalendarLines(bytes)
    guard let end = lines.lastEnd else { throw .layout }
    var edited = bytes
    edited.insert(contentsOf: lines.ended(try Self.lines(of: entry, at: now)), at: end)
    let read = try? Self.components(edited)
    guard let read, read.count == components.count + 1, read.last?.uid == entry.uid,
      zip(components, read).allSatisfy({ Self.isSame($0, $1) })
    else { throw .layout }
    return edited
  }

  /// The bytes without the request of that UID, or of the only one that begins so, and the lines that were taken out.
  public func removing(_ uid: String) throws(RequestsFault) -> (bytes: [UInt8], removed: String) {
    let requests = components.filter(Self.isRequest)
    let exact = requests.filter { $0.uid == uid }
    let meant = exact.isEmpty ? requests.filter { $0.uid?.hasPrefix(uid) ?? false } : exact
    guard let component = meant.first else { throw .unknown(uid) }
    guard meant.count == 1 else { throw .severalBegin(meant.compactMap(\.uid)) }
    return try removing(beginningOn: [component.line])
  }

  /// The bytes without those components, whole, and the lines that were taken out.
  private func removing(beginningOn begins: Set<Int>) throws(RequestsFault) -> (bytes: [UInt8], removed: String) {
    let lines = CalendarLines(bytes)
    var edited = bytes
    var removed: [UInt8] = []
    for line in begins.sorted(by: >) {
      guard let range = lines.component(beginningOn: line) else { throw .layout }
      removed = bytes[range] + removed
      edited.removeSubrange(range)
    }
    let rest = components.filter { !begins.contains($0.line) }
    guard let read = try? Self.components(edited), read.count == rest.count, zip(read, rest).allSatisfy(Self.isSame)
    else { throw .layout }
    return (edited, String(decoding: removed, as: UTF8.self))
  }

  // MARK: What is over

  /// A request whose time is over.
  public struct Past: Hashable, Sendable {
    public let uid: String
    /// Of its BEGIN, from 1.
    public let line: Int
    /// When it was due.
    public let due: Instant

    /// By which the plan knows it.
    public var key: String { SessionKey.text(uid, nil) }
  }

  /// The requests that were due before the limit, in file order, and how many do not say when they are due, or not in a
  /// way that can be read.
  ///
  /// - Parameter zone: the practice's.
  public func past(before limit: Instant, zone: Zone) -> (requests: [Past], undated: Int) {
    var past: [Past] = []
    var undated = 0
    for (index, component) in components.enumerated() where Self.isRequest(component) {
      guard let time = try? document.taskTime(ofComponentAt: index, over: Self.readable(to: limit), zone: zone),
        let due = time.due
      else {
        undated += 1
        continue
      }
      if due < limit { past.append(Past(uid: component.uid ?? "", line: component.line, due: due)) }
    }
    return (past, undated)
  }

  /// The bytes without those requests.
  public func removing(_ past: [Past]) throws(RequestsFault) -> [UInt8] {
    try removing(beginningOn: Set(past.map(\.line))).bytes
  }

  /// The time that zones are read for.
  private static func readable(to limit: Instant) -> Interval {
    let years = 10 * 366 * 86_400
    return Interval(start: limit - years, seconds: 2 * years)
  }

  /// Whether both hold the same, wherever they stand.
  private static func isSame(_ left: Component, _ right: Component) -> Bool {
    func values(_ component: Component) -> [[String]] {
      component.properties.map { property in
        [property.name, property.value] + property.parameters.flatMap { [$0.name] + $0.values }
      }
    }
    return left.kind == right.kind && values(left) == values(right) && left.children.count == right.children.count
      && zip(left.children, right.children).allSatisfy(isSame)
  }

  private static func isRequest(_ component: Component) -> Bool {
    component.kind == .todo && RequestReader.isRequest(component)
  }

  private static func components(_ bytes: [UInt8]) throws(RequestsFault) -> [Component] {
    try document(bytes).components
  }

  private static func document(_ bytes: [UInt8]) throws(RequestsFault) -> CalendarDocument {
    do throws(CalendarProblem) { return try CalendarDocument(parsing: bytes) } catch {
      throw .unreadable(Problem(error, file: fileName))
    }
  }

  /// The VTODO alone, with CRLF line ends.
  private static func lines(of entry: RequestEntry, at now: Instant) throws(RequestsFault) -> [UInt8] {
    let whole: [UInt8]
    do throws(CalendarWriteError) {
      var writer = try CalendarWriter(productID: productID)
      try writer.add(try entry.component(at: now))
      whole = try writer.bytes()
    } catch {
      throw .text("\(error.name): \(error.message)")
    }
    let lines = CalendarLines(whole)
    guard let line = lines.first("BEGIN:VTODO"), let range = lines.component(beginningOn: line) else { throw .layout }
    return Array(whole[range])
  }
}

/// Why referrals.ics is not changed.
public enum RequestsFault: Error, Hashable, Sendable, CustomStringConvertible {
  case unreadable(Problem)
  /// It is written in a way in which nothing can be added or taken out by itself.
  case layout
  /// A text that no calendar may hold.
  case text(String)
  case twice(String)
  case unknown(String)
  case severalBegin([String])

  public var description: String {
    let file = RequestsDocument.fileName
    return switch self {
    case .unreadable(let problem): problem.description
    case .layout:
      "\(file): it is written in a way that is not changed by program; it is left as it was\n"
        + "hint: open and save it with a calendar program, or edit it by hand"
    case .text(let fault): "the request cannot be written: \(fault)\nhint: write it in plain words"
    case .twice(let uid): "this is asked already: \(uid)\nhint: plan-cover refer --list shows what is asked"
    case .unknown:
      "\(file) has no request of this UID\nhint: plan-cover refer --list shows the requests; "
        + "what stands in a clinician's own calendar is taken out there"
    case .severalBegin(let uids): "\(uids.count) requests begin so\nhint: \(uids.joined(separator: ", "))"
    }
  }
}
