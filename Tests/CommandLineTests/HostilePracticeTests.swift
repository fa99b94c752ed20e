import Foundation
import Testing

@Suite(
  "Hostile text through the whole program, read by others",
  .enabled(if: CalendarPrograms.areInstalled, "needs the calendar programs that `make test` installs"))
struct HostilePracticeTests {
  /// How many practices of 250 clients: 40 are 10,000 of each field, by PLAN_COVER_HOSTILE.
  private static let count = ProcessInfo.processInfo.environment["PLAN_COVER_HOSTILE"].flatMap { Int($0) } ?? 4

  /// A practice of texts that try to break out, alone in a folder: each client has a text in every field of the register,
  /// of a session, of decisions, answers and leave, and so has a professional outside.
  private func practice(_ seed: Int, clients: Int, _ options: String...) throws -> URL {
    let parent = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let folder = parent.appendingPathComponent("practice")
    let result = try CalendarPrograms.run(
      "hostile_practice.py", [folder.path, String(seed), String(clients)] + options)
    #expect(result.status == 0, "\(result.errors)")
    return folder
  }

  private func plan(_ folder: URL, now: String = "2026-12-01T09:00:00Z") throws -> Program.Result {
    try Program.run(["plan", folder.path, "--from", "2026-12-14", "--to", "2026-12-28", "--now", now])
  }

  @Test(
    "no name, address, id, UID, place or text makes a header, a property, a column or a file of its own",
    arguments: 1...count)
  func reading(seed: Int) throws {
    let folder = try practice(seed, clients: 250)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let result = try plan(folder)
    #expect(result.status == 2, "\(result.errors)")
    // What belongs to somebody is marked: none of it is told.
    #expect(!result.errors.contains("qz") && !result.output.contains("qz"))
    let read = try CalendarPrograms.run("hostile_reading.py", [folder.path])
    #expect(read.status == 0, "\(read.output.suffix(2_000))\(read.errors.suffix(2_000))")
    // What was published is read again, and nothing of it has changed.
    let again = try plan(folder, now: "2026-12-02T09:00:00Z")
    #expect(again.status == 2 && again.output.contains("Nothing has changed"), "\(again.errors)")
  }

  @Test("a register that holds control characters is refused row by row, and none of it is repeated")
  func refusing() throws {
    let folder = try practice(5, clients: 300, "--refused")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let result = try plan(folder)
    #expect(result.status == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("cover").path))
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count > 600)
    #expect(lines.allSatisfy { $0.hasPrefix("clients.csv:") || $0.hasPrefix("hint: ") || $0.hasPrefix("remark: ") })
    for text in ["evil", "script", "BEGIN", "Anna", "\u{1B}", "\r", "\0", "\u{2028}", "\u{85}"] {
      #expect(!result.errors.contains(text), "it says \(text.debugDescription)")
    }
  }
}
