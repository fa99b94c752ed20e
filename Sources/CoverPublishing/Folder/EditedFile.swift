public import CivilTime
import Foundation

/// A letter or brief that somebody had changed, and that a new one took the place of: `….edited`.
public struct EditedFile: Hashable, Sendable {
  /// Relative to the practice folder.
  public let path: String
  /// When it was set aside.
  public let since: Instant

  /// Those that lie in `cover/`, by path. What only looks like one, and is no plain file, is left out.
  ///
  /// - Throws: `.cannotRead`.
  public static func all(
    inPracticeFolder path: String, files: any FileSystem = SystemFiles()
  ) throws(FolderError) -> [EditedFile] {
    do throws(FileFault) {
      let practice = try files.openFolder(path: path)
      defer { files.close(practice) }
      guard try files.kind(of: PublicationFolder.name, in: practice) == .folder else { return [] }
      let cover = try files.openFolder(PublicationFolder.name, in: practice)
      defer { files.close(cover) }
      return try inFolder("briefs", of: cover, files) + inFolder("notices", of: cover, files)
    } catch {
      throw .cannotRead(path: PublicationFolder.name, code: error.code)
    }
  }

  private static func inFolder(
    _ name: String, of cover: Int32, _ files: any FileSystem
  ) throws(FileFault) -> [EditedFile] {
    guard try files.kind(of: name, in: cover) == .folder else { return [] }
    let folder = try files.openFolder(name, in: cover)
    defer { files.close(folder) }
    var found: [EditedFile] = []
    for entry in try files.entries(of: folder) where entry.kind == .file && isEdited(entry.name, in: name) {
      found.append(
        EditedFile(
          path: "\(PublicationFolder.name)/\(name)/\(entry.name)",
          since: Instant(seconds: try files.modified(entry.name, in: folder))))
    }
    return found
  }

  /// Whether the name is one of ours with `.edited`, or `.edited-` and a number, behind it.
  private static func isEdited(_ name: String, in folder: String) -> Bool {
    guard let mark = name.range(of: ".edited", options: .backwards) else { return false }
    let number = name[mark.upperBound...]
    let isMarked =
      number.isEmpty || number.first == "-" && number.count > 1 && number.dropFirst().allSatisfy(\.isNumber)
    let original = name[..<mark.lowerBound]
    let isOurs =
      folder == "briefs"
      ? original.hasSuffix(".txt")
      : Day(original.prefix(10)) != nil && (original.hasSuffix(".txt") || original.hasSuffix(".eml"))
    return isMarked && isOurs
  }
}
