import Foundation

/// The table of what this project and other readers tell apart, and who is right: `oracle/explained.tsv`.
///
/// A row: the reader, the group, the case (either with `*` for anything), how many differences it explains, the verdict,
/// the section of the RFC, and why. A difference belongs to the first row that fits.
final class ExplainedDifferences {
  struct Row {
    let line: Int
    let reader: String
    let group: String
    let name: String
    let count: Int
    let verdict: Verdict
  }

  /// Who reads it rightly.
  enum Verdict: String {
    /// This project.
    case us
    /// The other reader; this project reads it so all the same, for the reason in the row.
    case them
    /// The RFC leaves it open, and the reason for this project's choice is in the row.
    case open
    /// This project does not read it and says so.
    case refused
  }

  /// A row without seven cells, a count, a verdict, a section of an RFC and a reason.
  struct Fault: Error { let line: Int }

  let rows: [Row]
  private var used: [Int: Int] = [:]

  /// The rows about those groups.
  convenience init(_ isAbout: (String) -> Bool) throws {
    let text = try String(contentsOf: OraclePrograms.folder.appending(path: "explained.tsv"), encoding: .utf8)
    try self.init(text, isAbout)
  }

  init(_ text: String, _ isAbout: (String) -> Bool) throws {
    var rows: [Row] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7, cells[5].hasPrefix("RFC "), !cells[6].isEmpty, let count = Int(cells[3]),
        let verdict = Verdict(rawValue: cells[4])
      else { throw Fault(line: index + 1) }
      rows.append(
        Row(line: index + 1, reader: cells[0], group: cells[1], name: cells[2], count: count, verdict: verdict))
    }
    self.rows = rows.filter { isAbout($0.group) }
  }

  /// Takes note of a difference; whether a row explains it.
  func explain(_ difference: OracleCase.Difference) -> Bool {
    let row = rows.first { row in
      row.reader == difference.reader && Self.fits(row.group, difference.group) && Self.fits(row.name, difference.name)
        && (row.verdict == .refused) == (difference.refusal != nil)
    }
    guard let row else { return false }
    used[row.line, default: 0] += 1
    return true
  }

  /// The rows that explain more or fewer differences than they say.
  var wrongCounts: [String] {
    rows.compactMap { row in
      let found = used[row.line] ?? 0
      return found == row.count ? nil : "line \(row.line), \(row.group): \(found) differences, not \(row.count)"
    }
  }

  private static func fits(_ pattern: String, _ text: String) -> Bool {
    guard pattern.contains("*") else { return pattern == text }
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard var rest = parts.first.map({ text.hasPrefix($0) ? text.dropFirst($0.count) : nil }) ?? nil else {
      return false
    }
    for part in parts.dropFirst() where !part.isEmpty {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return parts.last?.isEmpty == true || parts.last.map { text.hasSuffix($0) } ?? true
  }
}
