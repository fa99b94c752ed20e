import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

/// A folder of a test's own, gone when the test is over.
private final class Folder {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("publication-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }
  var cover: URL { url.appendingPathComponent("cover") }

  func write(_ path: String, _ text: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: url.appendingPathComponent(path).path)) != nil
  }

  /// The names in the practice folder.
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }

  /// Every file of cover/ by path.
  var files: [String: [UInt8]] {
    get throws {
      let files = try PublicationFolder(practiceFolder: path).publishedFiles()
      return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    }
  }

  /// Does not wait for the disk, which is slow.
  func publish(_ publication: Publication, files: any FileSystem = FaultyFiles()) throws {
    let folder = try PublicationFolder(practiceFolder: path, files: files, process: 4711)
    _ = try folder.publishedFiles()
    try folder.publish(publication)
  }
}

@Suite("The folder cover/")
struct PublicationFolderTests {
  private let first: Publication
  private let second: Publication

  init() throws {
    first = try SamplePlan().publication()
    var sample = SamplePlan()
    sample.covers["S2"] = "cat"
    sample.roster.now = sample.roster.times.instant("2026-12-03 09:00")
    second = try sample.publication(after: first)
  }

  private func bytes(_ publication: Publication) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: publication.files.map { ($0.path, $0.bytes) })
  }

  @Test("holds what was published, and nothing else lies beside it")
  func publishes() throws {
    let folder = try Folder()
    try folder.publish(first)
    #expect(try folder.files == bytes(first))
    #expect(folder.exists("cover/vdir/ann"))
    try folder.publish(second)
    #expect(try folder.files == bytes(second))
    #expect(try folder.names == ["cover"])
  }

  @Test("what is published comes back as the last publication")
  func readsBack() throws {
    let folder = try Folder()
    #expect(try PublicationFolder(practiceFolder: folder.path).lastPublication() == nil)
    #expect(try PublicationFolder.lastPublication(inPracticeFolder: folder.path) == nil)
    try folder.publish(first)
    #expect(try PublicationFolder(practiceFolder: folder.path).lastPublication()?.events.count == 7)
    #expect(try PublicationFolder.lastPublication(inPracticeFolder: folder.path)?.events.count == 7)
  }

  // Other masks would lock out the tests that run beside this one.
  @Test("is for its owner alone, whatever the mask", arguments: [0o000, 0o027] as [mode_t])
  func permissions(mask: mode_t) throws {
    let folder = try Folder()
    let before = umask(mask)
    defer { umask(before) }
    try folder.publish(first)
    for path in try [""] + FileManager.default.subpathsOfDirectory(atPath: folder.cover.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.cover.appendingPathComponent(path).path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test("keeps every file that no publication wrote")
  func keeps() throws {
    let folder = try Folder()
    try folder.publish(first)
    try folder.write("cover/notes.txt", "mine")
    try folder.write("cover/vdir/ben/holiday.ics", "mine")
    try folder.write("cover/my own/deep/file", "mine")
    try folder.write("secret.txt", "secret")
    try FileManager.default.createSymbolicLink(
      atPath: folder.cover.appendingPathComponent("away").path, withDestinationPath: "../secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.cover.appendingPathComponent("outside").path, withDestinationPath: "/")
    try folder.publish(second)
    try folder.publish(second)
    for path in ["notes.txt", "vdir/ben/holiday.ics", "my own/deep/file"] {
      #expect(try folder.read("cover/\(path)") == "mine")
    }
    let manager = FileManager.default
    #expect(
      try manager.destinationOfSymbolicLink(atPath: folder.cover.appendingPathComponent("away").path) == "../secret.txt"
    )
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.cover.appendingPathComponent("outside").path) == "/")
    #expect(try folder.read("secret.txt") == "secret")
    #expect(!folder.exists("cover/briefs/nobody.txt"))
  }

  @Test("keeps others' files where the file system has no second names")
  func keepsByCopy() throws {
    let folder = try Folder()
    try folder.publish(first)
    try folder.write("cover/notes.txt", "mine")
    try folder.publish(second, files: FaultyFiles(.init(call: 1, isLasting: true, code: EPERM), kinds: ["link"]))
    #expect(try folder.read("cover/notes.txt") == "mine")
  }

  @Test("an unchanged file is the same file still; one that others may read, or that was changed, is made anew")
  func reuses() throws {
    let folder = try Folder()
    try folder.publish(first)
    func number(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: folder.cover.path + "/" + path)[.systemFileNumber] as? Int
    }
    let same = try number("clinicians/ann.ics")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder.cover.path + "/cover.csv")
    let open = try number("cover.csv")
    try folder.write("cover/briefs/ben.txt", "changed by hand")
    try folder.publish(first)
    #expect(try number("clinicians/ann.ics") == same)
    #expect(try number("cover.csv") != open)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.cover.path + "/cover.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try folder.files == bytes(first))
  }

  @Test("what the last publication wrote and the new one does not is gone")
  func removes() throws {
    let folder = try Folder()
    try folder.publish(first)
    var away = SamplePlan(isAway: false)
    away.roster.now = away.roster.times.instant("2026-12-03 09:00")
    try folder.publish(away.publication(after: first))
    #expect(!folder.exists("cover/briefs"))
    #expect(folder.exists("cover/vdir/ben"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.cover.path + "/vdir/ben").isEmpty)
  }

  @Test("a file of the user's where the publication needs a folder is an error, and stays")
  func inTheWay() throws {
    let folder = try Folder()
    try folder.write("cover/vdir", "mine")
    #expect(throws: FolderError.notAFolder(path: "cover/vdir")) { try folder.publish(first) }
    #expect(try folder.read("cover/vdir") == "mine")
    #expect(try folder.names == ["cover"])
  }

  @Test("is never a symbolic link", arguments: ["elsewhere", "nowhere"])
  func symbolicLink(target: String) throws {
    let folder = try Folder()
    try folder.write("elsewhere/file", "theirs")
    try FileManager.default.createSymbolicLink(atPath: folder.cover.path, withDestinationPath: target)
    #expect(throws: FolderError.notAFolder(path: "cover")) { try folder.publish(first) }
    #expect(try folder.names == ["cover", "elsewhere"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/elsewhere") == ["file"])
  }

  @Test("a folder in it that was replaced by a symbolic link is an error, and nothing is written through it")
  func innerLink() throws {
    let folder = try Folder()
    try folder.write("elsewhere/file", "theirs")
    try folder.publish(first)
    try FileManager.default.removeItem(at: folder.cover.appendingPathComponent("vdir"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.cover.path + "/vdir", withDestinationPath: folder.path + "/elsewhere")
    #expect(throws: FolderError.notAFolder(path: "cover/vdir")) { try folder.publish(second) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/elsewhere") == ["file"])
  }

  @Test("is held by one run at a time")
  func lock() throws {
    let folder = try Folder()
    var holder: PublicationFolder? = try PublicationFolder(practiceFolder: folder.path)
    #expect(throws: FolderError.anotherRun) { try PublicationFolder(practiceFolder: folder.path) }
    _ = holder
    holder = nil
    #expect(throws: Never.self) { try PublicationFolder(practiceFolder: folder.path) }
  }

  @Test("a practice folder that is not there cannot be read")
  func missing() {
    #expect(throws: FolderError.cannotRead(path: "/nonexistent", code: ENOENT)) {
      try PublicationFolder(practiceFolder: "/nonexistent")
    }
  }

  @Test("what a killed run left behind is cleared by the next, and nothing else")
  func leftovers() throws {
    let folder = try Folder()
    try folder.publish(first)
    try folder.write("cover.new-99/vdir/ben/x.ics", "half")
    try folder.write("cover.new-mine/file", "mine")
    try folder.write("cover.old", "mine")
    try folder.publish(second)
    #expect(try folder.names == ["cover", "cover.new-mine", "cover.old"])
  }

  @Test("a publication that was moved aside and not replaced is put back")
  func movedAside() throws {
    let folder = try Folder()
    try folder.publish(first)
    try FileManager.default.moveItem(atPath: folder.cover.path, toPath: folder.path + "/cover.old-99")
    #expect(try folder.files == bytes(first))
    #expect(try folder.names == ["cover"])
  }

  @Test("an error names the path and what the system said")
  func error() throws {
    let folder = try Folder()
    let error = #expect(throws: FolderError.self) {
      try folder.publish(first, files: FaultyFiles(.init(call: 1), kinds: ["write"]))
    }
    #expect(error == .cannotWrite(path: "cover/SHA256SUMS", code: ENOSPC))
    #expect(error?.description.contains("No space left") ?? false)
    #expect(try folder.names == [])
  }
}

