/// A header field of a mail: RFC 5322 §2.2, its value already encoded and folded.
struct MailHeader: Hashable, Sendable {
  let name: String
  let value: String

  /// A value made by the program itself.
  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Unstructured text, encoded as RFC 2047 has it where it is not short, plain ASCII.
  init(_ name: String, text: String) throws(MailError) {
    let text = try Self.fit(text, name)
    self.init(name, Self.isPlain(text) ? text : Self.encodedWords(text, after: name))
  }

  /// Mailboxes with their display names.
  init(_ name: String, mailboxes: [(name: String, address: MailAddress)]) throws(MailError) {
    var parts: [String] = []
    for mailbox in mailboxes {
      parts.append(try Self.mailbox(mailbox.name, mailbox.address, header: name))
    }
    self.init(name, parts.joined(separator: ",\r\n "))
  }

  private static func mailbox(_ display: String, _ address: MailAddress, header: String) throws(MailError) -> String {
    let display = try fit(display, header)
    if display.isEmpty { return address.text }
    guard isPlain(display) else {
      let words = encodedWords(display, after: header)
      let line = "\(header): \(words)".split(separator: "\r\n").last ?? ""
      // No line with an encoded word may be longer than 76 characters: then the address has one of its own.
      let gap = line.utf8.count + " <>".utf8.count + address.text.utf8.count > 76 ? "\r\n " : " "
      return "\(words)\(gap)<\(address.text)>"
    }
    let quoted = display.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(quoted)\" <\(address.text)>"
  }

  /// What would break out of a header, or deceive who reads it, is refused rather than changed.
  private static func fit(_ text: String, _ name: String) throws(MailError) -> String {
    if PlainText.isUnfit(text) { throw MailError(header: name) }
    return text
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 60 && text.utf8.allSatisfy { (32..<127).contains($0) } && !text.contains("=?")
  }

  /// `=?utf-8?B?…?=` words, broken between characters and folded, each on a line of at most 76 characters: RFC 2047 §2.
  static func encodedWords(_ text: String, after name: String) -> String {
    var words: [[UInt8]] = [[]]
    // The first line begins with the header's name, the others with a space; a word has 12 characters around its text.
    var room = Self.bytes(in: 76 - name.utf8.count - 2 - 12)
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > room {
        words.append([])
        room = Self.bytes(in: 76 - 1 - 12)
      }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(TransferEncoding.base64($0))?=" }.joined(separator: "\r\n ")
  }

  /// How many bytes base64 puts into so many characters.
  private static func bytes(in characters: Int) -> Int { max(4, characters / 4 * 3) }
}

/// A header that may not be written: its text has control characters or invisible ones.
struct MailError: Error, Hashable, Sendable {
  let header: String
}
