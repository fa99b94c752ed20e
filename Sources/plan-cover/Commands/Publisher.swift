import ArgumentParser
import CoverPublishing
import Foundation

/// The folder cover/ of a practice, with its faults as exit statuses.
struct Publisher {
  private let folder: PublicationFolder
  private let terminal: Terminal

  /// Takes the practice for this run.
  init(_ practice: URL, terminal: Terminal) throws {
    self.terminal = terminal
    folder = try Publisher.reporting(to: terminal) { try PublicationFolder(practiceFolder: practice.path) }
  }

  /// The last publication. Throws what `reporting` says.
  func last() throws -> PreviousPublication? { try folder.lastPublication() }

  /// The last publication of a practice that is only looked at.
  static func last(in practice: URL) throws -> PreviousPublication? {
    try PublicationFolder.lastPublication(inPracticeFolder: practice.path)
  }

  /// The paths of files that were somebody's own and had the names of its files: they lie beside them.
  func publish(_ publication: Publication) throws -> [String] {
    try Publisher.reporting(to: terminal) { try folder.publish(publication) }
  }

  /// The bytes of a file beside cover/; nil where there is none.
  func bytes(of name: String) throws -> [UInt8]? {
    try Publisher.reporting(to: terminal) { try folder.bytesBeside(name) }
  }

  /// The same of a practice that is perhaps only looked at; nil where there is none.
  ///
  /// - Parameter publisher: whoever holds the practice for this run; nil where nobody does.
  static func bytes(of name: String, in practice: URL, held publisher: Publisher?, terminal: Terminal) throws
    -> [UInt8]?
  {
    if let publisher { return try publisher.bytes(of: name) }
    return try reporting(to: terminal) { try PublicationFolder.bytesBeside(name, inPracticeFolder: practice.path) }
  }

  /// Puts bytes in the place of a file beside cover/, whole or not at all.
  func replace(_ name: String, holding old: [UInt8]?, with bytes: [UInt8]) throws {
    try Publisher.reporting(to: terminal) { try folder.replace(name, holding: old, with: bytes) }
  }

  /// Removes files and puts bytes in the place of others beside cover/, all of it or nothing.
  func purge(_ paths: [String], replacing replacements: [PublicationFolder.Replacement]) throws {
    try Publisher.reporting(to: terminal) { try folder.purge(paths, replacing: replacements) }
  }

  /// Makes files that were not there beside cover/, all of them or none.
  func create(_ files: [PublishedFile]) throws {
    try Publisher.reporting(to: terminal) { try folder.create(files) }
  }

  /// Says what went wrong and ends the command with the status that fits.
  static func reporting<Value>(to terminal: Terminal, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as FolderError {
      terminal.say("\(error)\nhint: \(error.hint)")
      switch error {
      case .anotherRun, .changedMeanwhile: throw ExitStatus.anotherRun.exitCode
      case .cannotRead: throw ExitStatus.badInput.exitCode
      case .cannotWrite, .notAFolder, .notAFile, .unfitName, .alreadyThere: throw ExitStatus.cannotWrite.exitCode
      }
    } catch let error as PublicationError {
      terminal.say("\(error)\nhint: \(error.hint)")
      throw ExitStatus.badInput.exitCode
    }
  }
}
