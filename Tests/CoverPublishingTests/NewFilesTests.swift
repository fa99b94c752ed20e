import Foundation
import Testing

@testable import CoverPublishing

@Suite("Making files beside cover/ that were not there")
struct NewFilesTests {
  private let list = [
    PublishedFile(path: "clients.csv", bytes: Array("clients".utf8)),
    PublishedFile(path: "practice.yaml", bytes: Array("practice".utf8)),
  ]

  private func open(_ folder: Folder, _ files: any FileSystem = FaultyFiles()) throws -> PublicationFolder {
    try PublicationFolder(practiceFolder: folder.path, files: files, process: 4711)
  }

  @Test("both are made, for their owner alone, and nothing besides")
  func makes() throws {
    let folder = try Folder()
    try open(folder).create(list)
    #expect(try folder.names == ["clients.csv", "practice.yaml"])
    for file in list {
      #expect(try folder.read(file.path) == String(decoding: file.bytes, as: UTF8.self))
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.url.appendingPathComponent(file.path).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test(
    "whatever call fails, once or from then on, nothing that was there is touched and no half is left",
    arguments: [false, true])
  func faults(isLasting: Bool) throws {
    var call = 1
    while true {
      let folder = try Folder()
      let faulty = FaultyFiles(.init(call: call, isLasting: isLasting))
      var failed = false
      do { try open(folder, faulty).create(list) } catch is FolderError { failed = true }
      let names = try folder.names.filter { !$0.contains(".new-") }
      // Where nothing works any more, what was made cannot be taken back; the next run finds it whole.
      #expect(failed ? names.isEmpty || isLasting : names == ["clients.csv", "practice.yaml"], "call \(call)")
      for name in names {
        #expect(list.contains { (try? folder.read(name)) == String(decoding: $0.bytes, as: UTF8.self) })
      }
      if names.count < list.count { try open(folder).create(list) }
      #expect(try folder.names.filter { !$0.contains(".new-") } == ["clients.csv", "practice.yaml"], "call \(call)")
      if faulty.calls < call { break }
      call += 1
    }
    #expect(call > 8)
  }

  @Test(
    "one that is there keeps both from being made, and stays as it is", arguments: ["clients.csv", "practice.yaml"])
  func there(name: String) throws {
    let folder = try Folder()
    try folder.write(name, "theirs")
    #expect(throws: FolderError.alreadyThere(path: name)) { try open(folder).create(list) }
    #expect(try folder.names == [name])
    #expect(try folder.read(name) == "theirs")
  }

  @Test("where both are there, nothing is made, whatever they hold")
  func bothThere() throws {
    let folder = try Folder()
    try open(folder).create(list)
    #expect(throws: FolderError.alreadyThere(path: "practice.yaml")) { try open(folder).create(list) }
  }

  @Test("a run that was killed between the two is finished by the next")
  func killed() throws {
    let folder = try Folder()
    try folder.write("clients.csv", "clients")
    try folder.write("practice.yaml.new-99", "pra")
    try open(folder).create(list)
    #expect(try folder.names == ["clients.csv", "practice.yaml"])
  }

  @Test("a symbolic link or a folder of that name is not written through")
  func links() throws {
    let folder = try Folder()
    try folder.write("target", "theirs")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("practice.yaml").path, withDestinationPath: "target")
    #expect(throws: FolderError.notAFile(path: "practice.yaml")) { try open(folder).create(list) }
    #expect(try folder.read("target") == "theirs")
  }
}
