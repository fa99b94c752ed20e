/// A content line in its parts, or why it has none: RFC 5545 §3.1, RFC 6868.
struct ContentLine {
  let property: Property
  let isValidUTF8: Bool
  let hasControls: Bool

  /// Nil when the line is no `NAME;PARAMETER=value:VALUE`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    var position = 0
    while position < bytes.count, ContentLine.isNameByte(bytes[position]) { position += 1 }
    guard position > 0, position < bytes.count else { return nil }
    let name = ContentLine.uppercased(bytes[..<position])
    var parameters: [Parameter] = []
    while bytes[position] == UInt8(ascii: ";") {
      position += 1
      guard let parameter = ContentLine.parameter(bytes, &position), position < bytes.count else { return nil }
      parameters.append(parameter)
    }
    guard bytes[position] == UInt8(ascii: ":") else { return nil }
    let value = UnsafeBufferPointer(rebasing: bytes[(position + 1)...])
    let hasControls = bytes.contains { $0 < 32 && $0 != 9 || $0 == 127 }
    self.hasControls = hasControls
    if hasControls {
      let cleaned = value.map { $0 < 32 && $0 != 9 || $0 == 127 ? 32 : $0 }
      isValidUTF8 = String(validating: bytes, as: UTF8.self) != nil
      property = Property(
        name: name, parameters: parameters, value: String(decoding: cleaned, as: UTF8.self), line: line)
    } else {
      let text = String(validating: value, as: UTF8.self)
      isValidUTF8 =
        text != nil && (parameters.isEmpty || String(validating: bytes[..<position], as: UTF8.self) != nil)
      property = Property(
        name: name, parameters: parameters, value: text ?? String(decoding: value, as: UTF8.self), line: line)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func uppercased(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[index] = (97...122).contains(byte) ? byte - 32 : byte
      }
      return bytes.count
    }
  }

  private static func parameter(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Parameter? {
    let start = position
    while position < bytes.count, isNameByte(bytes[position]) { position += 1 }
    guard position > start, position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return nil }
    let name = uppercased(bytes[start..<position])
    var values: [String] = []
    repeat {
      position += 1
      guard let value = parameterValue(bytes, &position, holdsColons: name == "TZID") else { return nil }
      values.append(value)
    } while position < bytes.count && bytes[position] == UInt8(ascii: ",")
    return Parameter(name: name, values: values)
  }

  /// - Parameter holdsColons: A colon ends the value only if none follows: programs write `TZID=tzone://Microsoft/Utc` and
  ///   `TZID=(UTC+00:00) Dublin` without quotes, and no time has a colon.
  private static func parameterValue(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, holdsColons: Bool
  ) -> String? {
    let quote = UInt8(ascii: "\"")
    var content: [UInt8] = []
    // Some programs quote a part of a value only: the quotes go, what stands in them stays.
    var quoted = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        quoted.toggle()
      } else if !quoted, byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") {
        break
      } else if !quoted, byte == UInt8(ascii: ":"),
        !holdsColons || !bytes[(position + 1)...].contains(UInt8(ascii: ":"))
      {
        break
      } else {
        content.append(byte < 32 && byte != 9 || byte == 127 ? 32 : byte)
      }
      position += 1
    }
    return quoted
      ? nil : String(decoding: content.contains(UInt8(ascii: "^")) ? decoded(content) : content, as: UTF8.self)
  }

  /// `^n`, `^'` and `^^` of RFC 6868 undone.
  private static func decoded(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < content.count {
      let next = index + 1 < content.count ? content[index + 1] : 0
      switch (content[index], next) {
      case (UInt8(ascii: "^"), UInt8(ascii: "n")): result.append(10)
      case (UInt8(ascii: "^"), UInt8(ascii: "'")): result.append(UInt8(ascii: "\""))
      case (UInt8(ascii: "^"), UInt8(ascii: "^")): result.append(UInt8(ascii: "^"))
      default:
        result.append(content[index])
        index -= 1
      }
      index += 2
    }
    return result
  }
}
