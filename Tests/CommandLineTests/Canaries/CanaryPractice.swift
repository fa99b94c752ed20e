import Foundation

/// A practice with a canary in every place that a client's care, or somebody's life, can be read from.
///
/// Ann is away on Monday 21 and Tuesday 22 December; Ben, Cat and Dot can cover. EF3 has not yet consented.
final class CanaryPractice {
  let practice: PracticeOnDisk
  private(set) var canaries: [Canary] = []

  static let clients = ["AB1", "CD2", "EF3", "GH4", "IJ5", "KL6", "MN7", "OP8", "QR9", "ST0"]

  init() throws {
    practice = try PracticeOnDisk()
    try practice.write("practice.yaml", Self.practiceText)
    try writeRegister()
    try writeCalendars()
  }

  /// Plants a word: a canary of that kind.
  @discardableResult
  func plant(_ kind: Canary.Kind, _ word: String) -> String {
    canaries.append(Canary(kind: kind, word: word.lowercased()))
    return word
  }

  private func secret(_ word: String) -> String { plant(.secret, "canary" + word) }

  private static let practiceText = """
    practice:
      name: Harbour Street Therapy
      timezone: Europe/London
      email: office@harbour.example
      phone: "+44 20 7946 0000"
      urgent-help: "Call 999, or Samaritans on 116 123, at any time."
      hours: {mon-fri: "09:00-17:00"}
      sites: [harbour-street]
    clinicians:
      - {id: ann, name: Ann Ash, email: ann@harbour.example, specialties: [canaryneedone, canaryneedtwo], supervises: true}
      - {id: ben, name: Ben Birch, email: ben@harbour.example, specialties: [canaryneedone], payers: [canarypayer], licences: [{jurisdiction: canaryland, expires: 2030-01-01}]}
      - {id: cat, name: Cat Cedar, email: cat@harbour.example, specialties: [canaryneedone], licences: [{jurisdiction: canaryland, expires: 2030-01-01}], supervisor: ann}
      - {id: dot, name: Dot Dale, email: dot@harbour.example}
    """

  /// Names of two words, each a canary, so that half a name is found, too.
  private func writeRegister() throws {
    for word in ["canaryneedone", "canaryneedtwo", "canarypayer", "canaryland"] { plant(.requirement, word) }
    let wish = secret("wish")
    let note = secret("note")
    func row(_ id: String, _ cells: [String], contact: String, consent: String) -> String {
      let small = id.lowercased()
      let twin = id == "QR9" ? "op8" : small
      let kind = ["EF3", "ST0"].contains(id) ? Canary.Kind.nameInUID(of: id) : .name(of: id)
      let name = "\(plant(kind, "Canaryfirst\(twin)")) \(plant(kind, "Canarylast\(twin)"))"
      let invisible = id == "KL6" ? "\u{200B}" : ""
      let email = plant(.email(of: id), "canarymail\(small)") + "@client.example"
      let phone = plant(.phone(of: id), "070009\(Self.clients.firstIndex(of: id) ?? 0)1122")
      return ([id, name + invisible, "ann"] + cells + [email, phone, contact, consent, note]).joined(separator: ",")
    }
    let rows = [
      row(
        "AB1", ["auto", "high", "canaryneedone", wish, "dot", "canaryland", "canarypayer"], contact: "email",
        consent: "yes"),
      row("CD2", ["auto", "standard", "", "ben", "", "", ""], contact: "letter", consent: "yes"),
      row("EF3", ["preferred", "standard", "", "", "", "", ""], contact: "email", consent: "ask"),
      row("GH4", ["wait", "standard", "", "", "", "", ""], contact: "letter", consent: "yes"),
      row("IJ5", ["none", "standard", "", "", "", "", ""], contact: "phone", consent: "no"),
      row("KL6", ["preferred", "standard", "", "", "", "", ""], contact: "email", consent: "yes"),
      row("MN7", ["required", "high", "canaryneedtwo", "", "", "", ""], contact: "email", consent: "yes"),
      row("OP8", ["auto", "standard", "", "", "", "", ""], contact: "email", consent: "yes"),
      row("QR9", ["auto", "standard", "", "", "", "", ""], contact: "email", consent: "yes"),
      row("ST0", ["auto", "standard", "", "", "", "", ""], contact: "email", consent: "yes"),
    ]
    // Two of one name: whom an event of that name means, nobody can say.
    canaries.removeAll { $0.word == "canaryfirstop8" || $0.word == "canarylastop8" }
    plant(.openSummary, "canaryfirstop8")
    plant(.openSummary, "canarylastop8")
    try practice.write(
      "clients.csv",
      (["id,name,clinician,cover,risk,needs,prefers,avoid,jurisdiction,payer,email,phone,contact,consent,notes"] + rows)
        .joined(separator: "\n") + "\n")
  }

