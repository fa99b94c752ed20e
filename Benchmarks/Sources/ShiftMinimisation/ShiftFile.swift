public import Foundation

/// The text format of the published instances (`ptask`): lines that begin with `#` say where the instance comes from,
/// then `Type = 1`, `Jobs = N` and a start and an end for each task, `Qualifications = M` and for each worker the number of
/// tasks and their positions from 0, as in `3: 0 4 17`.
public enum ShiftFile {
  /// What is wrong with a file, and where.
  public struct Fault: Error, Hashable, CustomStringConvertible, Sendable {
    public let file: String
    /// From 1.
    public let line: Int
    public let message: String
    public var description: String { "\(file):\(line): \(message)" }
  }

  /// Throws `Fault` for a file that cannot be read, or holds something else.
  public static func read(_ file: URL) throws -> ShiftInstance {
    guard let bytes = try? Data(contentsOf: file) else {
      throw Fault(file: file.path, line: 1, message: "the file cannot be read")
    }
    return try parse(String(decoding: bytes, as: UTF8.self), file: file.path)
  }

  /// Throws `Fault`.
  public static func parse(_ text: String, file: String) throws -> ShiftInstance {
    var lines = Lines(text, file: file)
    try lines.header("Type", of: 1...1)
    let taskCount = try lines.header("Jobs", of: 1...1_000_000)
    var tasks: [ShiftInstance.Task] = []
    for number in 0..<taskCount {
      let words = try lines.next("task \(number) of \(taskCount): a start and an end")
      let times = words.compactMap { Int($0) }
      guard words.count == 2, times.count == 2 else { throw lines.fault("task \(number): a start and an end", words) }
      guard times[0] < times[1] else { throw lines.fault("task \(number): a start before its end", words) }
      tasks.append(ShiftInstance.Task(start: times[0], end: times[1]))
    }
    let workerCount = try lines.header("Qualifications", of: 1...1_000_000)
    var qualifications: [[Int]] = []
    for number in 0..<workerCount {
      qualifications.append(try worker(number, of: workerCount, taskCount, &lines))
    }
    try lines.end()
    return ShiftInstance(tasks: tasks, qualifications: qualifications)
  }

  /// The same as text.
  public static func text(_ instance: ShiftInstance, comment: [String] = []) -> String {
    let lines =
      comment.map { "# \($0)" } + ["Type = 1", "Jobs = \(instance.tasks.count)"]
      + instance.tasks.map { "\($0.start) \($0.end)" } + ["Qualifications = \(instance.qualifications.count)"]
      + instance.qualifications.map { "\($0.count): " + $0.map(String.init).joined(separator: " ") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func worker(_ number: Int, of count: Int, _ tasks: Int, _ lines: inout Lines) throws -> [Int] {
    let expected = "worker \(number) of \(count): the number of tasks, a colon, and the tasks"
    let words = try lines.next(expected)
    guard let head = words.first, head.hasSuffix(":"), let declared = Int(head.dropLast()) else {
      throw lines.fault(expected, words)
    }
    let positions = words.dropFirst().compactMap { Int($0) }
    guard positions.count == words.count - 1 else { throw lines.fault(expected, words) }
    guard positions.count == declared else {
      throw lines.fault("worker \(number): \(declared) tasks", ["\(positions.count)"])
    }
    if let foreign = positions.first(where: { !(0..<tasks).contains($0) }) {
      throw lines.fault("worker \(number): tasks from 0 to \(tasks - 1)", ["\(foreign)"])
    }
    guard Set(positions).count == positions.count else {
      throw lines.fault("worker \(number): each task once", words)
    }
    return positions
  }
}

/// The lines of a file that say something, one after another.
private struct Lines {
  private let file: String
  private let lines: [(number: Int, words: [String])]
  private var position = 0

  init(_ text: String, file: String) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
      let words = $1.split(whereSeparator: \.isWhitespace).map(String.init)
      return words.isEmpty || words[0].hasPrefix("#") ? nil : ($0 + 1, words)
    }
  }

  /// The words of the next line; `expected` says what should stand there.
  mutating func next(_ expected: String) throws -> [String] {
    guard position < lines.count else {
      throw ShiftFile.Fault(
        file: file, line: (lines.last?.number ?? 0) + 1, message: "the file ends before \(expected)")
    }
    position += 1
    return lines[position - 1].words
  }

  /// The number of `name = number`.
  @discardableResult mutating func header(_ name: String, of range: ClosedRange<Int>) throws -> Int {
    let words = try next("\(name) = a number")
    guard words.count == 3, words[0] == name, words[1] == "=", let number = Int(words[2]), range.contains(number) else {
      let numbers = range.count == 1 ? "\(range.lowerBound)" : "a number from \(range.lowerBound)"
      throw fault("\(name) = \(numbers)", words)
    }
    return number
  }

  /// That nothing is left.
  mutating func end() throws {
    guard position < lines.count else { return }
    position += 1
    throw fault("the end of the file", lines[position - 1].words)
  }

  /// About the line that was read last.
  func fault(_ expected: String, _ found: [String]) -> ShiftFile.Fault {
    let text = found.joined(separator: " ")
    let excerpt = text.count > 60 ? text.prefix(60) + "…" : text[...]
    return ShiftFile.Fault(
      file: file, line: position > 0 ? lines[position - 1].number : 1,
      message: "expected \(expected); found '\(excerpt)'")
  }
}
