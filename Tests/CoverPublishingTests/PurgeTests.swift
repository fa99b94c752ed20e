import CivilTime
import Foundation
import Testing

@testable import CoverPublishing

@Suite("Removing what is past its time")
struct PurgeTests {
  private let gone = ["cover/notices/2026-01-02-AB1-first.txt.edited", "replies/old.ics"]
  private let kept = ["cover/notices/2026-11-02-AB1-first.txt.edited", "replies/new.ics", "cover/plan.json"]

  private let replaced = ["decisions.yaml", "referrals.ics"]

  private func folder() throws -> Folder {
    let folder = try Folder()
    for path in gone + kept { try folder.write(path, path) }
    for name in replaced { try folder.write(name, "old") }
    return folder
  }

  /// Every file of the practice, by path.
  private func files(_ folder: Folder) throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder.path)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try folder.read(path) }
    }
    return files
  }

  private func purge(_ folder: Folder, _ files: any FileSystem, _ replacements: Int) throws {
    try PublicationFolder(practiceFolder: folder.path, files: files, process: 4711).purge(
      gone,
      replacing: replaced.prefix(replacements).map {
        PublicationFolder.Replacement($0, holding: Array("old".utf8), with: Array("new".utf8))
      })
  }

  @Test(
    "every call fails in turn, once or from then on: all of it is gone, or nothing", arguments: [false, true],
    [0, 1, 2])
  func faults(isLasting: Bool, replacements: Int) throws {
    let old = try files(folder())
    var new = old.filter { !gone.contains($0.key) }
    for name in replaced.prefix(replacements) { new[name] = "new" }
    var seen: Set<String> = []
    var call = 1
    while true {
      let folder = try folder()
      let faulty = FaultyFiles(.init(call: call, isLasting: isLasting))
      var failed = false
      do { try purge(folder, faulty, replacements) } catch is FolderError { failed = true }
      // The next run puts right what was left.
      _ = try PublicationFolder(practiceFolder: folder.path, files: FaultyFiles())
      let found = try files(folder)
      #expect(found == (failed ? old : new), "call \(call)")
      seen.insert(failed ? "old" : "new")
      #expect(try !folder.names.contains { $0.hasPrefix("cover.") }, "call \(call)")
      if faulty.calls < call { break }
      call += 1
    }
    #expect(call > 20)
    #expect(seen == ["old", "new"])
  }

  @Test("a file that is put there anew while a killed purge is not put right stays as it is")
  func newer() throws {
    let folder = try folder()
    for path in gone { try folder.write("cover.purging-99/\(path)", "older") }
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(gone[0])")
    _ = try PublicationFolder(practiceFolder: folder.path)
    #expect(try folder.read(gone[0]) == "older")
    #expect(try folder.read(gone[1]) == gone[1])
    #expect(try folder.names == ["cover", "decisions.yaml", "referrals.ics", "replies"])
  }

  @Test("nothing is removed where a file has gone meanwhile, or is a symbolic link, or lies behind one")
  func links() throws {
    for change in ["gone", "link", "folder"] {
      let folder = try folder()
      let path = "\(folder.path)/\(gone[1])"
      let manager = FileManager.default
      try folder.write("elsewhere/old.ics", "mine")
      switch change {
      case "link":
        try manager.removeItem(atPath: path)
        try manager.createSymbolicLink(atPath: path, withDestinationPath: "\(folder.path)/elsewhere/old.ics")
      case "folder":
        try manager.removeItem(atPath: "\(folder.path)/replies")
        try manager.createSymbolicLink(
          atPath: "\(folder.path)/replies", withDestinationPath: "\(folder.path)/elsewhere")
      default: try manager.removeItem(atPath: path)
      }
      #expect(throws: FolderError.self) { try purge(folder, FaultyFiles(), 2) }
      #expect(folder.exists(gone[0]))
      #expect(try folder.read("elsewhere/old.ics") == "mine")
      #expect(try folder.read("decisions.yaml") == "old")
    }
  }

  @Test("what was set aside is known by its name and place, with the day on which it was")
  func edited() throws {
    let folder = try folder()
    for name in ["briefs/ben.txt.edited-2", "notices/2026-01-02-AB1-first.eml.edited"] {
      try folder.write("cover/\(name)", "x")
    }
    for name in [
      "notices/mine.edited", "notices/2026-01-02-AB1-first.txt", "notices/2026-01-02-x.txt.edited-x",
      "briefs/ben.edited", "vdir/ben/2026-01-02-a.txt.edited",
    ] { try folder.write("cover/\(name)", "mine") }
    let path = "\(folder.path)/cover/briefs/ben.txt.edited-2"
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 86_400)], ofItemAtPath: path)
    let found = try EditedFile.all(inPracticeFolder: folder.path)
    #expect(
      found.map(\.path) == [
        "cover/briefs/ben.txt.edited-2", gone[0].replacingOccurrences(of: ".txt.", with: ".eml."), gone[0], kept[0],
      ])
    #expect(found.first?.since == Instant(seconds: 86_400))
  }
}
