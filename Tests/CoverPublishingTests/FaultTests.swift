import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

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
    try publication.publish(list, folders: ["vdir/ann", "vdir/cat"], known: publication.known())
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
  func move(_ name: String, from folder: Int32, to other: Int32) throws(FileFault) {
    try files.move(name, from: folder, to: other)
  }
  func modified(_ name: String, in folder: Int32) throws(FileFault) -> Int { try files.modified(name, in: folder) }
  func renameToNew(_ name: String, to other: String, in folder: Int32) throws(FileFault) {
    try files.renameToNew(name, to: other, in: folder)
  }
  func removeFile(_ name: String, in folder: Int32) throws(FileFault) { try files.removeFile(name, in: folder) }
  func removeFolder(_ name: String, in folder: Int32) throws(FileFault) { try files.removeFolder(name, in: folder) }
  func lock(_ folder: Int32) throws(FileFault) -> Bool { try files.lock(folder) }
  func unlock(_ folder: Int32) { files.unlock(folder) }
}
