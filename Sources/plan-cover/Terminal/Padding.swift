extension String {
  /// With spaces behind it, up to that width.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  /// With spaces before it, up to that width.
  func padding(left width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
