import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

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

  @Test("the first publication puts files of its names that somebody has made beside its own, and the next keeps them")
  func handMade() throws {
    let folder = try Folder()
    try folder.write("cover/summary.txt", "mine")
    try folder.write("cover/clinicians/ben.ics", "mine too")
    try folder.write("cover/clinicians/ben.ics.edited", "and this")
    let publisher = try PublicationFolder(practiceFolder: folder.path, files: FaultyFiles(), process: 4711)
    #expect(
      try publisher.publish(first.files, folders: first.folders).sorted() == [
        "clinicians/ben.ics.edited-2", "summary.txt.edited",
      ])
    #expect(try publisher.publish(second.files, folders: second.folders) == [])
    #expect(try folder.read("cover/summary.txt.edited") == "mine")
    #expect(try folder.read("cover/clinicians/ben.ics.edited-2") == "mine too")
    #expect(try folder.read("cover/clinicians/ben.ics.edited") == "and this")
    #expect(try folder.read("cover/summary.txt") != "mine")
  }

  @Test("a file that cannot be kept, since its name is no text, stops the publication before anything is lost")
  func unfitName() throws {
    let folder = try Folder()
    try folder.publish(try SamplePlan().publication())
    let path = Array("\(folder.path)/cover/notices/caf".utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
    let file = try #require(fopen(path, "w"))
    fclose(file)
    #expect(throws: FolderError.unfitName(path: "cover/notices/caf\u{FFFD}")) {
      try folder.publish(try SamplePlan().publication())
    }
    #expect(try folder.names == ["cover"])
    #expect(access(path, F_OK) == 0)
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
    #expect(!folder.exists("cover/notices"))
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

  @Test("the lock is given back though a program that was begun meanwhile still has the folder open")
  func lockOfChild() throws {
    let folder = try Folder()
    var held: PublicationFolder? = try PublicationFolder(practiceFolder: folder.path)
    // As a child process has it between its beginning and its program.
    let inherited = dup(try #require(held).practice)
    defer { close(inherited) }
    #expect(throws: FolderError.anotherRun) { try PublicationFolder(practiceFolder: folder.path) }
    held = nil
    _ = try PublicationFolder(practiceFolder: folder.path)
  }
}
