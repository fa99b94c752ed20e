/// An address that can stand in a mail header and in a calendar as it is: RFC 5321 §4.1.2, the dot-string form.
struct MailAddress: Hashable, Sendable {
  let text: String

  /// Nil for anything but `local@domain` of letters, digits and the few marks that mean nothing in a header or in a
  /// `mailto:` address (`?`, `%`, `&` and `#` do: RFC 6068).
  init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, Self.isDotted(parts[0], by: Self.isLocal),
      Self.isDotted(parts[1], by: Self.isDomain)
    else { return nil }
    self.text = text
  }

  /// Nil where there is none, or where it is no address.
  init?(_ text: String?) {
    guard let text, let address = MailAddress(text) else { return nil }
    self = address
  }

  private static func isDotted(_ part: Substring, by allowed: (UInt8) -> Bool) -> Bool {
    part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.utf8.allSatisfy(allowed)
    }
  }

  private static func isLocal(_ byte: UInt8) -> Bool { isDomain(byte) || "!$'*+=_~".utf8.contains(byte) }

  private static func isDomain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