  private func writeCalendars() throws {
    let details = [
      "DESCRIPTION:\(secret("description"))", "LOCATION:\(secret("location"))", "COMMENT:\(secret("comment"))",
      "CONTACT:\(secret("contact"))", "CATEGORIES:\(secret("category"))", "URL:https://\(secret("url")).example",
      "X-NOTE:\(secret("xnote"))", "RESOURCES:\(secret("resource"))",
      "ATTENDEE;CN=\(secret("attendee")):mailto:\(secret("address"))@elsewhere.example",
      "ORGANIZER;CN=\(secret("organizer")):mailto:\(secret("organizermail"))@elsewhere.example",
      "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT10M\nDESCRIPTION:\(secret("alarm"))\nEND:VALARM",
    ].joined(separator: "\n")
    func event(_ uid: String, _ summary: String, _ start: String, _ lines: String...) -> String {
      let end = start.replacing("0000Z", with: "5000Z")
      return
        (["UID:\(uid)", "DTSTAMP:20261101T000000Z", "SUMMARY:\(summary)", "DTSTART:\(start)", "DTEND:\(end)"] + lines)
        .joined(separator: "\n")
    }
    let ours = "Canaryfirst"
    annsEvents = [
      event("s-1", "\(ours)ab1 Canarylastab1", "20261221T100000Z", "RRULE:FREQ=WEEKLY", details),
      event("s-2", secret("couple"), "20261221T110000Z", "X-PLAN-COVER-CLIENT:AB1\\;CD2"),
      event(
        "canaryfirstef3.canarylastef3-20261221@system", secret("session"), "20261221T120000Z",
        "ATTENDEE:mailto:canarymailef3@client.example"),
      event("s-4", "\(ours)gh4 Canarylastgh4", "20261221T130000Z"), event("s-5", "IJ5", "20261221T140000Z"),
      event("s-6", "KL6", "20261222T100000Z"), event("s-7", "MN7", "20261222T110000Z"),
      event(
        "canarylastst0-jane@system", "ST0 \(secret("words"))", "20261222T120000Z", "DESCRIPTION:canarydescription"),
      event("s-8", "\(ours)op8 Canarylastop8", "20261222T130000Z"),
      event("s-9", plant(.openSummary, "Canaryunknown") + " Stranger", "20261222T140000Z", details),
      event("s-10", secret("damaged"), "20261222T150000Z", "RRULE:FREQ=\(secret("rule"))"),
      event("s-11", secret("nobody"), "20261222T160000Z", "X-PLAN-COVER-CLIENT:\(secret("noclient"))"),
      "UID:s-12\nDTSTAMP:20261101T000000Z\nSUMMARY:\(secret("badtime"))\nDTSTART:\(secret("time"))",
    ]
    try writeAnn(lastDay: "20261223")
    try practice.calendar(
      "clinicians/ben.ics",
      [
        event(
          "b-1", "Lunch with \(plant(.openSummary, "canarybusy"))", "20261221T160000Z",
          "DESCRIPTION:\(secret("busywhy"))"),
        """
        UID:b-2\nDTSTAMP:20261101T000000Z\nSUMMARY:Away: \(secret("cancelled"))\nSTATUS:CANCELLED
        DTSTART:20261222T100000Z\nDTEND:20261222T105000Z
        """,
      ], properties: ["X-WR-CALNAME:\(secret("calendar"))", "X-WR-CALDESC:\(secret("calendardescription"))"])
    try practice.calendar("clinicians/cat.ics", [])
    try practice.calendar("clinicians/dot.ics", [])
    try practice.calendar(
      "leave.ics",
      [
        "UID:l-1\nDTSTAMP:20261101T000000Z\nSUMMARY:dot: \(secret("sharedleave"))\nDESCRIPTION:\(secret("illness"))\n"
          + "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225",
        "UID:l-2\nDTSTAMP:20261101T000000Z\nSUMMARY:\(secret("whoseleave"))\n"
          + "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225",
      ])
    try practice.calendar(
      "closures.ics",
      [
        "UID:c-1\nDTSTAMP:20261101T000000Z\nSUMMARY:\(secret("closure"))\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226"
      ])
  }

