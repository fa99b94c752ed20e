/// Where in the practice folder something was read.
public struct Source: Hashable, Comparable, Sendable {
  /// Path relative to the practice folder, as it may be shown; `--leave` for leave given on the command line.
  public let file: String
  /// 1-based; nil where there is none.
  public let line: Int?
  public let uid: String?

  public init(file: String, line: Int? = nil, uid: String? = nil) {
    self.file = ShownPath.shown(file)
    self.line = line
    self.uid = uid
  }

  public static func < (left: Source, right: Source) -> Bool {
    (left.file, left.line ?? 0, left.uid ?? "") < (right.file, right.line ?? 0, right.uid ?? "")
  }
}
