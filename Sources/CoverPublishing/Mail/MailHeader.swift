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
    self.init(name, Self.isPlain(text) ? try Self.fit(text, name) : Self.encodedWords(try Self.fit(text, name)))
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
    guard isPlain(display) else { return "\(encodedWords(display)) <\(address.text)>" }
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

  /// `=?utf-8?B?…?=` words of at most 75 characters, broken between characters and folded: RFC 2047 §2.
  static func encodedWords(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > 45 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(TransferEncoding.base64($0))?=" }.joined(separator: "\r\n ")
  }
}

/// A header that may not be written: its text has control characters or invisible ones.
struct MailError: Error, Hashable, Sendable {
  let header: String
}
