/// A part of a mail message: its header fields and its body as it was sent. RFC 5322 §2, RFC 2045 §2.4.
struct MailPart {
  /// A value with its parameters, as in `text/calendar; method=REPLY; charset=UTF-8`: RFC 2045 §5.1.
  struct Value {
    /// In lower case.
    let text: String
    /// By name in lower case; values as written, quotes taken off.
    let parameters: [String: String]
  }

  /// By name in lower case; of several of one name the first.
  private let fields: [String: String]
  let body: ArraySlice<UInt8>

  /// Longer header blocks are none.
  static let maxHeaderBytes = 1 << 20

  /// Header fields up to the first empty line, and what follows it.
  init(_ bytes: ArraySlice<UInt8>) {
    var fields: [String: String] = [:]
    var lines = MailLines(bytes)
    var name: String?
    var value: [UInt8] = []
    func close() {
      if let name, fields[name] == nil { fields[name] = String(decoding: value, as: UTF8.self).trimmed }
    }
    var read = 0
    while let line = lines.next(), !line.isEmpty, read <= MailPart.maxHeaderBytes {
      read += line.count
      if line.first == 32 || line.first == 9 {
        // A folded field: the line break is white space.
        value.append(32)
        value += line
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      close()
      name = String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased()
      value = Array(line[(colon + 1)...])
    }
    close()
    self.fields = fields
    body = lines.rest
  }

  /// Whether there is any header field: without one it is no mail.
  var hasFields: Bool { !fields.isEmpty }

  func field(_ name: String) -> String? { fields[name] }

  /// Content-Type; where there is none, plain text: RFC 2045 §5.2.
  var type: Value { MailPart.value(fields["content-type"] ?? "text/plain") }

  /// The name of an attached file, in lower case.
  var fileName: String? {
    let disposition = fields["content-disposition"].map(MailPart.value)
    return (disposition?.parameters["filename"] ?? type.parameters["name"])?.lowercased()
  }

  /// In lower case; `7bit` where none is named: RFC 2045 §6.1.
  var transferEncoding: String { MailPart.value(fields["content-transfer-encoding"] ?? "7bit").text }

  private static func value(_ field: String) -> Value {
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    var isEscaped = false
    var comments = 0
    for character in field {
      if isEscaped {
        if comments == 0 { piece.append(character) }
        isEscaped = false
      } else if character == "\\", isQuoted || comments > 0 {
        isEscaped = true
      } else if character == "\"", comments == 0 {
        isQuoted.toggle()
      } else if character == "(", !isQuoted {
        comments += 1
      } else if character == ")", !isQuoted, comments > 0 {
        comments -= 1
      } else if comments > 0 {
        continue
      } else if character == ";", !isQuoted {
        pieces.append(piece)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    pieces.append(piece)
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      guard let sign = piece.firstIndex(of: "=") else { continue }
      // Of a value that goes on in several parameters (RFC 2231 §3), the first is enough to know a file's kind by.
      let name = piece[..<sign].trimmed.lowercased().split(separator: "*").first.map(String.init) ?? ""
      if parameters[name] == nil { parameters[name] = piece[piece.index(after: sign)...].trimmed }
    }
    return Value(text: pieces[0].trimmed.lowercased(), parameters: parameters)
  }
}

/// Lines of bytes that end with CR LF, LF, or CR.
struct MailLines {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next line without its end; nil where there is none.
  mutating func next() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    guard let end = rest.firstIndex(where: { $0 == 10 || $0 == 13 }) else {
      defer { rest = rest[rest.endIndex...] }
      return rest
    }
    let line = rest[..<end]
    let isPair = rest[end] == 13 && end + 1 < rest.endIndex && rest[end + 1] == 10
    rest = rest[(end + (isPair ? 2 : 1))...]
    return line
  }
}
