/// Ids in a line of the terminal.
enum IDList {
  /// Twenty at most: `AB12, CD34 and 3 more`.
  static func text(_ ids: [String]) -> String {
    ids.prefix(20).joined(separator: ", ") + (ids.count > 20 ? " and \(ids.count - 20) more" : "")
  }
}
