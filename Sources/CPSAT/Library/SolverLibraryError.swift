/// Why the solver's library cannot be used.
public enum SolverLibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// None of the places holds it.
  case absent(searched: [String])
  /// The system cannot load the file.
  case unusable(path: String, reason: String)
  /// The file loads, but lacks a function of the version meant.
  case otherVersion(path: String, missing: String)

  /// What is wrong, in a line.
  public var message: String {
    switch self {
    case .absent(let searched):
      "the solver's library (\(LibrarySearch.fileName) of OR-Tools \(SolverLibrary.version)) is not there"
        + (searched.count == 1 ? ": \(searched[0]) does not hold it" : "")
    case .unusable(let path, let reason):
      "the solver's library \(path) cannot be loaded: \(reason)"
    case .otherVersion(let path, let missing):
      "the solver's library \(path) is not OR-Tools \(SolverLibrary.version): it has no function \(missing)"
    }
  }

  /// The way out.
  public var hint: String {
    "run `make setup` in the project, or set \(LibrarySearch.variable) to the folder that holds "
      + "\(LibrarySearch.fileName) of OR-Tools \(SolverLibrary.version)"
  }

  /// Message and hint, a line each.
  public var description: String { "\(message)\nhint: \(hint)" }
}