/// Each call fails in turn, once or from then on: afterwards the folder has the old publication or the new one, whole,
/// and others' files in either case.
@Suite("When a call of the system fails")
struct FaultTests {
  private let first = publication([
    "practice.ics": "1", "vdir/ann/a.ics": "1", "vdir/ben/b.ics": "1", "plan.json": "1", "cover.csv": "same",
  ])
  private let second = publication([
    "practice.ics": "2", "vdir/ann/c.ics": "2", "briefs/ben.txt": "2", "plan.json": "2", "cover.csv": "same",
  ])
  private let others = ["notes.txt": Array("mine".utf8), "vdir/ann/mine.ics": Array("mine".utf8)]

  private static func publication(_ texts: [String: String]) -> [PublishedFile] {
    let files = texts.map { PublishedFile(path: $0, text: $1) }
    return files + [PublicationManifest(files).file, PublishedFile(path: "log.jsonl", text: texts["plan.json"] ?? "")]
  }

  private func bytes(_ files: [PublishedFile]) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }

  private func publish(_ list: [PublishedFile], in folder: Folder, files: any FileSystem) throws {
    let publication = try PublicationFolder(practiceFolder: folder.path, files: files, process: 4711)
    _ = try publication.publishedFiles()
    try publication.publish(list, folders: ["vdir/ann", "vdir/cat"])
  }

  @Test(
    "the old publication or the new one is there",
    arguments: [false, true], [false, true])
  func oldOrNew(isLasting: Bool, canExchange: Bool) throws {
    let old = bytes(first).merging(others) { $1 }
    let new = bytes(second).merging(others) { $1 }
    var call = 1
    var seen: Set<String> = []
    while true {
      let folder = try Folder()
      try publish(first, in: folder, files: FaultyFiles())
      for path in others.keys { try folder.write("cover/\(path)", "mine") }
      let faulty = FaultyFiles(.init(call: call, isLasting: isLasting))
      var failed = false
      do {
        try publish(second, in: folder, files: canExchange ? faulty : WithoutExchange(faulty))
      } catch is FolderError {
        failed = true
      }
      let found = try folder.files
      #expect(found == old || found == new, "call \(call)")
      if !failed { #expect(found == new, "call \(call)") }
      seen.insert(found == old ? "old" : "new")
      // Reading took the lock and cleared up what was left.
      #expect(try folder.names == ["cover"], "call \(call)")
      if faulty.calls < call { break }
      call += 1
    }
    #expect(call > 50)
    #expect(seen == ["old", "new"])
  }

  @Test("a first publication is there whole or not at all", arguments: [false, true])
  func firstOrNothing(isLasting: Bool) throws {
    var call = 1
    while true {
      let folder = try Folder()
      let faulty = FaultyFiles(.init(call: call, isLasting: isLasting))
      try? publish(first, in: folder, files: faulty)
      let found = try folder.files
      #expect(found.isEmpty || found == bytes(first), "call \(call)")
      if faulty.calls < call { break }
      call += 1
    }
    #expect(call > 20)
  }
}