  private var annsEvents: [String] = []

  /// Ann's calendar, with leave until before that day.
  func writeAnn(lastDay: String) throws {
    let leave =
      "UID:leave-1\nDTSTAMP:20261101T000000Z\nSUMMARY:Annual leave \(secret("leave"))\nDESCRIPTION:\(secret("leavewhy"))\n"
      + "DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:\(lastDay)"
    let request =
      "UID:r-1\nDTSTAMP:20261101T000000Z\nCATEGORIES:REFERRAL\nSUMMARY:\(secret("referral"))\nX-PLAN-COVER-CLIENT:CD2\n"
      + "DESCRIPTION:\(secret("referralwhy"))\nX-PLAN-COVER-REASON:specialist\nX-PLAN-COVER-NEEDS:canaryneedone\n"
      + "DTSTART:20261214T090000Z\nDUE:20261218T170000Z"
    try practice.calendar("clinicians/ann.ics", [leave] + annsEvents)
    let text = try practice.read("clinicians/ann.ics")
    let todo = "BEGIN:VTODO\n\(request)\nEND:VTODO\nEND:VCALENDAR\n".replacing("\n", with: "\r\n")
    try practice.write("clinicians/ann.ics", text.replacing("END:VCALENDAR\r\n", with: todo))
  }

  /// Decisions with reasons, and the answer of a colleague who declines, with a comment.
  func decideAndAnswer(declining uid: String) throws {
    try practice.write(
      "decisions.yaml",
      """
      decisions:
        - {assign: ben, client: AB1, session: s-2, by: "\(secret("decider"))", at: 2026-12-02T09:00:00Z, why: "\(secret("why"))"}
        - {told: true, client: KL6, absence: ann 2026-12-21, by: "\(secret("teller"))", at: 2026-12-02T09:00:00Z}
        - {forbid: cat, client: ST0, why: "\(secret("forbidden"))"}
        - {wait: true, client: GH4, session: "\(secret("gone"))", why: "\(secret("resting"))"}
      """)
    try FileManager.default.createDirectory(
      at: practice.folder.appendingPathComponent("replies"), withIntermediateDirectories: true)
    try practice.calendar(
      "replies/1.ics",
      [
        "UID:\(uid)\nDTSTAMP:20261202T000000Z\nSEQUENCE:0\nSUMMARY:\(secret("replysummary"))\nCOMMENT:\(secret("reply"))\n"
          + "DTSTART:20261221T100000Z\nDTEND:20261221T105000Z\nATTENDEE;PARTSTAT=DECLINED;CN=\(secret("replier")):mailto:ben@harbour.example",
        "UID:\(secret("replyuid"))\nDTSTAMP:20261202T000000Z\nCOMMENT:\(secret("strangereply"))\n"
          + "DTSTART:20261221T100000Z\nATTENDEE;PARTSTAT=DECLINED:mailto:\(secret("stranger"))@elsewhere.example",
      ], properties: ["METHOD:REPLY"])
    try practice.write("replies/mail.txt", secret("othertext"))
  }
}

