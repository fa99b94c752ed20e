import Foundation
import Testing

@Suite(
  "Hostile text through the whole program, read by others",
  .enabled(if: CalendarPrograms.areInstalled, "needs the calendar programs that `make test` installs"))
struct HostilePracticeTests {
  /// A practice of texts that try to break out; 12 texts for each client, and more for clinicians and places.
  private func practice(_ seed: Int, clients: Int, _ options: String...) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString)")
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
    arguments: 1...4)
  func reading(seed: Int) throws {
    let folder = try practice(seed, clients: 250)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try plan(folder)
    #expect(result.status == 2, "\(result.errors)")
    let read = try CalendarPrograms.run("hostile_reading.py", [folder.path])
    #expect(read.status == 0, "\(read.output.suffix(2_000))\(read.errors.suffix(2_000))")
    // What was published is read again, and nothing of it has changed.
    let again = try plan(folder, now: "2026-12-02T09:00:00Z")
    #expect(again.status == 2 && again.output.contains("Nothing has changed"), "\(again.errors)")
  }

  @Test("a register that holds control characters is refused row by row, and none of it is repeated")
  func refusing() throws {
    let folder = try practice(5, clients: 300, "--refused")
    defer { try? FileManager.default.removeItem(at: folder) }
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
