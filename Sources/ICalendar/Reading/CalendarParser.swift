/// Content lines into components, within the limits.
struct CalendarParser {
  private let limits: CalendarLimits
  private(set) var components: [Component] = []
  private(set) var problems: [CalendarProblem] = []
  /// More is not told line by line.
  private static let maxProblems = 1_000
  private(set) var headers: [CalendarHeader] = []
  private var open: [OpenComponent] = []
  private var count = 0
  private var properties = 0
  private var leftOut = 0
  private var hasTextOutside = false

  private struct OpenComponent {
    let name: String
    let line: Int
    var properties: [Property] = []
    var children: [Component] = []
    var problem: CalendarProblem?
  }

  init(limits: CalendarLimits) { self.limits = limits }

  mutating func parse(_ bytes: [UInt8]) throws(CalendarProblem) {
    if bytes.count > limits.maxFileBytes {
      throw CalendarProblem(
        message: "the file has \(bytes.count) bytes; at most \(limits.maxFileBytes) are read",
        hint: "export a shorter time, or without attachments")
    }
    if let archive = CalendarParser.archive(bytes) {
      throw CalendarProblem(
        message: "this is no calendar: it is an archive (\(archive))",
        hint: "unpack it, and put the .ics file that is in it here")
    }
    if let nul = bytes.firstIndex(of: 0) {
      let line = bytes[..<nul].count { $0 == 10 } + 1
      throw CalendarProblem(
        line: line, message: "a NUL byte stands in the file: it is damaged or no text",
        hint: "export the calendar again, as UTF-8")
    }
    try bytes.withUnsafeBufferPointer { (pointer) throws(CalendarProblem) in try parse(pointer) }
  }

