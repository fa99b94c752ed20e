import Foundation
import Testing

/// The browser that the set-up for the tests installs.
private enum Browser {
  static let isInstalled = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"].contains {
    name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}

@Suite(
  "report.html in a browser",
  .enabled(
    if: CalendarPrograms.areInstalled && Browser.isInstalled, "needs Python and the browser that `make test` installs"),
  .serialized)
struct ReportPageTests {
  /// A folder of a test's own.
  private func scratch(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(name)-\(UUID().uuidString)")
  }

  private func sample() throws -> URL {
    let folder = scratch("sample")
    try FileManager.default.copyItem(at: Program.project.appendingPathComponent("calendars"), to: folder)
    try? FileManager.default.removeItem(at: folder.appendingPathComponent("cover"))
    let plan = try Program.run(["plan", folder.path, "--from", "2026-12-14", "--now", "2026-11-20T09:00:00Z"])
    #expect(plan.status == 2, "\(plan.errors)")
    return folder
  }

  private func check(_ folder: URL, _ options: [String] = []) throws {
    let result = try CalendarPrograms.run(
      "report_page.py", [folder.appendingPathComponent("cover").path] + options)
    #expect(result.status == 0, "\(result.output.suffix(4_000))\(result.errors.suffix(2_000))")
  }

  @Test(
    "asks for nothing, runs nothing, says the numbers of plan.json, and can be read in every light, width and way; hostile text adds nothing to it"
  )
  func page() throws {
    let folder = try sample()
    let hostile = scratch("hostile")
    defer { for each in [folder, hostile] { try? FileManager.default.removeItem(at: each) } }
    let shapes = folder.appendingPathComponent("shapes.json").path
    try check(folder, ["--shapes", shapes])

    let made = try CalendarPrograms.run("hostile_practice.py", [hostile.path, "7", "120"])
    #expect(made.status == 0, "\(made.errors)")
    let plan = try Program.run(
      ["plan", hostile.path, "--from", "2026-12-14", "--to", "2026-12-28", "--now", "2026-12-01T09:00:00Z"])
    #expect(plan.status == 2, "\(plan.errors)")
    try check(hostile, ["--like", shapes])
  }
}

@Suite("report.html in its folder")
struct ReportPlaceTests {
  @Test("lies in cover/ for its owner alone, is named in SHA256SUMS, and plan says where it is")
  func place() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("plan")
    #expect(result.output.contains("open \(practice.path)/cover/report.html"), "\(result.output.suffix(300))")
    let page = practice.folder.appendingPathComponent("cover/report.html").path
    #expect(try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int == 0o600)
    #expect(try practice.read("cover/SHA256SUMS").contains("  report.html\n"))
    let before = try practice.read("cover/report.html")
    try practice.run("plan", now: "2026-12-02T09:00:00Z")
    #expect(try practice.read("cover/report.html") == before)
    #expect(try !practice.run("plan", "--dry-run").output.contains("report.html"))
  }
}
