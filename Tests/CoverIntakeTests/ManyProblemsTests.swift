import CoverIntake
import Foundation
import Testing

@Suite("Files with very many problems")
struct ManyProblemsTests {
  private static func problems(rows: Int) throws -> [String] {
    let practice = try TemporaryPractice()
    let table = "id,name,clinician\nAB12,x,y,z\n" + String(repeating: "AB12\n", count: rows - 1)
    try practice.write("clients.csv", Data(table.utf8))
    return practice.problems().filter { $0.hasPrefix("clients.csv") }
  }

  @Test("A thousand problems of a file are told, and of more how many there are")
  func thousand() throws {
    #expect(try Self.problems(rows: 1_000).count == 1_000)
    let more = try Self.problems(rows: 1_003)
    #expect(more.count == 1_001)
    #expect(more.count { $0.contains("3 more problems of this file are not told one by one") } == 1)
  }
}
