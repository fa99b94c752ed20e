/// The TEXT value type: RFC 5545 §3.3.11.
enum TextValue {
  /// The text with `\\`, `\;`, `\,`, `\n` and `\N` undone; any other escape stands for its character.
  static func unescaped(_ raw: String) -> String {
    guard raw.utf8.contains(backslash) else { return raw }
    return String(decoding: unescaped(raw.utf8), as: UTF8.self)
  }

  /// The texts between commas that are not escaped; empty ones are left out.
  static func list(_ raw: String) -> [String] {
    var items: [[UInt8]] = [[]]
    var escaped = false
    for byte in raw.utf8 {
      if byte == comma, !escaped {
        items.append([])
      } else {
        items[items.count - 1].append(byte)
      }
      escaped = byte == backslash && !escaped
    }
    return items.map { String(decoding: unescaped($0), as: UTF8.self) }.filter { !$0.isEmpty }
  }

  /// The text with backslash, semicolon, comma and line feed escaped.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      switch byte {
      case backslash, comma, UInt8(ascii: ";"): bytes += [backslash, byte]
      case 10: bytes += [backslash, UInt8(ascii: "n")]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let backslash = UInt8(ascii: "\\")
  private static let comma = UInt8(ascii: ",")

  private static func unescaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var escaped = false
    for byte in bytes {
      if escaped {
        result.append(byte == UInt8(ascii: "n") || byte == UInt8(ascii: "N") ? 10 : byte)
        escaped = false
      } else if byte == backslash {
        escaped = true
      } else {
        result.append(byte)
      }
    }
    if escaped { result.append(backslash) }
    return result
  }
}