  /// What packed the file, by its first bytes; nil where nothing did. Google gives its exports so.
  private static func archive(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return "zip" }
    return bytes.starts(with: [0x1F, 0x8B]) ? "gzip" : nil
  }

  private mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(CalendarProblem) {
    var lines = ContentLines(bytes, limits: limits)
    while try lines.next({ (line, number) throws(CalendarProblem) in try take(line, number) }) {}
    if let unclosed = open.last {
      throw CalendarProblem(
        line: unclosed.line, message: "BEGIN:\(shown(unclosed.name)) has no END: the file is cut",
        hint: "export or download the calendar again")
    }
    if headers.isEmpty { throw notACalendar(line: nil, "the file is empty") }
    if leftOut > 0 {
      problems.append(CalendarProblem(message: "\(leftOut) more lines of the file are odd in such a way"))
    }
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Int) throws(CalendarProblem) {
    guard let parsed = ContentLine(bytes, line: line) else {
      if open.isEmpty { try takeOutside(bytes, line) } else { noteMalformed(line) }
      return
    }
    let property = parsed.property
    switch property.name {
    case "BEGIN": try begin(CalendarParser.componentName(property.value), line)
    case "END": try end(CalendarParser.componentName(property.value), line)
    default:
      if open.isEmpty { return try takeOutside(bytes, line) }
      properties += property.parameters.reduce(1) { $0 + $1.values.count }
      guard properties <= limits.maxProperties else {
        throw CalendarProblem(
          line: line,
          message: "property \(properties) of the file, parameters counted, begins here; at most "
            + "\(limits.maxProperties) are read", hint: "export a shorter time")
      }
      if !parsed.isValidUTF8 { notePoison(line, "the text of \(shown(property.name)) is not UTF-8") }
      if parsed.hasControls {
        note(
          CalendarProblem(line: line, message: "control characters in \(shown(property.name)) were read as spaces"))
      }
      open[open.count - 1].properties.append(property)
    }
  }

  private mutating func begin(_ name: String, _ line: Int) throws(CalendarProblem) {
    if open.isEmpty, name != "VCALENDAR" { throw notACalendar(line: line, "it does not begin with BEGIN:VCALENDAR") }
    if !open.isEmpty, name == "VCALENDAR" {
      throw CalendarProblem(
        line: line, message: "BEGIN:VCALENDAR within a calendar: the one of line \(open[0].line) has no END",
        hint: "export or download the calendar again")
    }
    if open.count >= limits.maxDepth {
      throw CalendarProblem(
        line: line, message: "a component begins at depth \(open.count + 1); at most \(limits.maxDepth) are read",
        hint: "the file is damaged or made to do harm: export it again")
    }
    count += 1
    if count > limits.maxComponents {
      throw CalendarProblem(
        line: line, message: "component \(count) of the file begins here; at most \(limits.maxComponents) are read",
        hint: "export a shorter time")
    }
    if open.isEmpty { headers.append(CalendarHeader()) }
    open.append(OpenComponent(name: name, line: line))
  }

  private mutating func end(_ name: String, _ line: Int) throws(CalendarProblem) {
    guard let closed = open.last else { throw notACalendar(line: line, "it does not begin with BEGIN:VCALENDAR") }
    guard closed.name == name else {
      throw CalendarProblem(
        line: line, message: "END does not close BEGIN:\(shown(closed.name)) of line \(closed.line)",
        hint: "the file is damaged: export or download it again")
    }
    open.removeLast()
    if open.isEmpty { return try endCalendar(closed) }
    let component = Component(
      kind: .init(name: name), line: closed.line, properties: closed.properties, children: closed.children,
      calendarIndex: headers.count - 1, problem: closed.problem)
    if open.count > 1 {
      open[open.count - 1].children.append(component)
    } else if name == "VTIMEZONE" {
      let id = component.first("TZID")?.text ?? ""
      if headers[headers.count - 1].zones[id] == nil { headers[headers.count - 1].zones[id] = component }
    } else {
      components.append(component)
    }
  }

  private mutating func endCalendar(_ calendar: OpenComponent) throws(CalendarProblem) {
    headers[headers.count - 1].properties = calendar.properties
    if let problem = calendar.problem { note(problem) }
    if let version = calendar.properties.first(where: { $0.name == "VERSION" }), version.value == "1.0" {
      throw CalendarProblem(
        line: version.line, message: "a vCalendar 1.0 file, which is not iCalendar",
        hint: "export it as iCalendar 2.0 (.ics)")
    }
  }

  /// A line that is no content line: within a text that was broken by hand it is left out, elsewhere it spoils the
  /// component.
  private mutating func noteMalformed(_ line: Int) {
    let breakable = ["DESCRIPTION", "COMMENT", "SUMMARY", "LOCATION", "X-ALT-DESC", "CONTACT"]
    if let last = open.last?.properties.last, breakable.contains(last.name) {
      note(
        CalendarProblem(line: line, message: "a line that is no property, after \(last.name), was left out"))
    } else {
      notePoison(line, "a line that is no property")
    }
  }

  private mutating func note(_ problem: CalendarProblem) {
    if problems.count < CalendarParser.maxProblems { problems.append(problem) } else { leftOut += 1 }
  }

  private mutating func notePoison(_ line: Int, _ message: String) {
    let index = open.count - 1
    if open[index].problem == nil { open[index].problem = CalendarProblem(line: line, message: message) }
  }

  /// Text before the first calendar: the file is none. After a whole calendar it is left out, once told.
  private mutating func takeOutside(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Int) throws(CalendarProblem) {
    // A DOS end-of-file mark is no content.
    if bytes.allSatisfy({ $0 <= 32 }) { return }
    guard headers.isEmpty else {
      if !hasTextOutside {
        note(CalendarProblem(line: line, message: "text after the end of the calendar was left out"))
      }
      hasTextOutside = true
      return
    }
    let isMarkup = bytes.first { $0 != 32 && $0 != 9 } == UInt8(ascii: "<")
    throw notACalendar(line: line, isMarkup ? "it is a web page or XML" : "it does not begin with BEGIN:VCALENDAR")
  }

  private func notACalendar(line: Int?, _ reason: String) -> CalendarProblem {
    CalendarProblem(
      line: line, message: "this is no calendar: \(reason)",
      hint: "export it as .ics; a download that needs a login gives a web page instead")
  }

  /// The name of a component as it may be shown: a name of letters, else nothing of the file.
  private func shown(_ name: String) -> String {
    name.utf8.count <= 40 && name.utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) || $0 == 45 })
      ? name : "(a name that is none)"
  }

  private static func componentName(_ value: String) -> String {
    var bytes = value.utf8[...]
    while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self).uppercased()
  }
}
