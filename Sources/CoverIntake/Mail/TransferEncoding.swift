/// Bodies of mail as they were before they were sent: RFC 2045 §6.
enum TransferEncoding {
  /// The bytes; nil for an encoding that is not known.
  static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8]? {
    switch encoding {
    case "7bit", "8bit", "binary": Array(body)
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: nil
    }
  }

  /// RFC 2045 §6.8: what is no letter of the alphabet is passed over, and padding ends a group.
  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      let value: UInt32
      switch byte {
      case 65...90: value = UInt32(byte - 65)
      case 97...122: value = UInt32(byte - 71)
      case 48...57: value = UInt32(byte + 4)
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        (bits, count) = (0, 0)
        continue
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  /// RFC 2045 §6.7: `=` and two digits are a byte, `=` at the end of a line joins it to the next, and white space at its
  /// end is none. What else follows `=` is left as it stands.
  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var lines = MailLines(body)
    while var line = lines.next() {
      while let last = line.last, last == 32 || last == 9 { line.removeLast() }
      let isSoft = line.last == UInt8(ascii: "=")
      if isSoft { line.removeLast() }
      var index = line.startIndex
      while index < line.endIndex {
        if line[index] == UInt8(ascii: "="), index + 2 < line.endIndex, let high = digit(line[index + 1]),
          let low = digit(line[index + 2])
        {
          bytes.append(high << 4 | low)
          index += 3
        } else {
          bytes.append(line[index])
          index += 1
        }
      }
      if !isSoft { bytes += [13, 10] }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
