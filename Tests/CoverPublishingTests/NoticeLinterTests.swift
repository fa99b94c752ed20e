import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPublishing

@Suite("The linter of letters")
struct NoticeLinterTests {
  private let linter: NoticeLinter
  private let good: NoticeLinter.Draft

  init() throws {
    var sample = SamplePlan {
      $0.client("GH44", of: "ann") {
        $0.name = "Noor Vale"
        $0.needs = [Tag("family systems")]
        $0.payer = Tag("Aviva Health")
        $0.email = "noor@client.example"
      }
    }
    sample.reading.unrecognised = [
      UnrecognisedEvent(
        clinician: ClinicianID("ann"), interval: sample.roster.times.interval("2026-12-21 15:00-16:00"),
        summary: "Pick up lilac curtains", source: Source(file: "clinicians/ann.ics"))
    ]
    let situation = sample.situation()
    let plan = sample.plan(situation)
    let history = EventHistory(planned: PlannedEvents(situation: situation, plan: plan), previous: nil)
    let subject = try #require(
      NoticeSubjects(situation: situation, plan: plan, history: history).all.first { $0.facts.kind == .first })
    linter = NoticeLinter(situation: situation, reading: sample.reading)
    let writer = LetterWriter(practice: situation.practice, templates: .builtIn)
    good = NoticeDrafts(writer: writer, situation: situation, previous: nil).draft(of: subject).letter
  }

  private func breaches(_ change: (inout NoticeLinter.Draft) -> Void) -> [NoticeRule] {
    var draft = good
    change(&draft)
    return linter.breaches(of: draft)
  }

  @Test("lets a good letter pass")
  func passes() { #expect(breaches { _ in } == []) }

  @Test(
    "misses what must be said",
    arguments: [
      (NoticeRule.away, "to Tuesday 22 December"), (.appointments, "You can see Ben Birch"),
      (.choice, "free to choose"),
      (.answer, "office@practice.example"), (.urgentHelp, "Call 999."),
    ])
  func missing(rule: NoticeRule, words: String) {
    #expect(breaches { $0.text = $0.text.replacing(words, with: "…") } == [rule])
  }

  @Test("misses the name to ask for")
  func contact() {
    // The colleague is named for the appointment as well.
    #expect(breaches { $0.text = $0.text.replacing("Ben Birch", with: "Somebody") } == [.appointments, .contact])
  }

  @Test(
    "finds what must not be held",
    arguments: [
      (NoticeRule.diagnosis, "about your anxiety"), (.diagnosis, "SELF-HARM"), (.specialty, "for family systems work"),
      (.nature, "your therapy session"), (.nature, "your Counselling"), (.risk, "because of your risk"),
      (.payer, "paid by Aviva health"), (.payer, "your insurer"), (.reason, "on annual leave"), (.reason, "is ill"),
      (.otherClient, "like Noor Vale"), (.otherClient, "and GH44"), (.otherClient, "noor@client.example"),
      (.calendarText, "pick up lilac curtains"), (.controls, "a\u{202E}b"), (.controls, "a\u{0}b"),
    ])
  func forbidden(rule: NoticeRule, words: String) {
    #expect(breaches { $0.text += "\n\(words)\n" } == [rule])
  }

  @Test("is not misled by a line break")
  func lineBreak() {
    #expect(breaches { $0.text += "\nlike Noor\nVale\n" } == [.otherClient])
    #expect(breaches { $0.text = $0.text.replacing("You are free", with: "You\nare free") } == [])
  }

  @Test("does not take a part of a word for the word")
  func wholeWords() { #expect(breaches { $0.text += "\nThe brisk illumination of the hillside.\n" } == []) }

  @Test("looks at the subject and the file name")
  func around() {
    #expect(breaches { $0.subject = "Your appointment on Monday" } == [.subject])
    #expect(breaches { $0.fileName = "2026-12-14-AB1-first-2" } == [])
    for name in [
      "2026-12-14-AB1-first-quill", "2026-12-14-Zora-first", "AB1-first", "2026-12-14-AB1-reminder",
      "2026-13-40-AB1-first",
    ] {
      #expect(breaches { $0.fileName = name } == [.fileName], "\(name)")
    }
  }

  @Test("lets the practice keep its name, whatever it is")
  func ownNames() throws {
    let sample = SamplePlan()
    let full = sample.situation()
    var practice = full.practice
    practice.name = "The Anxiety and Trauma Therapy Practice"
    practice.urgentHelp = "In a crisis call the suicide line."
    let situation = Situation(
      practice: practice, clients: Array(full.clients.values), diaries: full.diaries, window: full.window, now: full.now
    )
    let publication = try Publication(
      PublicationInput(
        situation: situation, plan: sample.plan(situation), reading: Reading(), previous: nil, inputFiles: []))
    #expect(publication.refusedNotices.isEmpty)
    #expect(publication.notices.count == 6)
  }
}