extension CanaryPractice {
  /// Practices that cannot be read: in each another file is damaged, where it says something of somebody.
  func damages() -> [Damage] {
    let register = "id,name,clinician,cover,risk,needs,language,prefers,avoid,email,phone,contact,consent,times"
    func client(_ field: String, _ value: String) -> Damage {
      let fields = register.split(separator: ",").map(String.init)
      var cells = ["AB1", "Canaryfirstab1 Canarylastab1", "ann"] + Array(repeating: "", count: fields.count - 3)
      if let index = fields.firstIndex(of: field) { cells[index] = "\"\(value)\"" }
      return Damage(file: "clients.csv", text: "\(register)\n\(cells.joined(separator: ","))\n")
    }
    func calendar(_ text: String, file: String = "clinicians/ann.ics") -> Damage {
      Damage(
        file: file,
        text: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n\(text.replacing("\n", with: "\r\n"))\r\n")
    }
    func decision(_ text: String) -> Damage { Damage(file: "decisions.yaml", text: "decisions:\n  - \(text)\n") }
    let fields = ["id", "clinician", "cover", "risk", "language", "avoid", "email", "contact", "consent", "times"]
    return fields.map { client($0, "\(secret("cell" + $0)) cell") }
      + ["name", "phone", "needs", "email"].map { client($0, "\(secret("line" + $0))\u{1}cell") }
      + [
        Damage(file: "clients.csv", text: "id,name\nAB1,Canaryfirstab1\nAB1,\(secret("twice"))\n"),
        Damage(file: "clients.csv", text: "id,name\nAB1,\"\(secret("unclosed"))\n"),
        Damage(file: "clients.csv", text: "id,name\nAB1,Canaryfirstab1,\(secret("more")),\(secret("most"))\n"),
        Damage(file: "clients.csv", text: "\(secret("headless")),ann\n\(secret("row")),ben\n"),
        calendar("BEGIN:VEVENT\nUID:x\nSUMMARY:\(secret("cut"))"),
        calendar("BEGIN:VEVENT\nSUMMARY:\(secret("nul"))\0\nEND:VEVENT\nEND:VCALENDAR"),
        calendar("\(secret("nocolon"))\nEND:VCALENDAR"),
        calendar("BEGIN:X-PAGE\nSUMMARY:\(secret("inside"))\nEND:VCALENDAR"),
        calendar("BEGIN:VEVENT\nSUMMARY:\(secret("closing"))\nEND:VEVENT\nEND:VCALENDAR", file: "cover/practice.ics"),
        Damage(file: "clinicians/ann.ics", text: "<html><title>\(secret("page"))</title></html>"),
        Damage(file: "leave.ics", text: "\(secret("noleave"))\r\n"),
        Damage(file: "closures.ics", text: "BEGIN:VCALENDAR\r\n\(secret("noclosure"))\r\n"),
        Damage(file: "replies/2.ics", text: "\(secret("noreply"))\r\n"),
        decision("{told: true, client: \"Canaryfirstab1 Canarylastab1\"}"),
        decision("{assign: \(secret("assigned")), client: AB1}"), decision("{told: \(secret("truth")), client: AB1}"),
        decision("{told: true, client: AB1, \(secret("key")): x}"),
        decision("{told: true, client: AB1, at: \(secret("at"))}"),
        decision("{told: true, absence: \(secret("absence"))}"),
        decision("{wait: true, client: AB1, why: [\(secret("list"))]}"),
        decision("{wait: true, why: \(secret("unbalanced"))"), decision("\(secret("scalar"))"),
        decision("{told: true, session: \(secret("session")), clinician: \(secret("whose"))}"),
        decision("*\(secret("alias"))"),
      ]
  }

  /// A file put in another's place.
  struct Damage {
    let file: String
    let text: String
  }
}
