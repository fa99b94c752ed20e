/// The folder `cover/` of a practice, held by one run at a time.
///
/// A publication is made in a folder beside it and swapped in with one call, so that whoever looks sees the old one or
/// the new one. What a run that was killed left behind is cleared by the next.
public final class PublicationFolder: Sendable {
  static let name = "cover"
  private static let newPrefix = "cover.new-"
  private static let oldPrefix = "cover.old-"

  let files: any FileSystem
  let practice: Int32
  let process: Int32

  /// Takes the practice folder's lock, and puts right what a killed run left.
  ///
  /// - Throws: `.anotherRun` while somebody else holds the lock; `.cannotRead`, `.cannotWrite`, `.notAFolder`.
  public init(
    practiceFolder path: String, files: any FileSystem = SystemFiles(), process: Int32 = currentProcess()
  ) throws(FolderError) {
    self.files = files
    self.process = process
    do {
      practice = try files.openFolder(path: path)
    } catch {
      throw .cannotRead(path: path, code: error.code)
    }
    // From here on the destructor closes the folder.
    let isFree: Bool
    do {
      isFree = try files.lock(practice)
    } catch {
      throw .cannotRead(path: path, code: error.code)
    }
    guard isFree else { throw .anotherRun }
    try recover()
  }

  deinit {
    // A process that was begun meanwhile may have the open folder as well, and must not keep the lock with it.
    files.unlock(practice)
    files.close(practice)
  }

  /// The files of the last publication and whatever else lies in `cover/`; empty where there is none. Symbolic links are
  /// not followed.
  public func publishedFiles() throws(FolderError) -> [PublishedFile] {
    try FolderReading(files: files).files(of: Self.name, in: practice)
  }

  /// The last publication.
  ///
  /// - Throws: `FolderError` where it cannot be read, `PublicationError` where it is no publication.
  public func lastPublication() throws -> PreviousPublication? {
    try PreviousPublication(files: publishedFiles())
  }

  /// The last publication of a practice that is only looked at: without the lock, and without putting anything right.
  public static func lastPublication(
    inPracticeFolder path: String, files: any FileSystem = SystemFiles()
  ) throws -> PreviousPublication? {
    let practice: Int32
    do {
      practice = try files.openFolder(path: path)
    } catch {
      throw FolderError.cannotRead(path: path, code: error.code)
    }
    defer { files.close(practice) }
    return try PreviousPublication(files: FolderReading(files: files).files(of: name, in: practice))
  }

  /// Puts the publication in the place of the last one, whole, or throws and leaves the last one as it was.
  ///
  /// Files of `cover/` that no publication wrote are kept. Where the first one has a file of that name, the other goes
  /// beside it.
  ///
  /// - Returns: the paths in `cover/` of those that went beside.
  @discardableResult
  public func publish(_ publication: Publication) throws(FolderError) -> [String] {
    try publish(publication.files, folders: publication.folders, known: publication.previous?.files ?? [:])
  }

  /// - Parameter known: the files of the last publication, by path, as far as they were read.
  @discardableResult
  func publish(
    _ list: [PublishedFile], folders: [String], known: [String: PublishedFile] = [:]
  ) throws(FolderError) -> [String] {
    let new = Self.newPrefix + String(process)
    let aside: [String]
    do {
      aside = try build(list, folders: folders, known: known, as: new)
    } catch {
      discard(new)
      throw error
    }
    do {
      try swap(new)
    } catch {
      discard(new)
      throw error
    }
    // The new publication is in its place; what is left is to tidy up, and the next run can do that as well.
    try? files.synchronise(practice)
    discard(new)
    discard(Self.oldPrefix + String(process))
    return aside
  }

  // MARK: Making

  private func build(
    _ list: [PublishedFile], folders: [String], known: [String: PublishedFile], as new: String
  ) throws(FolderError) -> [String] {
    let root: Int32
    do {
      try files.makeFolder(new, in: practice)
      root = try files.openFolder(new, in: practice)
    } catch {
      throw .cannotWrite(path: Self.name, code: error.code)
    }
    defer { files.close(root) }
    let hasOld = try coverKind() == .folder
    let old = hasOld ? try? files.openFolder(Self.name, in: practice) : nil
    defer { old.map(files.close) }
    try FolderBuilder(files: files, known: known).write(list, folders: folders, into: root, from: old)
    let aside =
      hasOld
      ? try KeptFiles(files: files, ours: Set(list.map(\.path))).carry(from: Self.name, in: practice, into: root) : []
    do {
      try files.synchroniseTree(root)
    } catch {
      throw .cannotWrite(path: Self.name, code: error.code)
    }
    return aside
  }

  /// What `cover` is; nil for nothing.
  private func coverKind() throws(FolderError) -> FolderEntry.Kind? {
    let kind: FolderEntry.Kind?
    do {
      kind = try files.kind(of: Self.name, in: practice)
    } catch {
      throw .cannotRead(path: Self.name, code: error.code)
    }
    guard kind == nil || kind == .folder else { throw .notAFolder(path: Self.name) }
    return kind
  }

  // MARK: Putting in place

  private func swap(_ new: String) throws(FolderError) {
    do {
      guard try coverKind() == .folder else {
        try files.rename(new, to: Self.name, in: practice)
        return
      }
    } catch let error as FileFault {
      throw .cannotWrite(path: Self.name, code: error.code)
    } catch let error as FolderError {
      throw error
    } catch {
      throw .notAFolder(path: Self.name)
    }
    do {
      try files.exchange(new, with: Self.name, in: practice)
    } catch {
      // Not every file system can: then in two steps, which `recover` knows to finish or undo.
      try replace(new)
    }
  }

  private func replace(_ new: String) throws(FolderError) {
    let old = Self.oldPrefix + String(process)
    do {
      try files.rename(Self.name, to: old, in: practice)
    } catch {
      throw .cannotWrite(path: Self.name, code: error.code)
    }
    do {
      try files.rename(new, to: Self.name, in: practice)
    } catch {
      // Should this fail too, the next run puts it back.
      try? files.rename(old, to: Self.name, in: practice)
      throw .cannotWrite(path: Self.name, code: error.code)
    }
  }

  // MARK: Clearing up

  /// Puts back a publication that was moved aside and not replaced, and removes what was never put in place.
  private func recover() throws(FolderError) {
    do {
      let names = try files.entries(of: practice).filter { $0.kind == .folder }.map(\.name)
      let old = names.filter(Self.isOld)
      if try files.kind(of: Self.name, in: practice) == nil, let last = old.last {
        try files.rename(last, to: Self.name, in: practice)
      }
      for name in names where Self.isNew(name) || Self.isOld(name) { discard(name) }
      try recoverPurges(among: names)
    } catch {
      throw .cannotWrite(path: Self.name, code: error.code)
    }
    _ = try coverKind()
  }

  private static func isNew(_ name: String) -> Bool { isLeftover(name, newPrefix) }
  private static func isOld(_ name: String) -> Bool { isLeftover(name, oldPrefix) }

  /// `cover.new-` or `cover.old-` and the number of a process: no folder of the user's is called that.
  static func isLeftover(_ name: String, _ prefix: String) -> Bool {
    name.hasPrefix(prefix) && name.count > prefix.count && name.dropFirst(prefix.count).allSatisfy(\.isNumber)
  }

  /// Removes a folder of ours beside `cover`, as far as it can be removed.
  func discard(_ name: String) { FolderRemoval(files: files).remove(name, in: practice) }
}
