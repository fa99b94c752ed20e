/// Removes a folder with everything in it, as far as it can be removed; nothing outside, no symbolic link followed.
struct FolderRemoval {
  let files: any FileSystem

  func remove(_ name: String, in parent: Int32) {
    guard let folder = try? files.openFolder(name, in: parent) else { return }
    for entry in (try? files.entries(of: folder)) ?? [] {
      if entry.kind == .folder {
        remove(entry.name, in: folder)
      } else {
        try? files.removeFile(entry.name, in: folder)
      }
    }
    files.close(folder)
    try? files.removeFolder(name, in: parent)
  }
}
