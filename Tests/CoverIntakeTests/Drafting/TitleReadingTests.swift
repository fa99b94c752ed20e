import Testing

@testable import CoverIntake

@Suite("Whom a title names")
struct TitleReadingTests {
  private static func person(_ number: String?, _ name: String) -> TitleReading.Person {
    TitleReading.Person(number: number, name: name)
  }

  @Test(
    "Names and numbers are found among the words that people put around them",
    arguments: [
      ("Xenia Papadaki", [person(nil, "Xenia Papadaki")]),
      ("Session with H. Lockwood", [person(nil, "H. Lockwood")]),
      ("Video: Liam Corrigan", [person(nil, "Liam Corrigan")]),
      ("Sitzung: Jörg Müller", [person(nil, "Jörg Müller")]),
      ("Dr Anna van der Berg", [person(nil, "Anna van der Berg")]),
      ("Quill, Zoe", [person(nil, "Zoe Quill")]),
      ("Lila Brennan (LB28)", [person("LB28", "Lila Brennan")]),
      ("FR34 - Therapy 50 min", [person("FR34", "")]),
      ("GP58 Individual", [person("GP58", "")]),
      ("AB12 Room 101", [person("AB12", "")]),
      ("AB12 own review notes", [person("AB12", "")]),
      ("Client #1042", [person("1042", "")]),
      ("CL-1042 EMDR", [person("CL-1042", "")]),
      ("AB12 & CD34", [person("AB12", ""), person("CD34", "")]),
      ("Sunita Rao and Daniel Rao, couple", [person(nil, "Sunita Rao"), person(nil, "Daniel Rao")]),
      ("Tom and Anna Smith", [person(nil, "Tom and Anna Smith")]),
      ("Anna Grant", [person(nil, "Anna Grant")]),
      ("O'Neill, Sinéad", [person(nil, "Sinéad O'Neill")]),
    ])
  func people(title: String, expected: [TitleReading.Person]) {
    #expect(TitleReading(title) == .people(expected))
  }

  @Test(
    "Initials are capitals alone",
    arguments: [("J.T. first appointment?", ["J.T."]), ("AB", ["AB"]), ("AB + CD", ["AB", "CD"])])
  func initials(title: String, expected: [String]) {
    #expect(TitleReading(title) == .initials(expected))
  }

  @Test("One word may be a first name", arguments: ["Maria", "Maria - video", "Zumba"])
  func word(title: String) {
    guard case .word = TitleReading(title) else {
      Issue.record("\(TitleReading(title))")
      return
    }
  }

  @Test(
    "What says only that there is an appointment names nobody",
    arguments: ["", "Appointment", "Busy", "Couple session", "50 min"])
  func unnamed(title: String) { #expect(TitleReading(title) == .unnamed) }

  @Test(
    "What is of something else names nobody",
    arguments: [
      "Team Meeting", "Lunch", "Staff Supervision", "Supervision Kit Morgan", "Portwick Hospice liaison",
      "Recovery college",
      "Flight to Bologna BY 7412", "Collect Esi from grandma", "School Run", "University: placement seminar", "CPD",
      "Week 12 planning",
      "coffee with anna", String(repeating: "Anna Berg ", count: 30),
    ])
  func other(title: String) { #expect(TitleReading(title) == .other) }

  @Test("Characters that nobody sees, and line breaks, are none of a name")
  func invisible() {
    #expect(TitleReading("Anna\u{202E} \u{200B}Berg\n") == .people([Self.person(nil, "Anna Berg")]))
  }
}
