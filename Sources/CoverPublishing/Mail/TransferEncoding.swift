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
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 9 / 8)
    var lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    for bytes in lines {
      var width = 0
      for (index, byte) in zip(bytes.indices, bytes) {
        let isLast = index == bytes.endIndex - 1
        let isBlank = byte == 32 || byte == 9
        let isPlain = (33..<127).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !isLast
        if width + (isPlain ? 1 : 3) > 75 {
          result += "=\r\n".utf8
          width = 0
        }
        // A dot or "From " at the beginning of a line is taken for something else on the way (RFC 2045 §6.7).
        let isTaken = width == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
        if isPlain, !isTaken {
          result.append(byte)
          width += 1
        } else {
          result += "=\(hex(byte))".utf8
          width += 3
        }
      }
      result += "\r\n".utf8
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
