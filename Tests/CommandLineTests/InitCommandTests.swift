import Foundation
import Testing

@Suite("init")
struct InitCommandTests {
  private static let now = "2026-11-20T09:00:00Z"

  /// The sample practice's calendars, without practice.yaml and clients.csv.
  private func sample() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "init-\(UUID().uuidString)/harbour-street")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["clinicians", "leave.ics", "closures.ics"] {
      try FileManager.default.copyItem(
        at: Program.project.appendingPathComponent("calendars/\(name)"), to: folder.appendingPathComponent(name))
    }
    return folder
  }

  private func initialise(_ folder: URL, _ arguments: String...) throws -> Program.Result {
    try Program.run(["init", folder.path, "--now", Self.now] + arguments)
  }

  private func text(_ name: String, in folder: URL) -> String? {
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("from calendars to a plan in three commands, none of which finds a fault in what the first has written")
  func wayIn() throws {
    let folder = try sample()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let drafted = try initialise(folder)
    // One title may be a client and is left to a person.
    #expect(drafted.status == 2 && drafted.errors.isEmpty, "\(drafted.errors)")
    #expect(drafted.output.hasPrefix("Drafted: practice.yaml and clients.csv: 12 clinicians, 150 clients.\n"))
    #expect(drafted.output.contains("amara-osei, \"J.T. first appointment?\", Tue 29 Dec 11:00"))
    let next = drafted.output.components(separatedBy: "NEXT\n\n").last ?? ""
    #expect(next.split(separator: "\n").count == 3)
    #expect(
      next.contains("plan-cover check \(folder.path)  ") && next.contains("plan-cover plan \(folder.path) --dry-run"))
    for name in ["practice.yaml", "clients.csv"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(name).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    #expect(try initialise(folder).status == 73)
    for command in ["check", "plan"] {
      let result = try Program.run([command, folder.path, "--from", "2026-12-14", "--now", Self.now])
      #expect([0, 2].contains(result.status) && result.errors.isEmpty, "\(command): \(result.errors)")
    }
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("cover/plan.json")))
        as? [String: Any])
    let outcomes = (plan["sessions"] as? [[String: Any]])?.compactMap { $0["outcome"] as? String } ?? []
    #expect(outcomes.count { $0 == "covered" } > outcomes.count / 2)
  }

  @Test(
    "nothing that is there is overwritten, whichever of the two it is", arguments: ["practice.yaml", "clients.csv"])
  func keeps(name: String) throws {
    let folder = try sample()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try Data("mine".utf8).write(to: folder.appendingPathComponent(name))
    let result = try initialise(folder)
    #expect(result.status == 73 && result.output.isEmpty)
    #expect(result.errors.contains("\(name): is there already, and is not overwritten\nhint: "))
    #expect(text(name, in: folder) == "mine")
    #expect(["practice.yaml", "clients.csv"].count { text($0, in: folder) != nil } == 1)
    // A draft can be looked at all the same.
    #expect(try initialise(folder, "--dry-run").output.contains("===== practice.yaml"))
  }

  @Test("a dry run shows both files and writes neither; what it shows is what a run writes")
  func dryRun() throws {
    let folder = try sample()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let shown = try initialise(folder, "--dry-run").output
    #expect(text("practice.yaml", in: folder) == nil && text("clients.csv", in: folder) == nil)
    _ = try initialise(folder)
    #expect(shown.contains(try #require(text("practice.yaml", in: folder))))
    #expect(shown.contains(try #require(text("clients.csv", in: folder)).replacingOccurrences(of: "\r\n", with: "\n")))
    #expect(shown.contains("Would be drafted (nothing was written)"))
  }

  @Test("--json holds what was drafted and what was not taken, with the reason")
  func json() throws {
    let folder = try sample()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let document = try initialise(folder, "--json", "--dry-run").json()
    #expect(document["schema"] as? String == "plan-cover-init/1")
    #expect(document["timezone"] as? String == "Europe/London")
    #expect((document["clients"] as? [[String: Any]])?.count == 150)
    let left = (document["not-taken"] as? [[String: Any]])?.filter { $0["may-be-client"] as? Bool == true } ?? []
    #expect(left.map { $0["why"] as? String } == ["once"])
  }

  @Test("a folder without calendars is bad input, and an unknown zone or option wrong usage, each with a way out")
  func refusals() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("init-\(UUID().uuidString)")
    #expect(try initialise(folder).status == 65)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let empty = try initialise(folder)
    #expect(empty.status == 65 && empty.errors.contains("there is no calendar (.ics) in this folder\nhint: "))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let zone = try initialise(folder, "--timezone", "Europe/Londn")
    #expect(zone.status == 64 && zone.errors.contains("did you mean 'Europe/London'?"))
    #expect(try initialise(folder, "--overwrite").status == 64)
  }
}
