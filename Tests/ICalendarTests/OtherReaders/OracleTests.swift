import Foundation
import Testing

/// Holds this project's reading against python-dateutil, recurring-ical-events, and the RFC by the letter.
///
/// Every difference is explained by a row of `oracle/explained.tsv`, and every row explains as many as it says.
@Suite(
  .enabled(
    if: OraclePrograms.python != nil,
    "no Python with dateutil and recurring-ical-events: run scripts/setup.sh --tests, or set PLAN_COVER_ORACLE_PYTHON"))
struct OracleTests {
  @Test func `rules have the instances that dateutil finds, and the RFC by the letter`() throws {
    try hold(OraclePrograms.cases("rules.py", ["2000", "1"]), count: 2_000) { $0.hasPrefix("rules/") }
  }

  @Test func `series have the occurrences that recurring-ical-events finds`() throws {
    // 48 kinds, and a series in each of 171 zones.
    try hold(OraclePrograms.cases("series.py", ["40", "1"]), count: 48 * 40 + 171) { $0.hasPrefix("series/") }
  }

  @Test func `the calendars that other projects test with have the occurrences that recurring-ical-events finds`()
    throws
  {
    let folders = ["dialects=fixtures/dialects", "sample=calendars"].map { folder in
      folder.replacing("=", with: "=" + OraclePrograms.project.path + "/")
    }
    let cases = try OraclePrograms.cases("corpora.py", folders)
    #expect(cases.filter { $0.group.hasPrefix("icalendar/") }.count == 163)
    #expect(cases.filter { $0.group.hasPrefix("recurring-ical-events/") }.count == 95)
    try hold(cases, count: cases.count) { !$0.hasPrefix("rules/") && !$0.hasPrefix("series/") }
  }

  private func hold(_ cases: [OracleCase], count: Int, isAbout: (String) -> Bool) throws {
    #expect(cases.count == count)
    let explained = try ExplainedDifferences(isAbout)
    var unexplained = 0
    for one in cases {
      for difference in try one.differences() where !explained.explain(difference) {
        unexplained += 1
        if let path = ProcessInfo.processInfo.environment["PLAN_COVER_ORACLE_REPORT"] {
          try OracleTests.report(difference, of: one, to: path)
        }
        guard unexplained <= 20 else { continue }
        Issue.record(
          "\(difference.reader), \(difference.group), \(difference.name): only here \(difference.only.here.prefix(3)), only there \(difference.only.there.prefix(3))\(difference.refusal.map { ", refused: \($0)" } ?? "")"
        )
      }
    }
    #expect(unexplained == 0, "differences that explained.tsv does not explain")
    #expect(explained.wrongCounts == [])
  }

  /// Adds a difference to a file, to be looked at and explained.
  private static func report(_ difference: OracleCase.Difference, of one: OracleCase, to path: String) throws {
    let only = difference.only
    let cells = [
      difference.reader, difference.group, difference.name, "\(only.here.count)+\(only.there.count)",
      difference.refusal ?? "", "here \(only.here.prefix(3)) there \(only.there.prefix(3))", "\(one.from)-\(one.to)",
    ]
    let line = cells.joined(separator: "\t") + "\n"
    if let handle = FileHandle(forWritingAtPath: path) {
      handle.seekToEndOfFile()
      handle.write(Data(line.utf8))
      try handle.close()
    } else {
      try Data(line.utf8).write(to: URL(filePath: path))
    }
  }
}
