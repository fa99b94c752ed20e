/// The bytes of decisions.yaml, for a program that edits it: what comes out has been read again and means exactly what
/// it should.
public struct DecisionsDocument: Sendable {
  private let mark: [UInt8]
  private let content: [UInt8]
  private let entries: [DecisionEntry]

  /// The name of the file in the practice's folder.
  public static let fileName = DecisionsFile.name

  /// - Parameter bytes: those of the file; nil where there is none.
  /// - Throws: `unreadable` where it cannot be read.
  public init(_ bytes: [UInt8]?) throws(DecisionsFault) {
    let bytes = bytes ?? []
    mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[..<3]) : []
    content = Array(bytes[mark.count...])
    entries = try DecisionsDocument.entries(content)
  }

  /// The bytes with those decisions added at the end of the list.
  public func adding(_ new: [DecisionEntry]) throws(DecisionsFault) -> [UInt8] {
    for entry in new { try DecisionsDocument.check(entry) }
    guard let editing = DecisionsEditing(content) else { throw .layout }
    let edited = editing.adding(new)
    guard mark.count + edited.count <= DecisionsFile.limit else { throw .tooLarge }
    guard (try? DecisionsDocument.entries(edited)) == entries + new else { throw .layout }
    return mark + edited
  }

  /// The bytes without the decision of that number, from 1, and the lines that were taken out.
  public func removing(_ number: Int) throws(DecisionsFault) -> (bytes: [UInt8], removed: String) {
    guard entries.indices.contains(number - 1) else { throw .noSuchNumber(number, count: entries.count) }
    var rest = entries
    rest.remove(at: number - 1)
    guard let edited = DecisionsEditing(content)?.removing(number - 1),
      (try? DecisionsDocument.entries(edited.bytes)) == rest
    else { throw .layout }
    return (mark + edited.bytes, String(decoding: edited.removed, as: UTF8.self))
  }

  /// The bytes without the decisions of those numbers, from 1.
  public func removing(_ numbers: Set<Int>) throws(DecisionsFault) -> [UInt8] {
    var rest = entries
    var bytes = content
    for number in numbers.sorted(by: >) {
      guard rest.indices.contains(number - 1) else { throw .noSuchNumber(number, count: entries.count) }
      rest.remove(at: number - 1)
      guard let edited = DecisionsEditing(bytes)?.removing(number - 1) else { throw .layout }
      bytes = edited.bytes
    }
    // Read again once, however many there were.
    guard (try? DecisionsDocument.entries(bytes)) == rest else { throw .layout }
    return mark + bytes
  }

  /// The decisions as they are written, ids unchecked.
  private static func entries(_ bytes: [UInt8]) throws(DecisionsFault) -> [DecisionEntry] {
    let log = ProblemLog()
    do throws(Problem) {
      let text = try PracticeFolder.text(bytes, of: DecisionsFile.name)
      guard let file = DecisionsFile(text, known: nil, log: log), !log.hasErrors else {
        throw log.errors.first ?? Problem(file: DecisionsFile.name, message: "the file cannot be read")
      }
      return file.entries.map(\.value)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Whether it comes back as it is: a text that the reader would refuse or change is named.
  private static func check(_ entry: DecisionEntry) throws(DecisionsFault) {
    for (name, text) in [("--by", entry.by), ("--why", entry.why), ("--session", entry.session)] {
      guard let text else { continue }
      if text.trimmed.isEmpty { throw .text(name, "is empty") }
      if text.unicodeScalars.count > 2_000 { throw .text(name, "is longer than 2000 characters") }
      let line = name == "--why" ? text.filter { $0 != "\n" && $0 != "\t" && $0 != "\r\n" } : text
      if ShownText.hasControls(line) {
        throw .text(name, "holds \(name == "--why" ? "a" : "a line break or another") control character")
      }
    }
    guard
      (try? entries(Array("decisions:\n\(DecisionWords(entry).block(column: 2).joined(separator: "\n"))\n".utf8)))
        == [entry]
    else { throw .text("the decision", "cannot be written so that it comes back the same") }
  }
}

/// Why decisions.yaml is not changed.
public enum DecisionsFault: Error, Hashable, Sendable, CustomStringConvertible {
  case unreadable(Problem)
  /// The file is written in a way in which nothing can be added or taken out by itself.
  case layout
  case tooLarge
  case noSuchNumber(Int, count: Int)
  /// A text that cannot be written: which, and what is wrong with it.
  case text(String, String)

  public var description: String {
    switch self {
    case .unreadable(let problem): problem.description
    case .layout:
      "\(DecisionsFile.name): it is written in a way that is not changed by program; it is left as it was\n"
        + "hint: edit it by hand, or write its list with a dash and a line for each decision"
    case .tooLarge: "\(DecisionsFile.name): it would be larger than is read\nhint: remove decisions that are over"
    case .noSuchNumber(let number, let count):
      "there is no decision \(number): decisions.yaml has \(count)\nhint: plan-cover decide --list shows the numbers"
    case .text(let name, let fault): "\(name) \(fault)\nhint: write it on one line, in plain words"
    }
  }
}
