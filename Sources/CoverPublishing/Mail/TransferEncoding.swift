import Foundation

/// Content transfer encodings of mail bodies: RFC 2045 §6.
enum TransferEncoding {
  static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// Base64 in lines of 76 characters, ending with a line break.
  static func base64Lines(_ bytes: [UInt8]) -> String {
    let text = Array(base64(bytes).utf8)
    return stride(from: 0, to: text.count, by: 76).map {
      String(decoding: text[$0..<min($0 + 76, text.count)], as: UTF8.self) + "\r\n"
    }.joined()
  }

  /// Quoted-printable of a text with LF line ends: lines of at most 76 characters, ending with CRLF.
  static func quotedPrintable(_ text: String) -> String {
    var result = ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      let bytes = Array(line.utf8)
      var width = 0
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let isBlank = byte == 32 || byte == 9
        let isPlain = (33..<127).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !isLast
        let token = isPlain ? String(Unicode.Scalar(byte)) : "=" + hex(byte)
        if width + token.utf8.count > 75 {
          result += "=\r\n"
          width = 0
        }
        // A dot or "From " at the beginning of a line is taken for something else on the way (RFC 2045 §6.7).
        let escaped = width == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F")) ? "=" + hex(byte) : token
        result += escaped
        width += escaped.utf8.count
      }
      result += "\r\n"
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
