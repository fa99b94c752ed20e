import Foundation

extension PublicationFolder {
  /// Until a purge is settled, what it takes away lies in a folder of this name, each file at its own path: a run that
  /// finds it puts everything back.
  private static let openPrefix = "cover.purging-"
  /// What is settled is removed by the next run, if this one does not come to it.
  private static let settledPrefix = "cover.purged-"
  /// Beside what a file is to hold lies what it held.
  private static let oldSuffix = ".before"

  /// A file beside cover/ that gets other bytes.
  public struct Replacement: Sendable {
    let name: String
    let old: [UInt8]
    let new: [UInt8]

    /// - Parameter old: what the file held when it was read.
    public init(_ name: String, holding old: [UInt8], with new: [UInt8]) {
      self.name = name
      self.old = old
      self.new = new
    }
  }

  /// Removes files of the practice folder and replaces others beside `cover/`: all of it, or nothing.
  ///
  /// - Parameter paths: relative to the practice folder. No symbolic link is followed.
  /// - Throws: `.changedMeanwhile`, `.notAFolder`, `.cannotRead`, `.cannotWrite`; then everything is as it was, be it that
  ///   the next run puts it back.
  public func purge(_ paths: [String], replacing replacements: [Replacement] = []) throws(FolderError) {
    let open = Self.openPrefix + String(process)
    do throws(FolderError) {
      try takeAway(paths, to: open, replacements)
      for file in replacements { try replace(file.name, holding: file.old, with: file.new) }
    } catch {
      try? restore(open)
      throw error
    }
    let settled = Self.settledPrefix + String(process)
    do {
      try files.rename(open, to: settled, in: practice)
    } catch {
      // With replacements it is settled: whoever finds the folder can tell.
      guard replacements.isEmpty else { return }
      try? restore(open)
      throw .cannotWrite(path: paths.first ?? "", code: error.code)
    }
    try? files.synchronise(practice)
    discard(settled)
  }

  private func takeAway(
    _ paths: [String], to open: String, _ replacements: [Replacement]
  ) throws(FolderError) {
    let trash: Int32
    do {
      try files.makeFolder(open, in: practice)
      trash = try files.openFolder(open, in: practice)
    } catch {
      throw .cannotWrite(path: open, code: error.code)
    }
    defer { files.close(trash) }
    // What each file is to hold, under its name, and what it held: whoever finds them can tell how far the purge came.
    for replacement in replacements {
      do {
        try create(replacement.name + Self.oldSuffix, replacement.old, in: trash)
        try create(replacement.name, replacement.new, in: trash)
      } catch {
        throw .cannotWrite(path: replacement.name, code: error.code)
      }
    }
    for path in paths {
      do {
        try move(path, from: practice, to: trash)
      } catch {
        if error.code == ENOENT { throw .changedMeanwhile(path: path) }
        throw .cannotWrite(path: path, code: error.code)
      }
    }
    try? files.synchronise(trash)
  }

  private func create(_ name: String, _ bytes: [UInt8], in folder: Int32) throws(FileFault) {
    let file = try files.createFile(name, in: folder)
    defer { files.close(file) }
    try files.write(bytes, to: file)
    try files.synchronise(file)
  }

  /// Moves the file at a path of one folder to the same path of another, whose folders are made. ENOENT where there is no
  /// file, or something stands in its place already.
  private func move(_ path: String, from source: Int32, to target: Int32) throws(FileFault) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return }
    let (from, to) = try folders(parts.dropLast(), in: source, and: target)
    defer { for folder in from + to { files.close(folder) } }
    let (last, next) = (from.last ?? source, to.last ?? target)
    guard try files.kind(of: name, in: last) == .file, try files.kind(of: name, in: next) == nil else {
      throw FileFault(code: ENOENT)
    }
    try files.move(name, from: last, to: next)
  }

  /// The folders along a path in both, open; in the second they are made where they are not there.
  private func folders(
    _ parts: ArraySlice<String>, in source: Int32, and target: Int32
  ) throws(FileFault) -> ([Int32], [Int32]) {
    var (from, to): ([Int32], [Int32]) = ([], [])
    do throws(FileFault) {
      for part in parts {
        from.append(try files.openFolder(part, in: from.last ?? source))
        let parent = to.last ?? target
        if try files.kind(of: part, in: parent) == nil { try files.makeFolder(part, in: parent) }
        to.append(try files.openFolder(part, in: parent))
      }
      return (from, to)
    } catch {
      for folder in from + to { files.close(folder) }
      throw error
    }
  }

  // MARK: What a run that was killed left

  /// Puts back what a purge had taken away and not settled; removes what was settled.
  func recoverPurges(among names: [String]) throws(FileFault) {
    for name in names {
      if Self.isLeftover(name, Self.settledPrefix) { discard(name) }
      if Self.isLeftover(name, Self.openPrefix) {
        if try isSettled(name) { discard(name) } else { try restore(name) }
      }
    }
  }

  /// Whether every file that the purge replaces has its new bytes already.
  private func isSettled(_ open: String) throws(FileFault) -> Bool {
    let trash = try files.openFolder(open, in: practice)
    defer { files.close(trash) }
    let names = try replaced(in: trash)
    for name in names where try !isReplaced(name, trash) { return false }
    return !names.isEmpty
  }

  /// The names of the files that the purge replaces.
  private func replaced(in trash: Int32) throws(FileFault) -> [String] {
    let names = try files.entries(of: trash).filter { $0.kind == .file }.map(\.name)
    return names.filter { !$0.hasSuffix(Self.oldSuffix) }
  }

  private func isReplaced(_ name: String, _ trash: Int32) throws(FileFault) -> Bool {
    guard try files.kind(of: name, in: practice) == .file else { return false }
    let (new, now) = (try files.read(name, in: trash), try files.read(name, in: practice))
    return new == now
  }

  private func restore(_ open: String) throws(FileFault) {
    guard try files.kind(of: open, in: practice) == .folder else { return }
    let trash = try files.openFolder(open, in: practice)
    defer { files.close(trash) }
    for path in try paths(of: trash, prefix: "") where path.contains("/") {
      do throws(FileFault) { try move(path, from: trash, to: practice) } catch {
        // Somebody has put a file of that name there meanwhile: theirs is the newer one.
        guard error.code == ENOENT else { throw error }
      }
    }
    for name in try replaced(in: trash) {
      clearLeftovers(of: name)
      // Whatever somebody else has written there meanwhile is the newer one.
      guard try isReplaced(name, trash) else { continue }
      let (old, new) = (try files.read(name + Self.oldSuffix, in: trash), try files.read(name, in: trash))
      do throws(FolderError) { try replace(name, holding: new, with: old) } catch { throw FileFault(code: EIO) }
    }
    discard(open)
  }

  private func paths(of folder: Int32, prefix: String) throws(FileFault) -> [String] {
    var paths: [String] = []
    for entry in try files.entries(of: folder) {
      if entry.kind == .file { paths.append(prefix + entry.name) }
      guard entry.kind == .folder else { continue }
      let inner = try files.openFolder(entry.name, in: folder)
      defer { files.close(inner) }
      paths += try self.paths(of: inner, prefix: "\(prefix)\(entry.name)/")
    }
    return paths
  }
}
