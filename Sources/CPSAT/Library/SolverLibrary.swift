internal import COrTools
internal import Foundation

/// libortools of OR-Tools 9.15, loaded into the process.
///
/// Loading takes about 0.2 s. The library stays loaded until the process ends: it has threads and static state of its
/// own that do not survive being unloaded.
public final class SolverLibrary: Sendable {
  /// The version whose C interface this module speaks.
  public static let version = "9.15"

  /// The file that was loaded.
  public let path: String
  let functions: or_tools_cp_sat

  private init(path: String, functions: or_tools_cp_sat) {
    self.path = path
    self.functions = functions
  }

  /// Loads the first library that the search finds. Throws `SolverLibraryError` when there is none, or when it is not
  /// the version meant; a broken library is never passed over for a later one.
  public static func load(_ search: LibrarySearch = .ofThisProcess) throws -> SolverLibrary {
    for path in search.candidates where access(path, F_OK) == 0 {
      let handle = try SharedObject.open(path)
      return try SolverLibrary(path: path, functions: functions(of: handle, path: path))
    }
    throw SolverLibraryError.absent(searched: search.folders)
  }

  private static func functions(of handle: UnsafeMutableRawPointer, path: String) throws -> or_tools_cp_sat {
    try withUnsafeTemporaryAllocation(of: or_tools_cp_sat.self, capacity: 1) { buffer in
      guard let functions = buffer.baseAddress else {
        throw SolverLibraryError.unusable(path: path, reason: "no memory")
      }
      if let missing = or_tools_resolve(handle, functions) {
        throw SolverLibraryError.otherVersion(path: path, missing: String(cString: missing))
      }
      return functions.pointee
    }
  }
}
