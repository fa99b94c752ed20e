import Foundation
import Testing

/// A practice folder of a test's own, gone when the test is over.
final class PracticeOnDisk {
  let folder: URL

  /// A practice of three in the week before Christmas: Ann is away on Monday and Tuesday, Ben and Cat work.
  ///
  /// AB1 (high risk) and CD2 see Ann on Monday at 10:00 and 11:00; EF3 sees her on Tuesday at 10:00.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("practice-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("clinicians"), withIntermediateDirectories: true)
    try write(
      "practice.yaml",
      """
      practice:
        name: Harbour Street Therapy
        timezone: Europe/London
        email: office@harbour.example
        phone: "+44 20 7946 0000"
        urgent-help: "Call 999, or Samaritans on 116 123, at any time."
        hours: {mon-fri: "09:00-17:00"}
        sites: [harbour-street]
      clinicians:
        - {id: ann, name: Ann Ash, email: ann@harbour.example, specialties: [emdr]}
        - {id: ben, name: Ben Birch, email: ben@harbour.example, specialties: [emdr]}
        - {id: cat, name: Cat Cedar, email: cat@harbour.example}
      """)
    try write(
      "clients.csv",
      """
      id,name,clinician,cover,risk,needs,email
      AB1,Zora Quill,ann,auto,high,,zora@client.example
      CD2,Ivo Reed,ann,auto,standard,emdr,ivo@client.example
      EF3,Uma Sand,ann,preferred,standard,,uma@client.example
      """)
    try calendar(
      "clinicians/ann.ics",
      [
        "UID:leave-1\nDTSTAMP:20261101T000000Z\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261223",
        "UID:s-1\nDTSTAMP:20261101T000000Z\nSUMMARY:AB1\nDTSTART:20261221T100000Z\nDTEND:20261221T105000Z",
        "UID:s-2\nDTSTAMP:20261101T000000Z\nSUMMARY:CD2\nDTSTART:20261207T110000Z\nDTEND:20261207T115000Z\nRRULE:FREQ=WEEKLY",
        "UID:s-3\nDTSTAMP:20261101T000000Z\nSUMMARY:EF3\nDTSTART:20261222T100000Z\nDTEND:20261222T105000Z",
      ])
    try calendar("clinicians/ben.ics", [])
    try calendar("clinicians/cat.ics", [])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.path }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// Writes a calendar of events, each the lines between BEGIN:VEVENT and END:VEVENT.
  func calendar(_ name: String, _ events: [String], properties: [String] = []) throws {
    let body = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" }
    let lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"] + properties + body + ["END:VCALENDAR"]
    try write(name, lines.joined(separator: "\n").replacingOccurrences(of: "\n", with: "\r\n") + "\r\n")
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  /// Every file below the folder, by path, with its bytes.
  func files(under name: String = "") throws -> [String: Data] {
    let root = name.isEmpty ? folder : folder.appendingPathComponent(name)
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      var isFolder: ObjCBool = false
      let file = root.appendingPathComponent(path)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }

  /// Runs a command on the folder, on 1 December 2026, planning the fortnight from 14 December.
  @discardableResult
  func run(_ command: String, _ arguments: String..., now: String = "2026-12-01T09:00:00Z") throws -> Program.Result {
    var words = [command, path] + arguments + ["--now", now]
    if command != "verify", !arguments.contains("--from") {
      words += ["--from", "2026-12-14", "--to", "2026-12-28"]
    }
    return try Program.run(words)
  }
}

/// The session of a plan.json whose key begins so.
func session(_ key: String, in plan: [String: Any]) throws -> [String: Any] {
  let sessions = try #require(plan["sessions"] as? [[String: Any]])
  return try #require(sessions.first { ($0["session"] as? String)?.hasPrefix(key) ?? false })
}
