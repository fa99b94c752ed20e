extension PublicationFolder {
  /// Puts bytes in the place of a file that lies beside `cover/`, whole, or throws and leaves it as it was: they are
  /// written beside it, waited for until they are on the disk, and renamed.
  ///
  /// - Parameters:
  ///   - name: the file's name in the practice folder.
  ///   - old: what the file held when it was read; nil where there was none.
  /// - Throws: `.notAFile` where a symbolic link or a folder stands there, `.changedMeanwhile` where it holds something
  ///   other than `old` now, `.cannotRead`, `.cannotWrite`.
  public func replace(_ name: String, holding old: [UInt8]?, with bytes: [UInt8]) throws(FolderError) {
    guard try bytesBeside(name) == old else { throw .changedMeanwhile(path: name) }
    let new = "\(name).new-\(process)"
    clearLeftovers(of: name)
    do {
      let file = try files.createFile(new, in: practice)
      defer { files.close(file) }
      try files.write(bytes, to: file)
      try files.synchronise(file)
    } catch {
      try? files.removeFile(new, in: practice)
      throw .cannotWrite(path: name, code: error.code)
    }
    do throws(FolderError) {
      guard try bytesBeside(name) == old else { throw .changedMeanwhile(path: name) }
      do { try files.rename(new, to: name, in: practice) } catch { throw .cannotWrite(path: name, code: error.code) }
    } catch {
      try? files.removeFile(new, in: practice)
      throw error
    }
    // It is in its place; whether its name is on the disk as well, no one could tell apart.
    try? files.synchronise(practice)
  }

  /// The bytes of a file that lies beside `cover/`; nil where there is none.
  ///
  /// - Throws: `.notAFile` where a symbolic link or a folder stands there, `.cannotRead`.
  public func bytesBeside(_ name: String) throws(FolderError) -> [UInt8]? {
    try Self.bytes(of: name, in: practice, files)
  }

  /// The same of a practice that is only looked at; nil where there is no such practice either: that is for whoever reads
  /// it to say.
  public static func bytesBeside(
    _ name: String, inPracticeFolder path: String, files: any FileSystem = SystemFiles()
  ) throws(FolderError) -> [UInt8]? {
    guard let practice = try? files.openFolder(path: path) else { return nil }
    defer { files.close(practice) }
    return try bytes(of: name, in: practice, files)
  }

  private static func bytes(
    of name: String, in practice: Int32, _ files: any FileSystem
  ) throws(FolderError) -> [UInt8]? {
    let kind: FolderEntry.Kind?
    do { kind = try files.kind(of: name, in: practice) } catch { throw .cannotRead(path: name, code: error.code) }
    guard let kind else { return nil }
    guard kind == .file else { throw .notAFile(path: name) }
    do { return try files.read(name, in: practice) } catch { throw .cannotRead(path: name, code: error.code) }
  }

  /// Removes what a run that was killed had written and not yet put in place.
  func clearLeftovers(of name: String) {
    let prefix = "\(name).new-"
    for entry in (try? files.entries(of: practice)) ?? [] where entry.kind == .file && entry.name.hasPrefix(prefix) {
      let number = entry.name.dropFirst(prefix.count)
      if !number.isEmpty, number.allSatisfy(\.isNumber) { try? files.removeFile(entry.name, in: practice) }
    }
  }
}
