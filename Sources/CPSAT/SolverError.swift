/// A fault between the program and the solver: none of these says anything about the model's solutions.
public enum SolverError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A status that CP-SAT 9.15 does not define.
  case unknownStatus(Int)
  /// The model or the answer does not have the form of its protobuf message.
  case unreadable(String)
  /// A solution with other than one value for each variable.
  case wrongLength(expected: Int, found: Int)
  /// The serialised model is longer than the C interface can say.
  case tooLarge(bytes: Int)
  case outOfMemory

  public var description: String {
    switch self {
    case .unknownStatus(let status): "the solver answered with the unknown status \(status)"
    case .unreadable(let text): "the solver's messages cannot be read: \(text)"
    case .wrongLength(let expected, let found): "the solver gave \(found) values for \(expected) variables"
    case .tooLarge(let bytes): "the model takes \(bytes) bytes, more than the solver accepts"
    case .outOfMemory: "the solver has no memory left"
    }
  }
}
