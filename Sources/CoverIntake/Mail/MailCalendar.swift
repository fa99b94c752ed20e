/// The calendar that a saved mail message holds: an answer to an invitation as mail programs keep it. RFC 6047 §2.
enum MailCalendar {
  /// Why a message gives no calendar.
  struct Fault: Error {
    let message: String
    let hint: String
  }

  /// Parts within one another; a mail program makes three.
  static let maxDepth = 10
  static let maxParts = 500

  /// The bytes of the calendar as UTF-8.
  ///
  /// Of several parts of that kind (programs send one to be shown and the same as an attachment) the one that says of
  /// itself to be an answer counts, else the first.
  static func bytes(in message: [UInt8]) throws(Fault) -> [UInt8] {
    var search = Search()
    search.look(into: MailPart(message[...]), depth: 1)
    guard let part = search.found.first(where: isReply) ?? search.found.first else { throw search.fault }
    guard let decoded = TransferEncoding.decoded(part.body, part.transferEncoding) else {
      throw Fault(message: "the calendar in this mail has a transfer encoding that is not known", hint: wayOut)
    }
    guard let bytes = MailCharset.utf8(decoded, charset: part.type.parameters["charset"]) else {
      throw Fault(message: "the calendar in this mail has a character set that is not known", hint: wayOut)
    }
    return bytes
  }

  static let wayOut = "save the attachment of the answer (.ics), not the mail"

  private static func isReply(_ part: MailPart) -> Bool { part.type.parameters["method"]?.uppercased() == "REPLY" }

  /// The parts of a message, gone through once.
  private struct Search {
    var found: [MailPart] = []
    private var parts = 0
    private var isOutlooksOwn = false
    private var isEncrypted = false
    private var isMail = true

    var fault: Fault {
      if !isMail { return Fault(message: "this is no mail message", hint: wayOut) }
      if isEncrypted {
        return Fault(message: "this mail is encrypted, and is not read", hint: wayOut)
      }
      if isOutlooksOwn {
        return Fault(
          message: "this mail is in Outlook's own format (winmail.dat), and is not read",
          hint: "let the sender answer the invitation from another program, or " + wayOut)
      }
      return Fault(
        message: "this mail holds no answer to an invitation (no part text/calendar)",
        hint: "a mail in words is no answer that can be read: record what it says with plan-cover decide, or " + wayOut)
    }

    mutating func look(into part: MailPart, depth: Int) {
      parts += 1
      if parts == 1 { isMail = part.hasFields }
      guard depth <= maxDepth, parts <= maxParts else { return }
      let type = part.type
      if type.text.hasPrefix("multipart/") {
        if type.text == "multipart/encrypted" { isEncrypted = true }
        guard let boundary = type.parameters["boundary"], !boundary.isEmpty else { return }
        for piece in pieces(of: part.body, boundary: boundary) { look(into: MailPart(piece), depth: depth + 1) }
      } else if type.text == "message/rfc822" {
        if let body = TransferEncoding.decoded(part.body, part.transferEncoding) {
          look(into: MailPart(body[...]), depth: depth + 1)
        }
      } else if type.text == "text/calendar" || type.text == "application/ics"
        || part.fileName?.hasSuffix(".ics") ?? false
      {
        found.append(part)
      } else if type.text == "application/ms-tnef" || part.fileName == "winmail.dat" {
        isOutlooksOwn = true
      } else if type.text == "application/pkcs7-mime" {
        isEncrypted = true
      }
    }

    /// What stands between the lines that part a multipart body: RFC 2046 §5.1.1. A last part that is not closed counts.
    private func pieces(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
      let mark = Array(("--" + boundary).utf8)
      var pieces: [ArraySlice<UInt8>] = []
      var lines = MailLines(body)
      var start: Int?
      while true {
        let here = lines.rest.startIndex
        guard let line = lines.next() else { break }
        guard line.starts(with: mark) else { continue }
        let tail = line.dropFirst(mark.count)
        let isLast = tail.starts(with: [45, 45])
        // White space may follow a boundary, and nothing else: another one may begin with the same letters.
        guard isLast || tail.allSatisfy({ $0 == 32 || $0 == 9 }) else { continue }
        if let start { pieces.append(body[start..<here]) }
        start = isLast ? nil : lines.rest.startIndex
        if isLast || pieces.count >= maxParts { break }
      }
      if let start { pieces.append(body[start...]) }
      return pieces
    }
  }
}
