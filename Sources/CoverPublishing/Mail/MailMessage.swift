import CivilTime
import CoverDomain

/// A mail draft: RFC 5322, opened for editing by programs that know X-Unsent.
struct MailMessage: Sendable {
  let from: (name: String, address: MailAddress)
  let to: [(name: String, address: MailAddress)]
  let subject: String
  /// The body, LF line ends.
  let text: String
  /// The language of the body; nil where it is not told.
  var language: LanguageTag?
  /// An iTIP message to go with the text: RFC 6047 §2.4.
  var calendar: (method: String, bytes: [UInt8])?

  /// The draft, dated; CRLF line ends, 7-bit.
  func bytes(date: String) throws(MailError) -> [UInt8] {
    var headers = [
      try MailHeader("From", mailboxes: [from]), try MailHeader("To", mailboxes: to),
      try MailHeader("Subject", text: subject), MailHeader("Date", date), MailHeader("MIME-Version", "1.0"),
      MailHeader("X-Unsent", "1"),
    ]
    // RFC 3282 §2.
    if let language { headers.append(MailHeader("Content-Language", language.conventional)) }
    let body: String
    if let calendar {
      // Neither quoted-printable nor base64 ever holds "=_": RFC 2045 §6.7.
      let boundary = "=_plan-cover"
      headers.append(MailHeader("Content-Type", "multipart/alternative;\r\n boundary=\"\(boundary)\""))
      body =
        "--\(boundary)\r\n" + part(Self.plainHeaders, TransferEncoding.quotedPrintable(text)) + "--\(boundary)\r\n"
        + part(Self.calendarHeaders(calendar.method), TransferEncoding.base64Lines(calendar.bytes))
        + "--\(boundary)--\r\n"
    } else {
      headers += Self.plainHeaders
      body = TransferEncoding.quotedPrintable(text)
    }
    return Array((lines(headers) + "\r\n" + body).utf8)
  }

  /// `Tue, 24 Nov 2026 09:30:00 +0000`: RFC 5322 §3.3.
  static func date(_ instant: Instant, zone: Zone) -> String {
    let times = LocalTimes(zone: zone)
    let day = zone.day(of: instant)
    let words = times.shortDayOfYear(day).split(separator: " ")
    let offset = zone.offset(at: instant) / 60
    let hours = abs(offset) / 60
    let minutes = abs(offset) % 60
    let seconds = zone.civil(instant).second
    return
      "\(words[0]), \(words.dropFirst().joined(separator: " ")) \(times.clock(instant)):\(two(seconds)) \(offset < 0 ? "-" : "+")\(two(hours))\(two(minutes))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let plainHeaders = [
    MailHeader("Content-Type", "text/plain; charset=utf-8"),
    MailHeader("Content-Transfer-Encoding", "quoted-printable"),
  ]

  private static func calendarHeaders(_ method: String) -> [MailHeader] {
    [
      MailHeader("Content-Type", "text/calendar; method=\(method); charset=utf-8; component=VEVENT"),
      MailHeader("Content-Transfer-Encoding", "base64"),
    ]
  }

  private func part(_ headers: [MailHeader], _ body: String) -> String { lines(headers) + "\r\n" + body }

  private func lines(_ headers: [MailHeader]) -> String {
    headers.map { "\($0.name): \($0.value)\r\n" }.joined()
  }
}
