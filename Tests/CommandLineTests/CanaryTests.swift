import Foundation
import Testing

@Suite("Nothing leaks from the whole program")
struct CanaryTests {
  /// Everything that came out of a practice: each reading of each file, its name, and what commands printed.
  private struct Outputs {
    var readings: [(place: OutputPlace, text: String)] = []

    mutating func add(_ result: Program.Result, of command: String) {
      readings.append((OutputPlace(command: command), result.output.lowercased()))
      readings.append((OutputPlace(command: command, isErrors: true), result.errors.lowercased()))
    }

    mutating func addFiles(of practice: PracticeOnDisk) throws {
      for (path, bytes) in try practice.files(under: "cover") {
        let path = "cover/\(path)"
        readings.append((OutputPlace(path: path, isName: true), (path.removingPercentEncoding ?? path).lowercased()))
        for text in Readings.of(bytes, named: path) { readings.append((OutputPlace(path: path), text)) }
      }
    }

    /// `what stands where`, each once.
    func leaks(of canaries: [Canary]) -> [String] {
      var found: Set<String> = []
      for (place, text) in readings where text.contains("canary") || text.contains("1122") {
        for canary in canaries where text.contains(canary.word) && !canary.mayStand(in: place) {
          found.insert("\(canary.word) in \(place)\(place.isName ? ", its name" : "")")
        }
      }
      return found.sorted()
    }
  }

  /// A practice through a season: planned, answered, changed and taken back, with everything that was printed on the way.
  private struct Season {
    let practice: CanaryPractice
    var outputs = Outputs()

    init() throws { practice = try CanaryPractice() }

    mutating func run(_ command: String, _ options: String..., now: String = "2026-12-01T09:00:00Z") throws {
      var words = [command, practice.practice.path] + options + ["--now", now]
      if command != "verify" { words += ["--from", "2026-12-14", "--to", "2026-12-28"] }
      outputs.add(try Program.run(words), of: ([command] + options).joined(separator: " "))
    }

    /// The UID of the cover of a session, and who gives it.
    func cover(of key: String) throws -> (uid: String, by: String) {
      let text = try practice.practice.read("cover/practice.ics").replacing("\r\n ", with: "")
      let event = try #require(
        text.components(separatedBy: "BEGIN:VEVENT").first { $0.contains("X-PLAN-COVER-SESSION:\(key)\r\n") })
      func value(_ name: String) -> String? {
        event.split(separator: "\r\n").first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
      }
      return (try #require(value("UID")), try #require(value("X-PLAN-COVER-BY")))
    }

    mutating func play() throws {
      try run("check")
      try run("check", "--json")
      try run("plan", "--dry-run")
      try run("plan")
      try outputs.addFiles(of: practice.practice)
      try run("plan", "--json")
      try run("verify")
      try run("notices")
      try run("notices", "--json")
      for client in ["AB1", "CD2", "EF3", "IJ5"] { try run("notices", "--preview", client) }
      // A colleague declines, a client is told, the manager decides; then the one who was promised falls ill.
      try practice.decideAndAnswer(declining: cover(of: "s-1/20261221T100000Z").uid)
      try run("plan", now: "2026-12-03T09:00:00Z")
      try outputs.addFiles(of: practice.practice)
      try run("verify", "--leave", "ben 2026-12-21..2026-12-22", now: "2026-12-03T09:00:00Z")
      try run("verify", "--json", "--leave", "ben 2026-12-21..2026-12-22", now: "2026-12-03T09:00:00Z")
      try run("plan", "--leave", "ben 2026-12-21..2026-12-22", now: "2026-12-04T09:00:00Z")
      try run("plan", "--json", "--leave", "ben 2026-12-21..2026-12-22", now: "2026-12-04T09:00:00Z")
      try outputs.addFiles(of: practice.practice)
      for client in ["AB1", "KL6"] { try run("notices", "--preview", client, "--json", now: "2026-12-04T09:00:00Z") }
      // The leave ends a day earlier.
      try practice.writeAnn(lastDay: "20261222")
      try run("verify", now: "2026-12-05T09:00:00Z")
      try run("plan", now: "2026-12-05T09:00:00Z")
      try run("plan", "--json", now: "2026-12-05T09:00:00Z")
      try outputs.addFiles(of: practice.practice)
    }
  }

