import Testing

@testable import CoverIntake

@Suite("Email addresses")
struct EmailAddressTests {
  @Test(
    "One @ with something on both sides, and nothing that could end a line or a header",
    arguments: [
      ("a@b.example", true), ("zoë@client.example", true), ("o'brien+x@b.example", true), ("@b", false), ("a@", false),
      ("a", false), ("a@b@c", false), ("a b@c", false), ("a@b\r\nBcc: x", false), ("a@b\u{2028}c", false),
      ("<a@b>", false), ("a@b,c@d", false), ("a@b;c@d", false), ("\"a\"@b", false), ("", false), ("a@\u{A0}b", false),
    ])
  func plausible(text: String, expected: Bool) {
    #expect(EmailAddress.isPlausible(text) == expected)
  }

  @Test("A calendar user's address is read without mailto:, in any case")
  func calendarUser() {
    #expect(EmailAddress.ofCalendarUser("MAILTO:Ann@Practice.example") == "ann@practice.example")
    #expect(EmailAddress.ofCalendarUser("mailto:ann%40practice.example") == "ann@practice.example")
    #expect(EmailAddress.ofCalendarUser("ann@practice.example") == "ann@practice.example")
    #expect(EmailAddress.ofCalendarUser("invalid:nomail") == nil)
    #expect(EmailAddress.ofCalendarUser("urn:uuid:1-2") == nil)
  }
}
