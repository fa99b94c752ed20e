/// Properties as bytes: RFC 5545 §3.1.
struct ContentLineWriter {
  private(set) var bytes: [UInt8] = []
  /// No line is longer, its line end not counted.
  private static let width = 75

  mutating func begin(_ name: String) { write("BEGIN:" + name) }
  mutating func end(_ name: String) { write("END:" + name) }

  mutating func write(_ property: Property) {
    var line = property.name
    for parameter in property.parameters {
      line += ";" + parameter.name + "=" + parameter.values.map(ContentLineWriter.quoted).joined(separator: ",")
    }
    write(line + ":" + property.value)
  }

  /// The line folded between characters, with its line ends.
  private mutating func write(_ line: String) {
    var used = 0
    for scalar in line.unicodeScalars {
      let encoded = UTF8.encode(scalar)
      let size = encoded?.count ?? 0
      if used + size > ContentLineWriter.width {
        bytes += [13, 10, 32]
        used = 1
      }
      if let encoded { bytes.append(contentsOf: encoded) }
      used += size
    }
    bytes += [13, 10]
  }

  /// The value of a parameter with the escapes of RFC 6868, in quotes where it needs them.
  private static func quoted(_ value: String) -> String {
    var escaped = ""
    var needsQuotes = false
    for scalar in value.unicodeScalars {
      switch scalar {
      case "^": escaped += "^^"
      case "\"": escaped += "^'"
      case "\n": escaped += "^n"
      default:
        // A backslash means nothing here, but some programs take it for an escape of what follows the value.
        if ":;,\\".unicodeScalars.contains(scalar) { needsQuotes = true }
        escaped.unicodeScalars.append(scalar)
      }
    }
    return needsQuotes ? "\"" + escaped + "\"" : escaped
  }
}
