/// Why there is no publication. No case holds a client's name.
public enum PublicationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Something of the plan cannot be written: what, and why.
  case unwritable(String, reason: String)
  /// A file of the last publication cannot be read as what it is.
  case unreadable(path: String, reason: String)

  public var description: String {
    switch self {
    case .unwritable(let what, let reason): "\(what) cannot be written: \(reason)"
    case .unreadable(let path, let reason): "cover/\(path): cannot be read: \(reason)"
    }
  }

  /// The way out.
  public var hint: String {
    switch self {
    case .unwritable: "look at the event or the name in the practice's own files"
    case .unreadable: "restore the file from a copy, or move the folder cover/ away to begin anew"
    }
  }
}
