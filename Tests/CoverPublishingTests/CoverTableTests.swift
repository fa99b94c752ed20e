import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

@Suite("cover.csv")
struct CoverTableTests {
  @Test("has a row for every affected session")
  func rows() throws {
    var sample = SamplePlan()
    sample.covers["S3"] = nil
    let lines = try sample.publication().text("cover.csv").components(separatedBy: "\r\n")
    #expect(lines[0] == "date,start,end,clinician,clients,need,outcome,by,cover-date,cover-start,place,reasons,session")
    #expect(lines[1] == "2026-12-21,10:00,10:50,ann,AB1,required,covered,ben,2026-12-21,10:00,harbour-street,,S1")
    #expect(lines[3] == "2026-12-22,10:00,10:50,ann,EF3,preferred,uncovered,,,,,ben: specialty | cat: specialty,S3")
    #expect(lines.count == 5 && lines[4] == "")
  }

  @Test(
    "no cell is a formula, breaks a line or a column",
    arguments: [
      ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("+1", "'+1"), ("-1", "'-1"), ("@SUM", "'@SUM"),
      ("\t=1", "'=1"), ("\u{FEFF}=1", "'=1"), ("a\r\nb", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a=b", "a=b"),
      ("=\u{301}1", "'=\u{301}1"), ("a,\u{301}b", "\"a,\u{301}b\""), ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ])
  func cells(value: String, cell: String) { #expect(CSVTable.cell(value) == cell) }
}
