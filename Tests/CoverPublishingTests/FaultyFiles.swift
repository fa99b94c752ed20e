import Foundation

@testable import CoverPublishing

/// A file system that fails one call: the nth of those that change something, or of all.
final class FaultyFiles: FileSystem, @unchecked Sendable {
  struct Failure: Sendable {
    /// Counted from 1 among the calls of that kind; nil lets nothing fail.
    var call: Int?
    /// Whether every call after it fails too, as on a full disk or after a kill.
    var isLasting = false
    var code = ENOSPC
  }

  private let system = SystemFiles()
  private let failure: Failure
  private let kinds: Set<String>
  private let lock = NSLock()
  private var count = 0

  /// - Parameter kinds: the calls that are counted.
  init(_ failure: Failure = Failure(), kinds: Set<String> = FaultyFiles.all) {
    self.failure = failure
    self.kinds = kinds
  }

  static let all: Set<String> = [
    "openFolder", "makeFolder", "createFile", "write", "synchronise", "synchroniseTree", "entries", "kind", "link",
    "exchange", "rename", "move", "modified",
    "removeFile", "removeFolder", "read",
  ]

  /// How many calls were counted.
  var calls: Int { lock.withLock { count } }

  private func step(_ name: String) throws(FileFault) {
    guard kinds.contains(name) else { return }
    let number = lock.withLock {
      count += 1
      return count
    }
    guard let call = failure.call else { return }
    if number == call || failure.isLasting && number > call { throw FileFault(code: failure.code) }
  }

  func openFolder(path: String) throws(FileFault) -> Int32 { try system.openFolder(path: path) }
  func openFolder(_ name: String, in folder: Int32) throws(FileFault) -> Int32 {
    try step("openFolder")
    return try system.openFolder(name, in: folder)
  }
  func makeFolder(_ name: String, in folder: Int32) throws(FileFault) {
    try step("makeFolder")
    try system.makeFolder(name, in: folder)
  }
  func createFile(_ name: String, in folder: Int32) throws(FileFault) -> Int32 {
    try step("createFile")
    return try system.createFile(name, in: folder)
  }
  func write(_ bytes: [UInt8], to file: Int32) throws(FileFault) {
    do {
      try step("write")
    } catch {
      // A full disk takes half of it.
      try system.write(Array(bytes.prefix(bytes.count / 2)), to: file)
      throw error
    }
    try system.write(bytes, to: file)
  }
  func read(_ name: String, in folder: Int32) throws(FileFault) -> [UInt8] {
    try step("read")
    return try system.read(name, in: folder)
  }
  // The disk itself is not under test.
  func synchronise(_ folder: Int32) throws(FileFault) { try step("synchronise") }
  func synchroniseTree(_ folder: Int32) throws(FileFault) { try step("synchroniseTree") }
  func close(_ file: Int32) { system.close(file) }
  func entries(of folder: Int32) throws(FileFault) -> [FolderEntry] {
    try step("entries")
    return try system.entries(of: folder)
  }
  func kind(of name: String, in folder: Int32) throws(FileFault) -> FolderEntry.Kind? {
    try step("kind")
    return try system.kind(of: name, in: folder)
  }
  func link(_ name: String, in folder: Int32, to other: Int32) throws(FileFault) {
    try step("link")
    try system.link(name, in: folder, to: other)
  }
  func exchange(_ name: String, with other: String, in folder: Int32) throws(FileFault) {
    try step("exchange")
    try system.exchange(name, with: other, in: folder)
  }
  func rename(_ name: String, to other: String, in folder: Int32) throws(FileFault) {
    try step("rename")
    try system.rename(name, to: other, in: folder)
  }
  func move(_ name: String, from folder: Int32, to other: Int32) throws(FileFault) {
    try step("move")
    try system.move(name, from: folder, to: other)
  }
  func modified(_ name: String, in folder: Int32) throws(FileFault) -> Int {
    try step("modified")
    return try system.modified(name, in: folder)
  }
  func renameToNew(_ name: String, to other: String, in folder: Int32) throws(FileFault) {
    try step("rename")
    try system.renameToNew(name, to: other, in: folder)
  }
  func removeFile(_ name: String, in folder: Int32) throws(FileFault) {
    try step("removeFile")
    try system.removeFile(name, in: folder)
  }
  func removeFolder(_ name: String, in folder: Int32) throws(FileFault) {
    try step("removeFolder")
    try system.removeFolder(name, in: folder)
  }
  func lock(_ folder: Int32) throws(FileFault) -> Bool { try system.lock(folder) }
  func unlock(_ folder: Int32) { system.unlock(folder) }
}
