import ICalendar
import Testing

@Suite struct ReadingTests {
  @Test func `a small calendar is read`() throws {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUM\r\n MARY:x\\, y\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    let document = try CalendarDocument(parsing: Array(text.utf8))
    #expect(document.components.count == 1)
    #expect(document.components[0].first("SUMMARY")?.text == "x, y")
  }
}
