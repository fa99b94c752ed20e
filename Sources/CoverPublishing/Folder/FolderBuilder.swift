/// Writes files and folders into an empty folder.
struct FolderBuilder {
  let files: any FileSystem

  /// - Parameter folders: paths of folders that are there even when they are empty.
  func write(_ list: [PublishedFile], folders: [String], into root: Int32) throws(FolderError) {
    var tree = FolderTree()
    for folder in folders { tree.add(folder: folder.split(separator: "/").map(String.init)) }
    for file in list { tree.add(file.bytes, at: file.path.split(separator: "/").map(String.init)) }
    try write(tree, into: root, path: PublicationFolder.name)
  }

  private func write(_ tree: FolderTree, into folder: Int32, path: String) throws(FolderError) {
    for (name, bytes) in tree.files.sorted(by: { $0.key < $1.key }) {
      do {
        let file = try files.createFile(name, in: folder)
        defer { files.close(file) }
        try files.write(bytes, to: file)
      } catch {
        throw .cannotWrite(path: "\(path)/\(name)", code: error.code)
      }
    }
    for (name, inner) in tree.folders.sorted(by: { $0.key < $1.key }) {
      let inside = "\(path)/\(name)"
      let opened: Int32
      do {
        try files.makeFolder(name, in: folder)
        opened = try files.openFolder(name, in: folder)
      } catch {
        throw .cannotWrite(path: inside, code: error.code)
      }
      defer { files.close(opened) }
      try write(inner, into: opened, path: inside)
    }
  }
}

/// Files and folders by name.
struct FolderTree {
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var folders: [String: FolderTree] = [:]

  mutating func add(_ bytes: [UInt8], at path: [String]) {
    guard let name = path.first else { return }
    if path.count == 1 {
      files[name] = bytes
    } else {
      folders[name, default: FolderTree()].add(bytes, at: Array(path.dropFirst()))
    }
  }

  mutating func add(folder path: [String]) {
    guard let name = path.first else { return }
    folders[name, default: FolderTree()].add(folder: Array(path.dropFirst()))
  }
}
