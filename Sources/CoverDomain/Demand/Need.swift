/// What an affected session calls for; a later case is stronger.
public enum Need: String, CaseIterable, Comparable, Sendable {
  case none, wait, preferred, required

  public static func < (left: Need, right: Need) -> Bool {
    guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right) else { return false }
    return first < second
  }
}
