import Foundation
import Testing

@Suite("plan-cover timer")
struct TimerCommandTests {
  /// A folder of units, gone when the test is over.
  private final class Units {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("units-\(UUID().uuidString)")
    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }
    func read(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? [] }
  }

  private static let hostileName = "Dr \"O'Neill\" 100% $HOME \\n $(id) #;é"

  /// The practice under a name that quoting has to bear.
  private func hostile(_ practice: PracticeOnDisk) throws -> URL {
    let folder = practice.folder.appendingPathComponent(Self.hostileName)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["practice.yaml", "clients.csv", "clinicians"] {
      try FileManager.default.copyItem(
        at: practice.folder.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    return folder
  }

  @Test("shows the units and writes nothing unless it is told where")
  func shows() throws {
    let practice = try PracticeOnDisk()
    let before = try practice.files()
    let result = try Program.run(["timer", practice.path])
    #expect(result.status == 0, "\(result.errors)")
    for line in [
      "Type=oneshot", "SuccessExitStatus=2", "UMask=0077", "LimitCORE=0", "PrivateNetwork=yes", "PrivateTmp=yes",
      "ProtectSystem=strict", "NoNewPrivileges=yes", "OnCalendar=Mon *-*-* 06:00:00", "Persistent=yes",
      "Nothing was written.", "  sudo systemctl daemon-reload",
    ] {
      #expect(result.output.contains("\n\(line)"), "\(line)")
    }
    #expect(try practice.files() == before)
  }

  @Test("writes a service and a timer into the folder of --to, and again over its own")
  func writes() throws {
    let practice = try PracticeOnDisk()
    let units = try Units()
    let words = ["timer", practice.path, "--name", "cover-harbour", "--to", units.folder.path]
    #expect(try Program.run(words).status == 0)
    #expect(units.names == ["cover-harbour.service", "cover-harbour.timer"])
    let result = try Program.run(words + ["--on", "Mon,Thu 18:30"])
    #expect(result.status == 0)
    #expect(try units.read("cover-harbour.timer").contains("\nOnCalendar=Mon,Thu *-*-* 18:30:00\n"))
    #expect(result.output.contains("systemctl enable --now cover-harbour.timer"))
    #expect(result.output.contains("30 18 * * 1,4 umask 077; "))
  }

  @Test("another practice's units are not written over")
  func othersUnits() throws {
    let (first, second) = (try PracticeOnDisk(), try PracticeOnDisk())
    let units = try Units()
    let options = ["--name", "cover", "--to", units.folder.path]
    #expect(try Program.run(["timer", first.path] + options).status == 0)
    let before = try units.read("cover.service")
    let result = try Program.run(["timer", second.path] + options)
    #expect(result.status == 73)
    #expect(result.errors.contains("hint: choose another --name"))
    #expect(try units.read("cover.service") == before)
  }

  @Test(
    "reads the days and the hour",
    arguments: [
      ("Mon 06:00", "Mon *-*-* 06:00:00", "0 6 * * 1"), ("sun 23:59", "Sun *-*-* 23:59:00", "59 23 * * 0"),
      ("Mon-Wed,Sat 7:05", "Mon,Tue,Wed,Sat *-*-* 07:05:00", "5 7 * * 1,2,3,6"),
      ("daily 00:00", "*-*-* 00:00:00", "0 0 * * *"),
    ])
  func times(text: String, event: String, cron: String) throws {
    let practice = try PracticeOnDisk()
    let output = try Program.run(["timer", practice.path, "--on", text]).output
    #expect(output.contains("\nOnCalendar=\(event)\n"))
    #expect(output.contains("\n  \(cron) umask 077; "))
  }

  @Test(
    "wrong usage ends with 64",
    arguments: [
      ["--on", "Monday 06:00"], ["--on", "Mon 24:00"], ["--on", "Mon 6"], ["--on", "Wed-Mon 06:00"], ["--on", ""],
      ["--name", "../x"], ["--name", ""], ["--name", "a b"], ["--program", "plan-cover"],
    ])
  func usage(options: [String]) throws {
    let practice = try PracticeOnDisk()
    #expect(try Program.run(["timer", practice.path] + options).status == 64)
  }

  @Test("a folder that is no practice, or whose name no unit can hold, ends with 65")
  func noPractice() throws {
    let practice = try PracticeOnDisk()
    #expect(try Program.run(["timer", practice.path + "/clinicians"]).status == 65)
    let folder = practice.folder.appendingPathComponent("two\nlines")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: folder.appendingPathComponent("practice.yaml"))
    let result = try Program.run(["timer", folder.path])
    #expect(result.status == 65)
    #expect(result.output.isEmpty && result.errors.contains("hint:"))
  }

  @Test("a folder that units cannot be written into ends with 73")
  func notWritable() throws {
    let practice = try PracticeOnDisk()
    let result = try Program.run(["timer", practice.path, "--to", practice.path + "/nowhere"])
    #expect(result.status == 73)
    #expect(result.errors.contains("hint:"))
  }

  @Test("the line for cron is run by a shell as it stands, whatever the folder is called")
  func crontab() throws {
    let practice = try PracticeOnDisk()
    let folder = try hostile(practice)
    let output = try Program.run(["timer", folder.path]).output
    let line = try #require(output.split(separator: "\n").last)
    // As crontab(5) reads it: five fields, then a command in which `\%` is a percent sign.
    let command = line.split(separator: " ", maxSplits: 5)[5].replacingOccurrences(of: "\\%", with: "%")
    let run = try Program.run(URL(fileURLWithPath: "/bin/sh"), ["-c", command + " --now 2026-12-01T09:00:00Z"])
    #expect(run.status == 64, "what follows -- is the folder alone: \(run.errors)")
    let shifted = command.replacingOccurrences(of: "--digest --", with: "--digest --now 2026-12-01T09:00:00Z --")
    let second = try Program.run(URL(fileURLWithPath: "/bin/sh"), ["-c", shifted])
    #expect(second.status == 0, "\(second.errors)")
    #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("cover/plan.json").path))
  }

  private static let analyze = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(
    "systemd finds no fault with the units, and rates the service as safe",
    .enabled(if: analyze != nil, "needs systemd-analyze, which `make test` installs"), arguments: [false, true])
  func analysed(isUsers: Bool) throws {
    let practice = try PracticeOnDisk()
    let folder = try hostile(practice)
    // A practice of root's would be run by root.
    if geteuid() == 0 { try FileManager.default.setAttributes([.ownerAccountID: 1], ofItemAtPath: folder.path) }
    let units = try Units()
    let options = ["--name", "cover", "--to", units.folder.path] + (isUsers ? ["--user"] : [])
    let written = try Program.run(["timer", folder.path] + options)
    #expect(written.status == 0, "\(written.errors)")
    let analyze = URL(fileURLWithPath: try #require(Self.analyze))
    let manager = isUsers ? ["--user"] : []
    let paths = units.names.map { units.folder.appendingPathComponent($0).path }
    let verified = try Program.run(
      analyze, manager + ["verify"] + paths, environment: ["XDG_RUNTIME_DIR": units.folder.path])
    #expect(verified.status == 0 && verified.errors.isEmpty, "\(verified.output)\(verified.errors)")
    #expect(written.output.contains(isUsers ? "systemctl --user enable" : "sudo systemctl enable"))
    if isUsers { return }
    let rated = try Program.run(analyze, ["security", "--offline=true", "--threshold=9", paths[0]])
    #expect(rated.status == 0 && rated.output.contains("SAFE"), "\(rated.output.suffix(300))")
  }

  @Test(
    "a template plans the practice whose path its instance is",
    .enabled(if: analyze != nil, "needs systemd-analyze, which `make test` installs"))
  func template() throws {
    let units = try Units()
    // The program that is tested lies nowhere in particular; a package names the place where it installs it.
    let written = try Program.run(
      ["timer", "--user", "--template", "--program", "/usr/bin/env", "--to", units.folder.path])
    #expect(written.status == 0, "\(written.errors)")
    #expect(units.names == ["plan-cover@.service", "plan-cover@.timer"])
    #expect(written.output.contains("enable --now \"plan-cover@$(systemd-escape --path FOLDER).timer\""))
    #expect(!written.output.contains("crontab"))
    let service = try units.read("plan-cover@.service")
    for line in ["RequiresMountsFor=\"%f\"", "ReadWritePaths=\"%f\""] { #expect(service.contains("\n\(line)\n")) }
    #expect(service.contains("\nExecStart=\"/usr/bin/env\" plan --digest -- \"%f\"\n"))
    #expect(service.contains("\nProtectHome=tmpfs\n"))
    // As an instance of a practice whose path needs escaping.
    let instance = units.folder.appendingPathComponent("plan-cover@srv-Harbour\\x2dStreet\\x201.service")
    try FileManager.default.copyItem(at: units.folder.appendingPathComponent("plan-cover@.service"), to: instance)
    let verified = try Program.run(
      URL(fileURLWithPath: try #require(Self.analyze)), ["--user", "verify", instance.path],
      environment: ["XDG_RUNTIME_DIR": units.folder.path])
    #expect(verified.status == 0 && verified.errors.isEmpty, "\(verified.output)\(verified.errors)")
  }

  @Test(
    "a template is for a user's own manager, and for no folder",
    arguments: [["--template"], ["--template", "--user", "."]])
  func templateUsage(options: [String]) throws {
    #expect(try Program.run(["timer"] + options).status == 64)
  }

  @Test(
    "a run bears what the service takes away",
    .enabled(if: CalendarPrograms.areInstalled, "needs the Python that `make test` installs"))
  func deprived() throws {
    let practice = try PracticeOnDisk()
    let result = try CalendarPrograms.run(
      "deprived.py",
      [
        Program.executable.path, "plan", "--digest", "--from", "2026-12-14", "--now", "2026-12-01T09:00:00Z",
        practice.path,
      ])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(try practice.read("cover/plan.json").contains("\"status\": \"optimal\""))
  }
}
