/// Reads the files of a folder and of the folders in it; symbolic links and special files are passed over.
struct FolderReading {
  let files: any FileSystem

  /// Every file, paths relative to the folder; none where there is no such folder.
  func files(of name: String, in parent: Int32) throws(FolderError) -> [PublishedFile] {
    var result: [PublishedFile] = []
    do {
      guard try files.kind(of: name, in: parent) == .folder else { return [] }
    } catch {
      throw .cannotRead(path: name, code: error.code)
    }
    try read(name, in: parent, path: name, prefix: "", into: &result)
    return result
  }

  private func read(
    _ name: String, in parent: Int32, path: String, prefix: String, into result: inout [PublishedFile]
  ) throws(FolderError) {
    let folder: Int32
    let entries: [FolderEntry]
    do {
      folder = try files.openFolder(name, in: parent)
    } catch {
      throw .cannotRead(path: path, code: error.code)
    }
    defer { files.close(folder) }
    do {
      entries = try files.entries(of: folder)
    } catch {
      throw .cannotRead(path: path, code: error.code)
    }
    let read = try entries.filter { $0.kind == .file }.inParts.concurrentMap { part throws(FolderError) in
      try part.map { entry throws(FolderError) in
        do throws(FileFault) {
          return PublishedFile(path: prefix + entry.name, bytes: try files.read(entry.name, in: folder))
        } catch {
          throw FolderError.cannotRead(path: "\(path)/\(entry.name)", code: error.code)
        }
      }
    }
    for part in read { result += part }
    for entry in entries where entry.kind == .folder {
      try self.read(
        entry.name, in: folder, path: "\(path)/\(entry.name)", prefix: "\(prefix)\(entry.name)/", into: &result)
    }
  }
}
