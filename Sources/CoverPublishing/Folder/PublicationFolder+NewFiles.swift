extension PublicationFolder {
  /// Makes files that lie beside `cover/`, all of them or none, and puts nothing in the place of anything: they are
  /// written under other names, waited for until they are on the disk, and renamed one after another.
  ///
  /// A run that was killed between two renames is finished by the next: as long as one is missing, a file that is there and
  /// holds just these bytes counts as made.
  ///
  /// - Throws: `.alreadyThere` where one of them is there and holds something else, `.notAFile`, `.cannotRead`,
  ///   `.cannotWrite`; nothing was made then.
  public func create(_ list: [PublishedFile]) throws(FolderError) {
    var missing: [PublishedFile] = []
    for file in list {
      guard let there = try bytesBeside(file.path) else {
        missing.append(file)
        continue
      }
      guard there == file.bytes else { throw .alreadyThere(path: file.path) }
    }
    if missing.isEmpty, let last = list.last { throw .alreadyThere(path: last.path) }
    var written: [String] = []
    var made: [String] = []
    do throws(FolderError) {
      for file in missing {
        clearLeftovers(of: file.path)
        try write(file, &written)
      }
      for file in missing {
        do { try files.renameToNew(temporaryName(file.path), to: file.path, in: practice) } catch {
          let isThere = (try? bytesBeside(file.path)) != nil
          throw isThere ? FolderError.alreadyThere(path: file.path) : .cannotWrite(path: file.path, code: error.code)
        }
        made.append(file.path)
      }
    } catch {
      for name in made + written { try? files.removeFile(name, in: practice) }
      throw error
    }
    try? files.synchronise(practice)
  }

  private func temporaryName(_ name: String) -> String { "\(name).new-\(process)" }

  private func write(_ file: PublishedFile, _ written: inout [String]) throws(FolderError) {
    let name = temporaryName(file.path)
    do {
      let descriptor = try files.createFile(name, in: practice)
      written.append(name)
      defer { files.close(descriptor) }
      try files.write(file.bytes, to: descriptor)
      try files.synchronise(descriptor)
    } catch {
      throw .cannotWrite(path: file.path, code: error.code)
    }
  }
}
