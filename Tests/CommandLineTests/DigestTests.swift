import Foundation
import Testing

/// What a timer's run says is read by whoever looks after the machine, and by whoever gets its mail.
@Suite("plan-cover plan --digest")
struct DigestTests {
  /// Everybody's name, every address and every title holds the canary; ids do not.
  private static func canaries(_ practice: PracticeOnDisk) throws {
    let yaml = try practice.read("practice.yaml")
    try practice.write(
      "practice.yaml",
      yaml.replacingOccurrences(of: "Ann Ash", with: "Canary Ash").replacingOccurrences(
        of: "Ben Birch", with: "Canary B"
      )
      .replacingOccurrences(of: "Cat Cedar", with: "Canary C").replacingOccurrences(
        of: "Harbour Street", with: "Canary"
      )
      .replacingOccurrences(of: "@harbour", with: "@canary"))
    let register = try practice.read("clients.csv")
    try practice.write(
      "clients.csv",
      register.replacingOccurrences(of: "Zora Quill", with: "Canary Quill")
        .replacingOccurrences(of: "Ivo Reed", with: "Canary Reed").replacingOccurrences(of: "@client", with: "@canary"))
  }

  private static let everythingWrong: [(name: String, make: @Sendable (PracticeOnDisk) throws -> Void, status: Int32)] =
    [
      ("all is well", { _ in }, 0),
      (
        "nobody can, and an event is not recognised",
        { practice in
          try practice.calendar(
            "clinicians/ben.ics",
            ["UID:b-1\nDTSTAMP:20261101T000000Z\nSUMMARY:Canary\nDTSTART:20261221T090000Z\nDTEND:20261221T170000Z"])
          try practice.calendar(
            "clinicians/cat.ics",
            [
              "UID:c-1\nDTSTAMP:20261101T000000Z\nSUMMARY:Leave\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261222",
              "UID:c-2\nDTSTAMP:20261101T000000Z\nSUMMARY:Canary\nDTSTART:20261221T100000Z\nDTEND:20261221T110000Z",
              "UID:c-3\nDTSTAMP:20261101T000000Z\nSUMMARY:Canary\nDTSTART:20261221T100000Z\nRRULE:FREQ=CANARY",
            ])
        }, 2
      ),
      (
        "the register is wrong",
        {
          try $0.write("clients.csv", "id,name,clinician,cover\nAB1,Canary Quill,Canary Ash,canary\nAB1,Canary,ann\n")
        }, 65
      ),
      ("the practice is wrong", { try $0.write("practice.yaml", "practice: {name: Canary, email: Canary}\n") }, 65),
      ("a calendar is cut off", { try $0.write("clinicians/ben.ics", "BEGIN:VCALENDAR\r\nSUMMARY:Canary\r\n") }, 65),
      (
        "replies and decisions are odd",
        {
          try FileManager.default.createDirectory(
            at: $0.folder.appendingPathComponent("replies"), withIntermediateDirectories: true)
          try $0.calendar(
            "replies/a.ics", ["UID:Canary\nATTENDEE;PARTSTAT=DECLINED;CN=Canary:mailto:canary@canary.example"],
            properties: ["METHOD:REPLY"])
          try $0.write("decisions.yaml", "decisions:\n  - {assign: ben, session: gone, by: Canary, why: \"Canary\"}\n")
        }, 0
      ),
    ]

  @Test("holds numbers and ids, and nobody's name, whatever is wrong", arguments: everythingWrong.indices)
  func noNames(index: Int) throws {
    let (name, make, status) = Self.everythingWrong[index]
    let practice = try PracticeOnDisk()
    try Self.canaries(practice)
    try make(practice)
    let result = try practice.run("plan", "--digest")
    #expect(result.status == status, "\(name): \(result.output)\(result.errors)")
    #expect(
      !(result.output + result.errors).lowercased().contains("canary"), "\(name): \(result.output)\(result.errors)")
    #expect((result.output + result.errors).split(separator: "\n").count < 20)
  }

  @Test("says what must be covered and is not by the client's id, what changed and which letters are due, in numbers")
  func content() throws {
    let practice = try PracticeOnDisk()
    let first = try practice.run("plan", "--digest")
    #expect(
      first.output == """
        3 sessions affected: 3 covered.
        odd in the files: 2
        first publication: 9 events
        letters to send: 0 late, 0 today, 0 in the six days after
        nothing else needs a person; cover/summary.txt has the whole

        """)
    let second = try practice.run(
      "plan", "--digest", "--leave", "ben 2026-12-21..2026-12-22", "--leave", "cat 2026-12-21")
    #expect(second.status == 2)
    #expect(second.output.contains("\nmust be covered and nobody can: 1 (AB1 Mon 21 Dec 10:00)\n"))
    #expect(second.output.contains(" taken back, "))
  }

  @Test("and --json exclude one another")
  func withJSON() throws {
    let practice = try PracticeOnDisk()
    #expect(try practice.run("plan", "--digest", "--json").status == 64)
  }

  @Test("whatever makes a plan need a person is in it: requests that nobody meets, clients without a supervisor")
  func reasons() throws {
    let practice = try PracticeOnDisk()
    let yaml = try practice.read("practice.yaml")
    try practice.write(
      "practice.yaml",
      yaml.replacingOccurrences(of: "id: ann, name", with: "id: ann, level: trainee, supervisor: ben, name"))
    try practice.calendar(
      "clinicians/ben.ics",
      ["UID:b-1\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261223"])
    try practice.write(
      "referrals.ics",
      """
      BEGIN:VCALENDAR\r
      BEGIN:VTODO\r
      UID:r-1\r
      CATEGORIES:REFERRAL\r
      X-PLAN-COVER-FOR:ann\r
      X-PLAN-COVER-REASON:specialist\r
      X-PLAN-COVER-NEEDS:sleep\r
      X-PLAN-COVER-CLIENT:EF3\r
      DTSTART:20261214T090000Z\r
      DUE:20261218T170000Z\r
      END:VTODO\r
      END:VCALENDAR\r

      """)
    let result = try practice.run("plan", "--digest")
    #expect(result.status == 2)
    #expect(result.output.contains("asked for a second professional and nobody can: 1 (EF3)"), "\(result.output)")
    #expect(
      result.output.contains("clinician and supervisor both away, clients: 3 (AB1, CD2, EF3)"), "\(result.output)")
  }
}
