import Testing

@Suite struct ExplainedDifferencesTests {
  private static let row = "dateutil\trules/off*\t*\t2\tus\tRFC 5545 §3.8.5.3\tDTSTART counts"

  private static func difference(_ group: String, refusal: String? = nil) -> OracleCase.Difference {
    OracleCase.Difference(reader: "dateutil", group: group, name: "1", refusal: refusal, only: ([], ["x"]))
  }

  @Test func `a row explains as many differences as it says`() throws {
    let table = try ExplainedDifferences("# head\n" + Self.row + "\n") { _ in true }
    #expect(table.explain(Self.difference("rules/off-start")))
    #expect(table.wrongCounts == ["line 2, rules/off*: 1 differences, not 2"])
    #expect(table.explain(Self.difference("rules/off")))
    #expect(table.wrongCounts == [])
  }

  @Test func `a difference of another group, and a refusal that is not said to be one, is not explained`() throws {
    let table = try ExplainedDifferences(Self.row) { _ in true }
    #expect(!table.explain(Self.difference("rules/plain")))
    #expect(!table.explain(Self.difference("rules/off", refusal: "the rule is refused")))
  }

  @Test(arguments: ["us\tRFC 5545", "perhaps\tRFC 5545\twhy", "us\t\twhy", "us\tRFC 5545\t"])
  func `a row without verdict, section or reason is none`(cells: String) {
    #expect(throws: ExplainedDifferences.Fault.self) {
      try ExplainedDifferences("dateutil\trules/off\t*\t1\t\(cells)") { _ in true }
    }
  }
}
