/// A part of a path made from an id: it names one file in its folder, whatever the id holds.
enum PathName {
  /// Letters, digits, `-`, `_` and `@` stand for themselves, and `.` except at the beginning; every other byte is
  /// written `%XX`. Long ids are cut to 100 bytes and told apart by a digest.
  static func component(_ id: String) -> String {
    var name = ""
    for byte in id.utf8 {
      if isPlain(byte) || (byte == UInt8(ascii: ".") && !name.isEmpty) {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        name += "%" + hex(byte)
      }
    }
    guard name.utf8.count > 100 || name.isEmpty else { return name }
    return name.prefix(80) + "~" + ContentDigest(of: Array(id.utf8)).text.prefix(16)
  }

  /// A part of a path of ours as a link names it: every byte but plain ones and `.` is written `%XX`.
  static func linked(_ part: String) -> String {
    part.utf8.map { isPlain($0) || $0 == UInt8(ascii: ".") ? String(Unicode.Scalar($0)) : "%" + hex($0) }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"):
      true
    default: false
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
