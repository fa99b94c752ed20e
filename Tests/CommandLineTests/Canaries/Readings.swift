import Foundation

/// A file as each of its readers sees it: as it is, with folded lines joined, and with its encodings undone.
enum Readings {
  /// Every reading, lower case.
  static func of(_ data: Data, named name: String) -> [String] {
    let text = String(decoding: data, as: UTF8.self)
    var readings = [text]
    if name.hasSuffix(".ics") { readings.append(calendar(text)) }
    if name.hasSuffix(".eml") { readings += mail(text) }
    return readings.map { $0.lowercased() }
  }

  /// Unfolded (RFC 5545 §3.1), with escapes undone.
  private static func calendar(_ text: String) -> String {
    unfolded(text).replacing("\\;", with: ";").replacing("\\,", with: ",").replacing("\\n", with: "\n")
  }

  private static func mail(_ text: String) -> [String] {
    let plain = text.replacing("\r\n", with: "\n")
    let encoded = base64Runs(plain)
    return [unfolded(plain), encodedWords(unfolded(plain)), quotedPrintable(plain)] + encoded + encoded.map(calendar)
  }

  private static func unfolded(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\n ", with: "").replacing("\n\t", with: "")
  }

  /// `=?utf-8?B?…?=`, one after another: RFC 2047.
  private static func encodedWords(_ text: String) -> String {
    text.components(separatedBy: "=?utf-8?B?").map { piece in
      guard let end = piece.range(of: "?="), let data = Data(base64Encoded: String(piece[..<end.lowerBound])) else {
        return piece
      }
      return String(decoding: data, as: UTF8.self) + piece[end.upperBound...]
    }.joined()
  }

  private static func quotedPrintable(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.replacing("=\n", with: "").utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What blocks of base64 lines hold.
  private static func base64Runs(_ text: String) -> [String] {
    var blocks: [String] = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isBase64 =
        !line.isEmpty && line.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0)) }
      if isBase64 { blocks[blocks.count - 1] += line } else { blocks.append("") }
    }
    return blocks.compactMap { Data(base64Encoded: $0) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