  @Test("each word of a practice comes out where it belongs, through every run, and nowhere else")
  func everyOutput() throws {
    var season = try Season()
    try season.play()
    let outputs = season.outputs
    let leaks = outputs.leaks(of: season.practice.canaries)
    #expect(leaks.isEmpty, "\(leaks.count) leaks:\n\(leaks.joined(separator: "\n"))")

    // The season had all that could leak: what may come out somewhere did.
    for canary in season.practice.canaries {
      switch canary.kind {
      case .secret, .phone: continue
      case .name(let id), .email(let id):
        // Those two have no letter: one stands for two clients, and one is as good as nobody.
        guard id == "AB1" || id == "EF3" else { continue }
      case .requirement: guard canary.word == "canaryneedtwo" else { continue }
      case .openSummary, .nameInUID: break
      }
      #expect(outputs.readings.contains { $0.text.contains(canary.word) }, "\(canary.word) comes out nowhere")
    }
    let texts = outputs.readings.map(\.text)
    for part in [
      "method:cancel", "method:request", "\"outcome\": \"uncovered\"", "letters that were not written",
      "promises that cannot be kept", "not recognised", "not understood", "broken: ",
    ] {
      #expect(texts.contains { $0.contains(part) }, "nothing says: \(part)")
    }
  }

  @Test("whatever is wrong with a file, no message repeats what it says of anybody")
  func failingRuns() throws {
    let practice = try CanaryPractice()
    for damage in practice.damages() {
      let file = practice.practice.folder.appendingPathComponent(damage.file)
      let before = try? Data(contentsOf: file)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try practice.practice.write(damage.file, damage.text)
      var outputs = Outputs()
      for command in ["check", "plan"] {
        outputs.add(try practice.practice.run(command), of: "\(command), \(damage.file)")
      }
      let leaks = outputs.leaks(of: practice.canaries).filter { !$0.contains("output") }
      #expect(leaks.isEmpty, "\(damage.text)\n\(leaks.joined(separator: "\n"))")
      if let before { try before.write(to: file) } else { try FileManager.default.removeItem(at: file) }
      try? FileManager.default.removeItem(at: practice.practice.folder.appendingPathComponent("cover"))
    }
  }

  /// The words of a text that are ids of the practice's clients.
  private func ids(in text: String) -> Set<String> {
    let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.uppercased() })
    return words.intersection(CanaryPractice.clients)
  }

  @Test("a colleague's files hold the ids of those they see, and nothing of a client who has not consented yet")
  func colleagues() throws {
    var season = try Season()
    try season.play()
    let plan = try season.practice.practice.read("cover/plan.json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(plan.utf8)) as? [String: Any])
    let sessions = try #require(document["sessions"] as? [[String: Any]])
    let asked = try #require(sessions.first { ($0["clients"] as? [String]) == ["EF3"] })
    #expect(asked["outcome"] as? String == "covered")
    var mayKnow: [String: Set<String>] = [:]
    for (place, text) in season.outputs.readings where place.path == "cover/plan.json" && !place.isName {
      let plan = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      for session in try #require(plan["sessions"] as? [[String: Any]]) {
        let clients = try #require(session["clients"] as? [String]).map { $0.uppercased() }
        if let by = session["by"] as? String { mayKnow[by, default: []].formUnion(clients) }
      }
    }
    for (place, text) in season.outputs.readings {
      for colleague in ["ben", "cat", "dot"] where place.isForColleague(colleague) {
        let more = ids(in: text).subtracting(mayKnow[colleague] ?? []).union(ids(in: text).intersection(["EF3"]))
        #expect(more.isEmpty, "\(more.sorted()) in \(place)")
      }
      if place.path.hasPrefix("cover/invitations/") {
        #expect(!ids(in: text).contains("EF3"), "\(place)")
      }
      for client in CanaryPractice.clients where place.isLetter(to: client) {
        #expect(ids(in: text).subtracting([client]).isEmpty, "another client in \(place)")
      }
    }
  }

  @Test("everything is for its owner alone, whatever the caller's mask", arguments: ["000", "077", "777"])
  func modes(mask: String) throws {
    let practice = try CanaryPractice()
    let shell = URL(fileURLWithPath: "/bin/sh")
    for now in ["2026-12-01T09:00:00Z", "2026-12-02T09:00:00Z"] {
      let result = try Program.run(
        shell,
        [
          "-c", "umask \(mask); exec \"$@\"", "sh", Program.executable.path, "plan", practice.practice.path, "--from",
          "2026-12-14", "--to", "2026-12-28", "--now", now,
        ])
      #expect(result.status == 2, "\(result.errors)")
    }
    let cover = practice.practice.folder.appendingPathComponent("cover")
    let paths =
      try FileManager.default.subpathsOfDirectory(atPath: cover.path).map { cover.path + "/" + $0 } + [cover.path]
    #expect(paths.count > 20)
    for path in paths {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }
}
