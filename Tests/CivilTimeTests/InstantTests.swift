import CivilTime
import Testing

@Suite("Instants")
struct InstantTests {
  @Test("an instant is read from both of its UTC forms and written as them")
  func forms() throws {
    let long = try #require(Instant("2026-12-22T10:00:05Z"))
    #expect(long == Instant("20261222T100005Z"))
    #expect(long.iso8601 == "2026-12-22T10:00:05Z")
    #expect(long.basic == "20261222T100005Z")
    #expect(Instant("1969-12-31T23:59:59Z")?.seconds == -1)
  }

  @Test(
    "anything else is no instant",
    arguments: [
      "2026-12-22T10:00:00", "2026-12-22 10:00:00Z", "2026-13-22T10:00:00Z", "2026-12-22T24:00:00Z", "", "Z",
      "20261222T10000aZ", "2026-1222T10:00:00Z-",
    ])
  func refused(text: String) {
    #expect(Instant(text) == nil)
  }
}
