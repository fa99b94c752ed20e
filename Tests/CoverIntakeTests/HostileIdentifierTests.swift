import CoverDomain
import CoverIntake
import Foundation
import Testing

/// A thousand ids that would be paths, options, devices or commands: what is taken is safe as a file's name, and each that is
/// not is refused on its own line.
@Suite("Hostile ids")
struct HostileIdentifierTests {
  private static let pieces = [
    "..", ".", "/", "\\", "~", "-", "--help", "%2e%2e", "%00", "C:", "CON", "nul", "a", "Z", "9", "_", "é", "e\u{301}",
    "\u{FF0F}", "\u{2215}", "\u{202E}", "\u{200B}", "\u{AD}", " ", "*", "?", "|", ">", "<", ":", "$(id)", "`id`",
    "$HOME",
    "{{x}}", "'", "&", "#", "=", "+", "@", "^", "!", "[", "]", "etc", "passwd", ".ics", "cover", "x", "1",
  ]

  /// Ids, each once where case and normal form do not count.
  private static let ids: [String] = {
    var state: UInt64 = 20_261_201
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var seen: Set<String> = []
    var ids: [String] = []
    while ids.count < 1_000 {
      let id = (0...next(4)).map { _ in pieces[next(pieces.count)] }.joined().trimmingCharacters(in: .whitespaces)
      if !id.isEmpty, seen.insert(id.lowercased()).inserted { ids.append(id) }
    }
    return ids
  }()

  /// What an id may be: documentation/practice-yaml.md.
  private static func isSafe(_ id: String) -> Bool {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    return id.unicodeScalars.allSatisfy { letters.unicodeScalars.contains($0) } && id.utf8.count <= 64
      && !id.hasPrefix(".") && !id.hasPrefix("-")
  }

  private func inCSV(_ id: String) -> String { "\"\(id.replacing("\"", with: "\"\""))\"" }

  @Test("In clients.csv each is a client, or refused on its line without being repeated")
  func clients() throws {
    let (safe, unsafe) = (Self.ids.filter(Self.isSafe), Self.ids.filter { !Self.isSafe($0) })
    #expect(safe.count > 20 && unsafe.count > 700)
    let practice = try TemporaryPractice([
      "clients.csv": "id,name\n" + safe.map { "\(inCSV($0)),N\n" }.joined()
    ])
    #expect(try Set(practice.read().situation.clients.keys.map(\.text)) == Set(safe))
    try practice.write("clients.csv", "id,name\n" + unsafe.map { "\(inCSV($0)),N\n" }.joined())
    let problems = practice.problems()
    #expect(problems.count == unsafe.count)
    for (row, problem) in problems.enumerated() {
      #expect(problem.hasPrefix("clients.csv:\(row + 2):1: the id of this client "), "\(unsafe[row])")
    }
  }

  @Test("In practice.yaml each is a professional, or refused; no calendar outside the practice is read for it")
  func clinicians() throws {
    let yaml = try #require(TemporaryPractice.standard["practice.yaml"])
    func outside(_ ids: [String]) -> String {
      yaml + "outside:\n"
        + ids.map { "  - {id: '\($0.replacing("'", with: "''"))', name: N, phone: \"1\"}\n" }.joined()
    }
    let (safe, unsafe) = (Self.ids.filter(Self.isSafe), Self.ids.filter { !Self.isSafe($0) })
    let practice = try TemporaryPractice(["practice.yaml": outside(safe)])
    #expect(try Set(practice.read().situation.practice.outside.map(\.id.text)) == Set(safe))
    try practice.write("practice.yaml", outside(unsafe))
    #expect(practice.problems().count == unsafe.count)
    let clinicians = unsafe.map { "  - {id: '\($0.replacing("'", with: "''"))', name: N, email: a@x.example}\n" }
    try practice.write("practice.yaml", yaml + clinicians.joined())
    let problems = practice.problems()
    #expect(problems.count >= unsafe.count && problems.allSatisfy { $0.hasPrefix("practice.yaml:") })
  }
}