/// A file system that cannot exchange two names.
private struct WithoutExchange: FileSystem {
  let files: FaultyFiles

  init(_ files: FaultyFiles) { self.files = files }

  func openFolder(path: String) throws(FileFault) -> Int32 { try files.openFolder(path: path) }
  func openFolder(_ name: String, in folder: Int32) throws(FileFault) -> Int32 {
    try files.openFolder(name, in: folder)
  }
  func makeFolder(_ name: String, in folder: Int32) throws(FileFault) { try files.makeFolder(name, in: folder) }
  func createFile(_ name: String, in folder: Int32) throws(FileFault) -> Int32 {
    try files.createFile(name, in: folder)
  }
  func write(_ bytes: [UInt8], to file: Int32) throws(FileFault) { try files.write(bytes, to: file) }
  func read(_ name: String, in folder: Int32) throws(FileFault) -> [UInt8] { try files.read(name, in: folder) }
  func synchronise(_ folder: Int32) throws(FileFault) { try files.synchronise(folder) }
  func synchroniseTree(_ folder: Int32) throws(FileFault) { try files.synchroniseTree(folder) }
  func close(_ file: Int32) { files.close(file) }
  func entries(of folder: Int32) throws(FileFault) -> [FolderEntry] { try files.entries(of: folder) }
  func kind(of name: String, in folder: Int32) throws(FileFault) -> FolderEntry.Kind? {
    try files.kind(of: name, in: folder)
  }
  func link(_ name: String, in folder: Int32, to other: Int32) throws(FileFault) {
    try files.link(name, in: folder, to: other)
  }
  func exchange(_ name: String, with other: String, in folder: Int32) throws(FileFault) {
    throw FileFault(code: EINVAL)
  }
  func rename(_ name: String, to other: String, in folder: Int32) throws(FileFault) {
    try files.rename(name, to: other, in: folder)
  }
  func removeFile(_ name: String, in folder: Int32) throws(FileFault) { try files.removeFile(name, in: folder) }
  func removeFolder(_ name: String, in folder: Int32) throws(FileFault) { try files.removeFolder(name, in: folder) }
  func lock(_ folder: Int32) throws(FileFault) -> Bool { try files.lock(folder) }
}
