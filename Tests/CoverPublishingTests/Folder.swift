import Foundation
import Testing

@testable import CoverPublishing

/// A folder of a test's own, gone when the test is over.
final class Folder {
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
    try folder.publish(publication.files, folders: publication.folders, known: folder.known())
  }
}

extension PublicationFolder {
  /// What `cover/` holds, by path.
  func known() throws -> [String: PublishedFile] {
    Dictionary(uniqueKeysWithValues: try publishedFiles().map { ($0.path, $0) })
  }
}
