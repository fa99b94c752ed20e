import Foundation
import Testing

@testable import CoverPublishing

@Suite("Replacing a file beside cover/")
struct ReplacementTests {
  private let old = Array("old".utf8)
  private let new = Array("new".utf8)

  private func open(_ folder: Folder, _ files: any FileSystem = FaultyFiles()) throws -> PublicationFolder {
    try PublicationFolder(practiceFolder: folder.path, files: files, process: 4711)
  }

  @Test("the file is made or replaced, and is for its owner alone")
  func replaces() throws {
    let folder = try Folder()
    try open(folder).replace("decisions.yaml", holding: nil, with: old)
    #expect(try open(folder).bytesBeside("decisions.yaml") == old)
    try open(folder).replace("decisions.yaml", holding: old, with: new)
    #expect(try folder.read("decisions.yaml") == "new")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.url.appendingPathComponent("decisions.yaml").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try folder.names == ["decisions.yaml"])
  }

  @Test("whatever call fails, once or from then on, the old file or the new one is there", arguments: [false, true])
  func faults(isLasting: Bool) throws {
    var call = 1
    while true {
      let folder = try Folder()
      try folder.write("decisions.yaml", "old")
      let faulty = FaultyFiles(.init(call: call, isLasting: isLasting))
      var failed = false
      do { try open(folder, faulty).replace("decisions.yaml", holding: old, with: new) } catch is FolderError {
        failed = true
      }
      let text = try folder.read("decisions.yaml")
      #expect(text == "old" || !failed && text == "new", "call \(call)")
      // The next run clears up what a killed one left.
      try open(folder).replace("decisions.yaml", holding: Array(text.utf8), with: new)
      #expect(try folder.names == ["decisions.yaml"], "call \(call)")
      if faulty.calls < call { break }
      call += 1
    }
    #expect(call > 8)
  }

  @Test("what somebody has changed meanwhile is left as it is")
  func changed() throws {
    let folder = try Folder()
    try folder.write("decisions.yaml", "theirs")
    #expect(throws: FolderError.changedMeanwhile(path: "decisions.yaml")) {
      try open(folder).replace("decisions.yaml", holding: old, with: new)
    }
    #expect(throws: FolderError.changedMeanwhile(path: "decisions.yaml")) {
      try open(folder).replace("decisions.yaml", holding: nil, with: new)
    }
    #expect(try folder.read("decisions.yaml") == "theirs")
  }

  @Test("no symbolic link is followed, and no folder replaced")
  func links() throws {
    let folder = try Folder()
    try folder.write("target", "theirs")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("decisions.yaml").path, withDestinationPath: "target")
    try folder.write("list/x", "x")
    for name in ["decisions.yaml", "list"] {
      #expect(throws: FolderError.notAFile(path: name)) { try open(folder).replace(name, holding: nil, with: new) }
    }
    #expect(try folder.read("target") == "theirs")
  }
}
