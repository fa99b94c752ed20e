internal import Foundation

/// A shared library with the libraries that it needs beside it in one folder.
enum SharedObject {
  /// The handle of the loaded library. Throws `SolverLibraryError.unusable` in the system's words.
  static func open(_ path: String) throws -> UnsafeMutableRawPointer {
    // The libraries of the wheel find one another by way of two folders, `ortools/.libs` and `ortools.libs`. Where both
    // have been put into one, one link of that chain leads nowhere; a library that is loaded already is not looked for.
    let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) ?? afterSiblings(path)
    guard let handle else {
      throw SolverLibraryError.unusable(path: path, reason: dlerror().map { String(cString: $0) } ?? "unknown reason")
    }
    return handle
  }

  private static func afterSiblings(_ path: String) -> UnsafeMutableRawPointer? {
    let file = URL(fileURLWithPath: path)
    let folder = file.deletingLastPathComponent()
    let siblings = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for sibling in siblings.sorted() where sibling.hasPrefix("libabsl_") {
      _ = dlopen(folder.appendingPathComponent(sibling).path, RTLD_LAZY | RTLD_LOCAL)
    }
    return dlopen(path, RTLD_NOW | RTLD_LOCAL)
  }
}
