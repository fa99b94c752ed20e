/// Carries over what lies in `cover/` and was not written by a publication.
struct KeptFiles {
  let files: any FileSystem
  /// The paths of the new publication.
  let ours: Set<String>

  /// Gives every file and symbolic link of the old folder that is not ours a second name in the new one. The old folder
  /// stays as it is; no link is followed.
  ///
  /// Where nothing was published before, a file of the name of one of ours is somebody's own: it goes beside ours.
  ///
  /// - Returns: the paths of those that have another name now.
  func carry(from name: String, in parent: Int32, into new: Int32) throws(FolderError) -> [String] {
    let old: Int32
    do {
      old = try files.openFolder(name, in: parent)
    } catch {
      throw .cannotRead(path: name, code: error.code)
    }
    defer { files.close(old) }
    var written: Set<String> = [PublicationPath.manifest, PublicationPath.log]
    let wasPublished: Bool
    do {
      let manifest = try files.kind(of: PublicationPath.manifest, in: old)
      let practice = try files.kind(of: PublicationPath.practice, in: old)
      wasPublished = manifest != nil || practice != nil
      if manifest == .file {
        written.formUnion(PublicationManifest.paths(in: try files.read(PublicationPath.manifest, in: old)))
      }
    } catch {
      throw .cannotRead(path: "\(name)/\(PublicationPath.manifest)", code: error.code)
    }
    var aside: [String] = []
    let settled = wasPublished ? written.union(ours) : written
    try carry(from: old, into: new, settled: settled, prefix: "", &aside)
    return aside
  }

  /// - Parameter settled: what was written before or is written now.
  private func carry(
    from old: Int32, into new: Int32, settled: Set<String>, prefix: String, _ aside: inout [String]
  ) throws(FolderError) {
    let entries: [FolderEntry]
    do {
      entries = try files.entries(of: old)
    } catch {
      throw .cannotRead(path: "\(PublicationFolder.name)/\(prefix)", code: error.code)
    }
    for entry in entries {
      let path = prefix + entry.name
      if entry.kind == .folder {
        try carryFolder(entry.name, from: old, into: new, settled: settled, path: path, &aside)
      } else if !settled.contains(path), ours.contains(path) {
        if let name = try setAside(entry, from: old, into: new, path: path) { aside.append(prefix + name) }
      } else if !settled.contains(path) {
        try carryFile(entry, from: old, into: new, path: path)
      }
    }
  }

  private func carryFolder(
    _ name: String, from old: Int32, into new: Int32, settled: Set<String>, path: String, _ aside: inout [String]
  ) throws(FolderError) {
    let inner: Int32
    do {
      inner = try files.openFolder(name, in: old)
    } catch {
      throw .cannotRead(path: "\(PublicationFolder.name)/\(path)", code: error.code)
    }
    defer { files.close(inner) }
    guard try hasOthers(inner, settled: settled, prefix: path + "/") else { return }
    let target: Int32
    do {
      let kind = try files.kind(of: name, in: new)
      if kind == nil { try files.makeFolder(name, in: new) }
      guard kind == nil || kind == .folder else {
        throw FolderError.notAFolder(path: "\(PublicationFolder.name)/\(path)")
      }
      target = try files.openFolder(name, in: new)
    } catch let error as FolderError {
      throw error
    } catch {
      throw .cannotWrite(path: "\(PublicationFolder.name)/\(path)", code: (error as? FileFault)?.code ?? 0)
    }
    defer { files.close(target) }
    try carry(from: inner, into: target, settled: settled, prefix: path + "/", &aside)
  }

  /// Whether the folder, or one in it, has a file that is not ours.
  private func hasOthers(_ folder: Int32, settled: Set<String>, prefix: String) throws(FolderError) -> Bool {
    do {
      for entry in try files.entries(of: folder) {
        guard entry.kind == .folder else {
          if settled.contains(prefix + entry.name) { continue }
          return true
        }
        let inner = try files.openFolder(entry.name, in: folder)
        defer { files.close(inner) }
        if try hasOthers(inner, settled: settled, prefix: prefix + entry.name + "/") { return true }
      }
      return false
    } catch let error as FolderError {
      throw error
    } catch {
      throw .cannotRead(path: "\(PublicationFolder.name)/\(prefix)", code: (error as? FileFault)?.code ?? 0)
    }
  }

  /// Puts a copy of the file beside ours of that name; nil where it is the same, or no plain file.
  private func setAside(
    _ entry: FolderEntry, from old: Int32, into new: Int32, path: String
  ) throws(FolderError) -> String? {
    guard entry.kind == .file else { return nil }
    do {
      let bytes = try files.read(entry.name, in: old)
      if try files.read(entry.name, in: new) == bytes { return nil }
      var name = entry.name + ".edited"
      var number = 2
      // Nothing of ours ends so where nothing was published before.
      while try files.kind(of: name, in: old) != nil {
        name = "\(entry.name).edited-\(number)"
        number += 1
      }
      let copy = try files.createFile(name, in: new)
      defer { files.close(copy) }
      try files.write(bytes, to: copy)
      return name
    } catch {
      throw .cannotWrite(path: "\(PublicationFolder.name)/\(path)", code: error.code)
    }
  }

  private func carryFile(
    _ entry: FolderEntry, from old: Int32, into new: Int32, path: String
  ) throws(FolderError) {
    let path = "\(PublicationFolder.name)/\(path)"
    guard entry.kind != .unfit else { throw .unfitName(path: path) }
    do {
      // A file or link where the publication has a folder.
      if try files.kind(of: entry.name, in: new) != nil { throw FolderError.notAFolder(path: path) }
      do {
        try files.link(entry.name, in: old, to: new)
      } catch {
        guard entry.kind == .file else { throw error }
        // A file system without second names.
        let bytes = try files.read(entry.name, in: old)
        let copy = try files.createFile(entry.name, in: new)
        defer { files.close(copy) }
        try files.write(bytes, to: copy)
      }
    } catch let error as FolderError {
      throw error
    } catch {
      throw .cannotWrite(path: path, code: (error as? FileFault)?.code ?? 0)
    }
  }
}
