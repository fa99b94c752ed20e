import Foundation

/// The folder of a practice: reads regular files inside it, within limits, and nothing outside it.
struct PracticeFolder: Sendable {
  let path: String
  /// The path without symbolic links; nil when there is no such folder.
  private let realPath: String?

  init(_ url: URL) {
    path = url.path
    realPath = PracticeFolder.resolved(url.path)
  }

  /// The folder's own name, where links and `.` are followed.
  var name: String { (realPath ?? path).split(separator: "/").last.map(String.init) ?? "" }

  enum Entry: Hashable, Sendable { case file, folder, other, missing }

  var exists: Bool { realPath != nil && entry("") == .folder }

  /// What stands at a path relative to the folder; what may not be looked at is something other than missing.
  func entry(_ relative: String) -> Entry {
    var status = stat()
    guard stat(absolute(relative), &status) == 0 else { return errno == EACCES ? .other : .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Why a folder cannot be read; nil where it can, or where there is no folder.
  func fault(ofFolder relative: String) -> Problem? {
    guard entry(relative) == .folder, access(absolute(relative), R_OK | X_OK) != 0 else { return nil }
    return Problem(
      file: relative.isEmpty ? path : relative, message: "the folder cannot be read",
      hint: "check who may read it (chmod u+rx)")
  }

  /// The path of what stands there, without symbolic links and relative to the folder; empty for the folder itself.
  /// Nil where nothing stands there or it lies outside the folder.
  func realPath(of relative: String) -> String? {
    guard let realPath, let real = PracticeFolder.resolved(absolute(relative)), isInside(real) else { return nil }
    return String(real.dropFirst(realPath.count).drop { $0 == "/" })
  }

  /// The names in a folder, as `names(in:)`; that it cannot be read is noted.
  func names(in relative: String, log: ProblemLog) -> [String] {
    if let fault = fault(ofFolder: relative) {
      log.note(fault)
      return []
    }
    return names(in: relative)
  }

  /// The names in a folder, sorted, hidden ones left out; empty when it cannot be read.
  func names(in relative: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: absolute(relative))) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The bytes of a file.
  ///
  /// Throws when there is none, it is no regular file, lies outside the folder, cannot be read, is over the limit, or is
  /// UTF-16.
  func bytes(of relative: String, limit: Int) throws(Problem) -> [UInt8] {
    guard let real = PracticeFolder.resolved(absolute(relative)) else {
      if errno == EACCES { throw unreadable(relative) }
      throw Problem(
        file: relative, message: "there is no such file", hint: "put it there; a symbolic link may lead to nothing")
    }
    guard isInside(real) else {
      throw Problem(
        file: relative, message: "a symbolic link leads out of the practice folder",
        hint: "put the file itself into the folder")
    }
    let descriptor = open(real, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(relative) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(file: relative, message: "this is not a file", hint: "put a plain file of this name here")
    }
    guard status.st_size <= limit else { throw tooLarge(relative, limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = read(descriptor, chunk.baseAddress, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(relative) }
      if count == 0 {
        try refuseUTF16(bytes, relative)
        return bytes
      }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else { throw tooLarge(relative, limit) }
    }
  }

  /// The text of a UTF-8 file, without a byte order mark; line ends as they are.
  func text(of relative: String, limit: Int) throws(Problem) -> String {
    try PracticeFolder.text(bytes(of: relative, limit: limit), of: relative)
  }

  /// Bytes as text; throws at the first line that is not UTF-8, or holds a NUL.
  static func text(_ bytes: [UInt8], of relative: String) throws(Problem) -> String {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let nul = content.firstIndex(of: 0) {
      throw Problem(
        file: relative, line: line(of: nul, in: content),
        message: "a NUL byte stands in the file: it is damaged or no text", hint: "write or export it again, as UTF-8")
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      var line = 1
      for piece in content.split(separator: 10, omittingEmptySubsequences: false) {
        if String(validating: piece, as: UTF8.self) == nil { break }
        line += 1
      }
      throw Problem(file: relative, line: line, message: "this line is not UTF-8", hint: "save the file as UTF-8")
    }
    return text
  }

  private static func line(of index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    bytes[..<index].count { $0 == 10 } + 1
  }

  /// Every file that is read is UTF-8.
  private func refuseUTF16(_ bytes: [UInt8], _ relative: String) throws(Problem) {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return }
    throw Problem(
      file: relative, line: 1, message: "the file is UTF-16, not UTF-8",
      hint: "save it as UTF-8" + (relative.hasSuffix(".csv") ? " (\"CSV UTF-8\" in Excel)" : ""))
  }

  private func absolute(_ relative: String) -> String { relative.isEmpty ? path : path + "/" + relative }

  private func isInside(_ real: String) -> Bool {
    guard let realPath else { return false }
    return real == realPath || real.hasPrefix(realPath == "/" ? "/" : realPath + "/")
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private func unreadable(_ relative: String) -> Problem {
    Problem(file: relative, message: "the file cannot be read", hint: "check who may read it (chmod u+r)")
  }

  private func tooLarge(_ relative: String, _ limit: Int) -> Problem {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit >> 10) KiB"
    return Problem(
      file: relative, message: "the file is larger than \(size), the most that is read",
      hint: "leave out what is not needed, such as what lies years back")
  }
}
