/// What an id of a clinician, a client or a site may look like: ids stand in file names and rules.
enum Identifier {
  static let maxLength = 64

  /// Why the text cannot be an id; nil when it can. The text itself is not part of the answer.
  static func fault(_ text: String) -> String? {
    if text.isEmpty { return "is empty" }
    if text.utf8.count > maxLength { return "is longer than \(maxLength) characters" }
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
      default: false
      }
    }
    if !isPlain { return "holds a character that is none of A-Z, a-z, 0-9, '-', '_' and '.'" }
    if text.hasPrefix(".") || text.hasPrefix("-") { return "begins with '\(text.prefix(1))'" }
    return nil
  }

  static let hint = "ids stand in file names: use letters, digits, '-', '_' and '.', beginning with a letter or a digit"
}
