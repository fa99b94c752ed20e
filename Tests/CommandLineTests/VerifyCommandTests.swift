import Foundation
import Testing

@Suite("plan-cover verify")
struct VerifyCommandTests {
  @Test("ends with 0 while every promise stands")
  func stands() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let result = try practice.run("verify")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test("names the promise that a colleague's new leave breaks, and ends with 2")
  func newLeave() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    try practice.calendar(
      "clinicians/ben.ics",
      ["UID:b-1\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261222"])
    let result = try practice.run("verify", "--json")
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.output.contains("on-leave"))
    #expect(result.output.contains("s-2/20261221T110000Z"))
    #expect(!result.output.contains("Quill"))
  }

  @Test("says that cover is no longer needed when leave is withdrawn")
  func withdrawnLeave() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let text = try practice.read("clinicians/ann.ics")
    try practice.write("clinicians/ann.ics", text.replacingOccurrences(of: "Annual leave", with: "Stocktaking"))
    #expect(try practice.run("verify").status == 2)
  }

  @Test("a practice without a publication is told to plan first")
  func nothingPublished() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("verify")
    #expect(result.status == 65)
    #expect(result.errors.contains("hint:"))
  }

  @Test("changes no file")
  func readsOnly() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let before = try practice.files()
    try practice.run("verify")
    #expect(try practice.files() == before)
  }
}
