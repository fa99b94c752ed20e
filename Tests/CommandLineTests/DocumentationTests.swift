import Foundation
import Testing

@Suite("What the documentation shows")
struct DocumentationTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: Program.project.appendingPathComponent(path)), as: UTF8.self)
  }

  @Test("the README shows what the program says of the sample practice, to the letter")
  func sampleOutput() throws {
    let readme = try text("README.md")
    let shown = try #require(
      readme.components(separatedBy: "```text\n").dropFirst().first?.components(separatedBy: "```").first)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("readme-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Program.project.appendingPathComponent("calendars"), to: folder)
    try? FileManager.default.removeItem(at: folder.appendingPathComponent("cover"))
    // The very command of the Makefile.
    let makefile = try text("Makefile")
    let line = try #require(makefile.split(separator: "\n").first { $0.hasPrefix("SAMPLE := ") })
    let words = line.dropFirst("SAMPLE := ".count).split(separator: " ").map {
      $0 == "calendars" ? folder.path : String($0)
    }
    let output = try Program.run(words).output
    var rest = output[...]
    for passage in shown.components(separatedBy: "…\n") {
      let found = try #require(rest.range(of: passage), "the program does not say:\n\(passage)")
      rest = rest[found.upperBound...]
    }
  }

  @Test("every option and command that the README and the guide name is one of the program's")
  func namedOptions() throws {
    let forms = ["assign", "forbid", "wait", "told", "consented", "leave", "list"].map { ["decide", $0] }
    let commands = [
      "plan", "check", "verify", "explain", "what-if", "resilience", "notices", "timer", "init", "refer", "directory",
      "purge",
    ]
    let help = try (commands.map { [$0] } + forms).map {
      try Program.run(["help"] + $0).output
    }.joined(separator: " ")
    let options = Set(help.split { !($0.isLetter || $0.isNumber || $0 == "-") })
    for path in [
      "README.md", "documentation/getting-started.md", "documentation/calendar-programs.md",
      "documentation/weekly-run.md", "documentation/letters.md", "documentation/decisions.md",
      "documentation/questions.md", "documentation/second-professionals.md",
    ] {
      let words = try text(path).split { " `\n\"().,;".contains($0) }
      // vdirsyncer's own.
      for word in words
      where word.hasPrefix("--") && word.dropFirst(2).first?.isLetter == true && word != "--force-delete" {
        #expect(options.contains(word), "\(path) names \(word)")
      }
      for command in try text(path).matches(of: /`plan-cover ([a-z][a-z-]+)/) {
        #expect((commands + ["decide", "help"]).contains(String(command.1)), "\(path) names \(command.1)")
      }
    }
  }

  @Test("the page of dependencies has every package, every program of tests and benchmarks, and the wheel's digests")
  func dependencies() throws {
    let page = try text("documentation/dependencies.md").lowercased()
    let packages = try text("Package.swift").matches(of: /url: "https:\/\/[^"]*\/([^"\/]+)"/).map { String($0.1) }
    #expect(packages.count >= 5)
    for package in packages { #expect(page.contains("\n| \(package.lowercased()) | "), "\(package)") }
    for pins in ["Tests/CommandLineTests/interop/requirements.txt", "Benchmarks/requirements.txt"] {
      for program in try text(pins).matches(of: /(?m)^([^#\s=]+)==(\S+)/) {
        #expect(page.contains("\n| \(program.1.lowercased()) | \(program.2) | "), "\(program.1) \(program.2)")
      }
    }
    for digest in try text("scripts/solver-requirements.txt").matches(of: /sha256:[0-9a-f]{64}/) {
      #expect(page.contains("\n- `\(digest.0)`\n"))
    }
  }

  @Test("links between the pages lead somewhere")
  func links() throws {
    let pages =
      ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
      + (try FileManager.default.contentsOfDirectory(
        atPath: Program.project.appendingPathComponent("documentation").path)).map { "documentation/\($0)" }
    for page in pages {
      let folder = Program.project.appendingPathComponent(page).deletingLastPathComponent()
      for piece in try text(page).components(separatedBy: "](").dropFirst() {
        let target = piece.prefix { $0 != ")" && $0 != "#" }
        guard !target.isEmpty, !target.hasPrefix("http") else { continue }
        #expect(
          FileManager.default.fileExists(atPath: folder.appendingPathComponent(String(target)).path),
          "\(page): \(target)")
      }
    }
  }
}
