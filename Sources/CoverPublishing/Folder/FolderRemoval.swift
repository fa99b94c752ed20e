/// Removes a folder with everything in it, as far as it can be removed; nothing outside, no symbolic link followed.
struct FolderRemoval {
  let files: any FileSystem

  func remove(_ name: String, in parent: Int32) {
    guard let folder = try? files.openFolder(name, in: parent) else { return }
    let entries = (try? files.entries(of: folder)) ?? []
    for entry in entries where entry.kind == .folder { remove(entry.name, in: folder) }
    _ = entries.filter { $0.kind != .folder }.inParts.concurrentMap { (part) throws(Never) in
      for entry in part { try? files.removeFile(entry.name, in: folder) }
    }
    files.close(folder)
    try? files.removeFolder(name, in: parent)
  }
}
