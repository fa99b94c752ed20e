import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file system of the machine: POSIX calls, relative to open folders.
public struct SystemFiles: FileSystem {
  public init() {}

  public func openFolder(path: String) throws(FileFault) -> Int32 {
    try check { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  public func openFolder(_ name: String, in folder: Int32) throws(FileFault) -> Int32 {
    try check { openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
  }

  public func makeFolder(_ name: String, in folder: Int32) throws(FileFault) {
    _ = try check { mkdirat(folder, name, 0o700) }
    // Whatever the mask took away.
    _ = try check { fchmodat(folder, name, 0o700, 0) }
  }

  public func createFile(_ name: String, in folder: Int32) throws(FileFault) -> Int32 {
    let file = try check { openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600) }
    do {
      _ = try check { fchmod(file, 0o600) }
    } catch {
      close(file)
      throw error
    }
    return file
  }

  public func write(_ bytes: [UInt8], to file: Int32) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let rest = bytes[written...]
      let count = rest.withUnsafeBytes { posixWrite(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault(code: errno)
      }
      written += count
    }
  }

  public func read(_ name: String, in folder: Int32) throws(FileFault) -> [UInt8] {
    let file = try check { openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    defer { close(file) }
    var status = stat()
    _ = try check { fstat(file, &status) }
    var bytes: [UInt8] = []
    // One more than it should hold, so that its end is seen with the first call but one.
    var room = max(4_095, Int(status.st_size)) + 1
    while true {
      var count = 0
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
          count = posixRead(file, buffer.baseAddress, buffer.count)
          initialized = max(0, count)
        })
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault(code: errno)
      }
      if count == 0 { return bytes }
      room = 65_536
    }
  }

  public func synchronise(_ folder: Int32) throws(FileFault) {
    _ = try check { fsync(folder) }
  }

  public func synchroniseTree(_ folder: Int32) throws(FileFault) {
    #if !canImport(Darwin)
      // A thousand small files one by one take seconds; the whole file system at once takes some milliseconds.
      if let synchroniseFileSystem = Self.syncfs {
        _ = try check { synchroniseFileSystem(folder) }
        return
      }
    #endif
    for entry in try entries(of: folder) {
      switch entry.kind {
      case .folder:
        let inner = try openFolder(entry.name, in: folder)
        defer { close(inner) }
        try synchroniseTree(inner)
      case .file:
        let file = try check { openat(folder, entry.name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        defer { close(file) }
        try synchronise(file)
      case .link, .other, .unfit: continue
      }
    }
    try synchronise(folder)
  }

  public func close(_ file: Int32) { _ = posixClose(file) }

  public func entries(of folder: Int32) throws(FileFault) -> [FolderEntry] {
    // A stream of its own: the descriptor keeps its place.
    let copy = try check { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw FileFault(code: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    var unfit: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileFault(code: errno) }
        break
      }
      let (name, isText) = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        let bytes = buffer.prefix { $0 != 0 }
        return (String(decoding: bytes, as: UTF8.self), String(validating: bytes, as: UTF8.self) != nil)
      }
      guard isText else {
        // No call can be given such a name: whoever is asked to keep the file has to know that it is there.
        unfit.append(FolderEntry(name: name, kind: .unfit, isPrivate: false))
        continue
      }
      if name != "." && name != ".." { names.append(name) }
    }
    var entries: [FolderEntry] = []
    for name in names.sorted() {
      guard let status = try status(of: name, in: folder) else { continue }
      let isPrivate = status.st_uid == geteuid() && status.st_mode & 0o077 == 0
      entries.append(FolderEntry(name: name, kind: Self.kind(status), isPrivate: isPrivate))
    }
    return entries + unfit.sorted { $0.name < $1.name }
  }

  public func kind(of name: String, in folder: Int32) throws(FileFault) -> FolderEntry.Kind? {
    try status(of: name, in: folder).map(Self.kind)
  }

  /// Nil for nothing.
  private func status(of name: String, in folder: Int32) throws(FileFault) -> stat? {
    var status = stat()
    if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
      if errno == ENOENT { return nil }
      throw FileFault(code: errno)
    }
    return status
  }

  private static func kind(_ status: stat) -> FolderEntry.Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  public func link(_ name: String, in folder: Int32, to other: Int32) throws(FileFault) {
    _ = try check { linkat(folder, name, other, name, 0) }
  }

  public func exchange(_ name: String, with other: String, in folder: Int32) throws(FileFault) {
    #if canImport(Darwin)
      _ = try check { renameatx_np(folder, name, folder, other, UInt32(RENAME_SWAP)) }
    #else
      guard let exchange = Self.renameat2 else { throw FileFault(code: ENOSYS) }
      _ = try check { exchange(folder, name, folder, other, Self.renameExchange) }
    #endif
  }

  #if !canImport(Darwin)
    private typealias Renameat2 =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32

    // Calls of Linux that the module of the C library leaves out.

    /// syncfs(2): since Linux 5.8 it reports what could not be written.
    private static let syncfs: (@convention(c) (Int32) -> Int32)? = dlsym(nil, "syncfs").map {
      unsafeBitCast($0, to: (@convention(c) (Int32) -> Int32).self)
    }
    /// renameat2(2).
    private static let renameat2: Renameat2? = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: Renameat2.self) }
    /// RENAME_EXCHANGE of linux/fs.h.
    private static let renameExchange: UInt32 = 2
  #endif

  public func rename(_ name: String, to other: String, in folder: Int32) throws(FileFault) {
    _ = try check { renameat(folder, name, folder, other) }
  }

  public func move(_ name: String, from folder: Int32, to other: Int32) throws(FileFault) {
    _ = try check { renameat(folder, name, other, name) }
  }

  public func modified(_ name: String, in folder: Int32) throws(FileFault) -> Int {
    var status = stat()
    _ = try check { fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }
    #if canImport(Darwin)
      return status.st_mtimespec.tv_sec
    #else
      return status.st_mtim.tv_sec
    #endif
  }

  public func renameToNew(_ name: String, to other: String, in folder: Int32) throws(FileFault) {
    // A second name, then without the first: a rename would take the place of what is there.
    _ = try check { linkat(folder, name, folder, other, 0) }
    do { _ = try check { unlinkat(folder, name, 0) } } catch {
      _ = unlinkat(folder, other, 0)
      throw error
    }
  }

  public func removeFile(_ name: String, in folder: Int32) throws(FileFault) {
    _ = try check { unlinkat(folder, name, 0) }
  }

  public func removeFolder(_ name: String, in folder: Int32) throws(FileFault) {
    _ = try check { unlinkat(folder, name, AT_REMOVEDIR) }
  }

  public func lock(_ folder: Int32) throws(FileFault) -> Bool {
    while flock(folder, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw FileFault(code: errno) }
    }
    return true
  }

  public func unlock(_ folder: Int32) { _ = flock(folder, LOCK_UN) }

  /// The result of a call, again where a signal broke it off.
  private func check(_ call: () -> Int32) throws(FileFault) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw FileFault(code: errno) }
    }
  }
}

// Within the type the system's names would mean its methods.
private func posixWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(file, bytes, count) }
private func posixRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, bytes, count)
}
private func posixClose(_ file: Int32) -> Int32 { close(file) }
