/// Writes files and folders into an empty folder.
///
/// A file that the last publication has with the same bytes gets a second name instead of a copy: most of a weekly
/// publication is as it was, and making and removing files is what takes time.
struct FolderBuilder {
  let files: any FileSystem
  /// The files of the last publication, by path; empty where it was not read.
  let known: [String: PublishedFile]

  /// - Parameters:
  ///   - folders: paths of folders that are there even when they are empty.
  ///   - old: the folder of the last publication.
  func write(
    _ list: [PublishedFile], folders: [String], into root: Int32, from old: Int32?
  ) throws(FolderError) {
    var tree = FolderTree()
    for folder in folders { tree.add(folder: folder.split(separator: "/").map(String.init)) }
    for file in list { tree.add(file.bytes, at: file.path.split(separator: "/").map(String.init)) }
    try write(tree, into: root, from: old, prefix: "")
  }

  private func write(_ tree: FolderTree, into folder: Int32, from old: Int32?, prefix: String) throws(FolderError) {
    let earlier = old.flatMap { try? files.entries(of: $0) } ?? []
    let reusable = Set(earlier.filter { $0.kind == .file && $0.isPrivate }.map(\.name))
    _ = try tree.files.sorted { $0.key < $1.key }.inParts.concurrentMap { part throws(FolderError) in
      for (name, bytes) in part {
        let path = prefix + name
        if let old, reusable.contains(name), known[path]?.bytes == bytes,
          (try? files.link(name, in: old, to: folder)) != nil
        {
          continue
        }
        try write(bytes, to: name, in: folder, path: path)
      }
    }
    for (name, inner) in tree.folders.sorted(by: { $0.key < $1.key }) {
      let opened: Int32
      do {
        try files.makeFolder(name, in: folder)
        opened = try files.openFolder(name, in: folder)
      } catch {
        throw .cannotWrite(path: "\(PublicationFolder.name)/\(prefix)\(name)", code: error.code)
      }
      defer { files.close(opened) }
      let inOld = old.flatMap { try? files.openFolder(name, in: $0) }
      defer { inOld.map(files.close) }
      try write(inner, into: opened, from: inOld, prefix: "\(prefix)\(name)/")
    }
  }

  private func write(_ bytes: [UInt8], to name: String, in folder: Int32, path: String) throws(FolderError) {
    do {
      let file = try files.createFile(name, in: folder)
      defer { files.close(file) }
      try files.write(bytes, to: file)
    } catch {
      throw .cannotWrite(path: "\(PublicationFolder.name)/\(path)", code: error.code)
    }
  }
}

extension Array {
  /// In parts of some files each, so that calls to the system go out on every core.
  var inParts: [ArraySlice<Element>] {
    stride(from: 0, to: count, by: 64).map { self[$0..<Swift.min($0 + 64, count)] }
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
