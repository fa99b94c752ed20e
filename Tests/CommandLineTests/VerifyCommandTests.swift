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

  @Test("holds the promises of earlier plans, too, whatever window the last one had")
  func earlierPlans() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    try practice.run("plan", "--from", "2026-12-14", "--to", "2026-12-17")
    #expect(try practice.run("verify").status == 0)
    try practice.calendar(
      "clinicians/ben.ics",
      ["UID:b-1\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261222"])
    let result = try practice.run("verify", "--json")
    #expect(result.status == 2)
    #expect(result.output.contains("s-2/20261221T110000Z"))
    // Nor does a plan for other days pass over it in silence.
    let plan = try practice.run("plan", "--from", "2026-12-14", "--to", "2026-12-17")
    #expect(plan.status == 2)
    #expect(plan.errors.contains("ben cannot take CD2 of ann at 2026-12-21 11:00"))
  }

  @Test("names a contact who is not there any more: clients have the name in a letter")
  func contactOnLeave() throws {
    let practice = try PracticeOnDisk()
    let absences = try #require(try practice.run("plan", "--json").json()["absences"] as? [[String: Any]])
    let contacts = try #require(absences.first?["contacts"] as? [[String: Any]])
    let named = try #require(contacts.last?["by"] as? String)
    try practice.calendar(
      "clinicians/\(named).ics",
      ["UID:x-1\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20261222\nDTEND;VALUE=DATE:20261223"])
    let result = try practice.run("verify", "--json")
    #expect(result.status == 2)
    #expect(
      (try result.json()["contacts"] as? [String])?.contains { $0.hasPrefix("\(named), contact for ann on 2026-12-22") }
        ?? false)
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
