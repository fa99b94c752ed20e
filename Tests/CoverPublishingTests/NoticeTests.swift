import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

@Suite("Letters to clients")
struct NoticeTests {
  private let times = Times()

  private func letter(_ publication: Publication, _ client: String, _ kind: String) -> String {
    publication.files.first { $0.path.hasPrefix("notices/") && $0.path.hasSuffix("-\(client)-\(kind).txt") }?.text ?? ""
  }

  /// On one line, whatever the line breaks.
  private func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  @Test("say who is away when, who sees them when and where, the choice, whom to ask, and where to turn")
  func first() throws {
    let text = flat(letter(try SamplePlan().publication(), "AB1", "first"))
    #expect(
      text.hasPrefix("Dear Zora Quill, Ann Ash will be away from Monday 21 December to Tuesday 22 December 2026."))
    #expect(
      text.contains(
        "Monday 21 December 2026, 10:00 to 10:50 You can see Ben Birch at this time instead, at Harbour Street."))
    #expect(text.contains("You are free to choose."))
    #expect(text.contains("To tell us, write to office@practice.example or call 020 7946 0000."))
    #expect(text.contains("While Ann Ash is away, Ben Birch is here for you."))
    #expect(text.contains("Call 999."))
    #expect(!text.contains("Reed") && !text.contains("CD2"))
  }

  @Test("a letter each, neither naming the other, for a session of two")
  func couple() throws {
    var sample = SamplePlan { $0.session("ann", "2026-12-22 11:00-11:50", "AB1 CD2", key: "S4") }
    sample.covers["S4"] = "ben"
    let publication = try sample.publication()
    #expect(publication.refusedNotices.isEmpty)
    #expect(letter(publication, "AB1", "first").contains("Tuesday 22 December 2026, 11:00 to 11:50"))
    #expect(!letter(publication, "AB1", "first").contains("Reed"))
    #expect(letter(publication, "CD2", "first").contains("Tuesday 22 December 2026, 11:00 to 11:50"))
    #expect(!letter(publication, "CD2", "first").contains("Quill"))
  }

  @Test(
    "what happens is said plainly",
    arguments: [
      ("waits", "This one will not take place. Ann Ash will see you again afterwards."),
      ("refused", "This one will not take place. Ann Ash will see you again afterwards."),
      ("gap", "We are sorry: this one cannot go ahead. We have not found anyone to see you yet."),
      (
        "moved", "You can see Ben Birch at another time: Wednesday 23 December 2026, 14:00 to 14:50, at Harbour Street."
      ),
      ("asks", "Please tell us first if this is all right with you."),
      ("closed", "We are closed then, so this one cannot go ahead."),
    ])
  func fates(name: String, sentence: String) throws {
    var sample = SamplePlan { roster in
      if name == "closed" { roster.closure("2026-12-21 09:00-12:00") }
    }
    switch name {
    case "waits": sample.roster.decide(.wait, session: sample.session1)
    case "refused", "gap": sample.covers["S1"] = nil
    case "moved": sample.moved["S1"] = "2026-12-23 14:00-14:50"
    default: break
    }
    if name == "refused" || name == "asks" {
      sample = SamplePlan(clients: false) {
        $0.client("AB1", of: "ann") {
          $0.name = "Zora Quill"
          $0.consent = name == "asks" ? .ask : .no
        }
      }
      if name == "refused" { sample.covers["S1"] = nil }
    }
    #expect(flat(letter(try sample.publication(), "AB1", "first")).contains(sentence))
  }

  @Test(
    "go out by the length of the absence, and a reminder before",
    arguments: [
      ("2026-12-22", "2026-12-15", "2026-12-20"), ("2026-12-28", "2026-11-24", "2026-12-20"),
    ])
  func due(last: String, first: String, reminder: String) throws {
    var sample = SamplePlan(isAway: false) { $0.leave("ann", "2026-12-22..\(last)") }
    sample.roster.now = times.instant("2026-11-01 09:00")
    let paths = try sample.publication().paths
    #expect(paths.contains("notices/\(first)-EF3-first.txt"))
    #expect(paths.contains("notices/\(reminder)-EF3-reminder.txt"))
  }

  @Test("one that should have gone out is due on the day on which that is found, and stays so")
  func late() throws {
    var sample = SamplePlan()
    sample.roster.now = times.instant("2026-12-16 09:00")
    let first = try sample.publication()
    let letter = try #require(first.notices.first { $0.kind == .first })
    #expect(letter.due == times.day("2026-12-16"))
    #expect(letter.missed == times.day("2026-12-14"))
    #expect(first.summary.text.contains("Late, due since Mon 14 Dec 2026"))
    sample.roster.now = times.instant("2026-12-18 09:00")
    let second = try sample.publication(after: first)
    #expect(second.differences(from: first) == [])
    #expect(second.notices.contains { $0.kind == .reminder })
  }

  @Test("a reminder is not written beside a first letter of the same day or later, nor once the absence has begun")
  func noReminder() throws {
    var sample = SamplePlan()
    sample.roster.now = times.instant("2026-12-19 09:00")
    #expect(try !sample.publication().notices.contains { $0.kind == .reminder })
    sample.roster.decide(.told, absence: ("ann", "2026-12-21"))
    #expect(try sample.publication().notices.map(\.kind) == [.reminder, .reminder, .reminder])
    sample.roster.now = times.instant("2026-12-21 08:00")
    #expect(try sample.publication().notices.isEmpty)
  }

  @Test("a reminder that went out does not come again, nor one of what was told on its day or later")
  func sentReminder() throws {
    var sample = SamplePlan()
    sample.roster.now = times.instant("2026-12-20 09:00")
    sample.roster.decide(.told, client: "AB1", absence: ("ann", "2026-12-21"))
    sample.roster.decide(.told, client: "CD2", absence: ("ann", "2026-12-21"))
    sample.roster.decide(.told, client: "EF3", absence: ("ann", "2026-12-21"), at: "2026-12-20 09:00")
    #expect(try sample.publication().notices.map(\.client.text) == ["AB1", "CD2"])
    sample.roster.decide(.sent(.reminder), client: "AB1", absence: ("ann", "2026-12-22"))
    sample.roster.decide(.sent(.reminder), client: "CD2", absence: ("ben", "2026-12-22"))
    #expect(try sample.publication().notices.map(\.client.text) == ["CD2"])
  }

  @Test("go by mail, by post, or not at all, as the client wishes")
  func ways() throws {
    var sample = SamplePlan {
      $0.client("GH4", of: "ann") { $0.contact = .none }
      $0.session("ann", "2026-12-22 11:00-11:50", "GH4", key: "S4")
    }
    sample.covers["S4"] = "cat"
    let paths = try sample.publication().paths.filter { $0.hasPrefix("notices/") }
    #expect(paths.contains { $0.hasSuffix("AB1-first.eml") })
    #expect(paths.contains { $0.hasSuffix("EF3-first.txt") })
    #expect(!paths.contains { $0.hasSuffix("EF3-first.eml") })
    #expect(!paths.contains { $0.contains("GH4") })
  }

  @Test("by post they have a letterhead, room for a label, and the day on which they are sent")
  func post() throws {
    var sample = SamplePlan()
    sample.roster.now = times.instant("2026-12-01 09:00")
    let lines = letter(try sample.publication(), "EF3", "first").components(separatedBy: "\n")
    #expect(lines.prefix(3) == ["Sample Practice", "020 7946 0000", "office@practice.example"])
    #expect(lines[3..<12].filter { !$0.isEmpty } == [])
    #expect(lines[12...].prefix(3) == ["14 December 2026", "", "Dear Uma Sand,"])
    #expect(lines.filter { $0.count > 72 } == [])
  }

  @Test("by telephone they begin with what the caller has to mind: nobody else is told, and no machine")
  func phone() throws {
    let sample = SamplePlan(clients: false) {
      $0.client("AB1", of: "ann") {
        $0.name = "Zora Quill"
        $0.contact = .phone
        $0.phone = "020 7946 0001"
      }
    }
    let text = letter(try sample.publication(), "AB1", "first")
    #expect(text.hasPrefix("020 7946 0001\n\nThis client would like to be called. Speak to them only."))
    #expect(flat(text).contains("If someone else answers, or a machine does, give no message"))
    #expect(text.contains("\nDear Zora Quill,\n"))
  }

  @Test("a mail holds a paragraph a line, whatever the width of the window that shows it")
  func mail() throws {
    let publication = try SamplePlan().publication()
    let mail = try #require(publication.files.first { $0.path.hasSuffix("AB1-first.eml") })
    let body = mail.text.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
      .replacing("=\r\n", with: "")
    #expect(
      body.contains(
        "Ann Ash will be away from Monday 21 December to Tuesday 22 December 2026. We want you to know in good time. We"
      ))
  }

  @Test("one that is due on a day on which the practice is closed is sent on the last open day before")
  func closedDay() throws {
    // 20 December 2026 is a Sunday, and the Friday before is closed.
    var sample = SamplePlan(isAway: false) {
      $0.leave("ann", "2026-12-22..2026-12-22")
      $0.closure("2026-12-18..2026-12-18")
    }
    sample.roster.now = times.instant("2026-12-01 09:00")
    let publication = try sample.publication()
    let reminder = try #require(publication.notices.first { $0.kind == .reminder })
    #expect(reminder.due == times.day("2026-12-20") && reminder.send == times.day("2026-12-17"))
    #expect(reminder.path == "notices/2026-12-20-EF3-reminder")
    #expect(publication.summary.text.contains("Thu 17 Dec, for Sun 20 Dec (closed)  reminder: EF3"))
    #expect(reminder.turn(on: times.day("2026-12-10")) == .later)
    #expect(reminder.turn(on: times.day("2026-12-11")) == .thisWeek)
    #expect(reminder.turn(on: times.day("2026-12-17")) == .today)
    #expect(reminder.turn(on: times.day("2026-12-19")) == .today)
    #expect(reminder.turn(on: times.day("2026-12-21")) == .late)
  }

  @Test("a closure is told once to each client it concerns")
  func closure() throws {
    let sample = SamplePlan(isAway: false) { $0.closure("2026-12-21..2026-12-22") }
    let publication = try sample.publication()
    #expect(publication.notices.map(\.path) == ["AB1", "CD2", "EF3"].map { "notices/2026-12-14-\($0)-closure" })
    let text = flat(letter(publication, "AB1", "closure"))
    #expect(text.contains("Monday 21 December 2026, 10:00 to 10:50 We are closed then"))
    #expect(text.contains("ask for Ann Ash"))
  }

  @Test("a client who was told hears when it changes, and of everything else anew, so that one letter holds")
  func changeOfOne() throws {
    var sample = SamplePlan { $0.session("ann", "2026-12-22 14:00-14:50", "AB1", key: "S4") }
    sample.covers["S4"] = "ben"
    let first = try sample.publication()
    sample.roster.decide(.told, client: "AB1", session: sample.session1, at: "2026-12-02 09:00")
    sample.roster.decide(
      .told, client: "AB1", session: SessionID(clinician: ClinicianID("ann"), key: "S4"), at: "2026-12-02 09:00")
    sample.roster.now = times.instant("2026-12-03 09:00")
    sample.covers["S4"] = "cat"
    let second = try sample.publication(after: first)
    let letters = second.notices.filter { $0.client == ClientID("AB1") }
    #expect(letters.map(\.path) == ["notices/2026-12-03-AB1-change"])
    let text = flat(letters.first?.text ?? "")
    #expect(text.contains("Monday 21 December 2026, 10:00 to 10:50 You can see Ben Birch at this time instead"))
    #expect(text.contains("Tuesday 22 December 2026, 14:00 to 14:50 You can see Cat Cedar at this time instead"))
    #expect(letters.first?.sessions.map(\.key) == ["S1", "S4"])
  }

  @Test("a letter of a change goes on until the client is told again")
  func change() throws {
    var sample = SamplePlan()
    let first = try sample.publication()
    sample.roster.decisions.append(
      Decision(
        kind: .told, client: ClientID("CD2"), at: times.instant("2026-12-02 09:00"),
        source: Source(file: "decisions.yaml")))
    sample.roster.now = times.instant("2026-12-03 09:00")
    let told = try sample.publication(after: first)
    #expect(!told.notices.contains { $0.client == ClientID("CD2") && $0.kind == .first })
    sample.covers["S2"] = "cat"
    let second = try sample.publication(after: told)
    let path = "notices/2026-12-03-CD2-change.txt"
    #expect(flat(second.text(path)).contains("Something has changed since we last wrote to you"))
    #expect(flat(second.text(path)).contains("You can see Cat Cedar at this time instead, online."))
    // It is there until the client is told again.
    sample.roster.now = times.instant("2026-12-05 09:00")
    let third = try sample.publication(after: second)
    #expect(third.text(path) == second.text(path))
    #expect(third.notices.first { $0.kind == .change }?.missed == times.day("2026-12-03"))
    #expect(third.summary.text.contains("\n  1 late letter, due since Thu 3 Dec 2026\n"))
    sample.roster.decisions.append(
      Decision(
        kind: .told, client: ClientID("CD2"), at: times.instant("2026-12-05 10:00"),
        source: Source(file: "decisions.yaml")))
    #expect(try !sample.publication(after: third).paths.contains(path))
  }

  @Test("a client who was told hears when the clinician is there after all")
  func withdrawal() throws {
    let first = try SamplePlan().publication()
    var sample = SamplePlan(isAway: false)
    sample.roster.now = times.instant("2026-12-03 09:00")
    sample.roster.decisions.append(
      Decision(
        kind: .told, client: ClientID("CD2"), at: times.instant("2026-12-02 09:00"),
        source: Source(file: "decisions.yaml")))
    let second = try sample.publication(after: first)
    #expect(second.notices.map(\.path) == ["notices/2026-12-03-CD2-withdrawal"])
    #expect(flat(second.notices[0].text).contains("Ann Ash will see you as always, online."))
    let third = try sample.publication(after: second)
    #expect(third.differences(from: second) == [])
  }

  @Test("a time that the client's own clinician offers is no colleague's")
  func ownMove() throws {
    var sample = SamplePlan()
    sample.covers["S1"] = "ann"
    sample.moved["S1"] = "2026-12-23 14:00-14:50"
    let text = flat(letter(try sample.publication(), "AB1", "first"))
    #expect(text.contains("You can see Ann Ash at another time: Wednesday 23 December 2026, 14:00 to 14:50,"))
    #expect(!text.contains("someone to be there for you"))
    #expect(text.contains("Please tell us what suits you. You can also - wait until Ann Ash is back,"))
  }

  @Test("a client for whom nobody was found is asked what they would like, and may wait")
  func gap() throws {
    var sample = SamplePlan()
    sample.covers["S1"] = nil
    let text = flat(letter(try sample.publication(), "AB1", "first"))
    #expect(
      text.contains("You are free to choose. Please tell us what suits you. You can - wait until Ann Ash is back,")
    )
    #expect(!text.contains("nothing more to do"))
  }

  @Test("where nothing is offered nothing is to be chosen besides, in every language", arguments: LetterLanguages.tags)
  func besides(language: LanguageTag) throws {
    func choice(covered: Bool) throws -> String {
      var sample = SamplePlan(clients: false) {
        $0.client("AB1", of: "ann") {
          $0.name = "Zora Quill"
          $0.language = language
          $0.consent = .ask
        }
      }
      if !covered { sample.covers["S1"] = nil }
      return flat(letter(try sample.publication(), "AB1", "first"))
    }
    let also = ["also", "auch", "aussi", "También", "też", "أيضًا"]
    #expect(try also.contains { try choice(covered: true).contains($0) })
    #expect(try !also.contains { try choice(covered: false).contains(" \($0)") })
  }

  @Test("of an absence of one day the client may ask to see somebody else that day")
  func oneDay() throws {
    let sample = SamplePlan(isAway: false) {
      $0.leave("ann", "2026-12-22")
      $0.decide(.wait, client: "EF3")
    }
    let text = flat(letter(try sample.publication(), "EF3", "first"))
    #expect(text.contains("- ask to see someone else that day, or"), "\(text)")
  }

  @Test("by telephone, what the caller has to mind is in the practice's language, whatever that of the letter")
  func callInAnotherLanguage() throws {
    let sample = SamplePlan(clients: false) {
      $0.client("AB1", of: "ann") {
        $0.name = "Zora Quill"
        $0.contact = .phone
        $0.language = .french
      }
    }
    let text = letter(try sample.publication(), "AB1", "first")
    #expect(text.hasPrefix("This client would like to be called. Speak to them only."))
    #expect(text.contains("\nBonjour Zora Quill,\n"))
  }

  @Test("a client who was told that nobody was found, or to wait, hears when the appointment takes place after all")
  func restored() throws {
    var away = SamplePlan()
    away.covers = ["S1": "ben"]
    away.roster.decide(.wait, session: away.session3)
    let first = try away.publication()
    for client in ["CD2", "EF3"] {
      away.roster.decide(.told, client: client, absence: ("ann", "2026-12-21"), at: "2026-12-02 09:00")
    }
    let told = try away.publication(after: first)
    #expect(told.notices.allSatisfy { $0.kind != .withdrawal })
    var sample = SamplePlan(isAway: false)
    sample.roster.decisions = away.roster.decisions
    sample.roster.now = times.instant("2026-12-03 09:00")
    let second = try sample.publication(after: told)
    // AB1 was told nothing.
    #expect(second.notices.map(\.path) == ["CD2", "EF3"].map { "notices/2026-12-03-\($0)-withdrawal" })
    let text = flat(letter(second, "CD2", "withdrawal"))
    #expect(text.contains("11:00 to 11:50 Ann Ash will see you as always, online."))
    // It stays until the client is told.
    sample.roster.now = times.instant("2026-12-05 09:00")
    let third = try sample.publication(after: second)
    #expect(third.notices.map(\.path) == second.notices.map(\.path))
    #expect(third.notices.allSatisfy { $0.isLate })
    sample.roster.decide(.told, client: "CD2", session: sample.session2, at: "2026-12-05 10:00")
    sample.roster.now = times.instant("2026-12-06 09:00")
    #expect(try sample.publication(after: third).notices.map(\.path) == ["notices/2026-12-03-EF3-withdrawal"])
  }

  @Test("a session that two colleagues were to take one after the other is taken back once")
  func takenBackOnce() throws {
    var away = SamplePlan()
    let first = try away.publication()
    away.roster.decide(.told, client: "CD2", absence: ("ann", "2026-12-21"), at: "2026-12-02 09:00")
    away.roster.now = times.instant("2026-12-03 09:00")
    away.covers["S2"] = "cat"
    let second = try away.publication(after: first)
    var sample = SamplePlan(isAway: false)
    sample.roster.decisions = away.roster.decisions
    sample.roster.now = times.instant("2026-12-04 09:00")
    let letters = try sample.publication(after: second).notices
    #expect(letters.map(\.path) == ["notices/2026-12-04-CD2-withdrawal"])
    #expect(letters.first?.sessions == [sample.session2])
  }

  @Test("a client who was told before there was cover, of another absence, is told of no withdrawal")
  func toldOfAnotherAbsence() throws {
    let first = try SamplePlan().publication()
    var sample = SamplePlan(isAway: false)
    sample.roster.now = times.instant("2026-12-03 09:00")
    sample.roster.decide(
      .told, client: "CD2", absence: ("ann", "2026-08-10"), at: "2026-07-20 09:00")
    let second = try sample.publication(after: first)
    #expect(second.notices.isEmpty)
    #expect(try sample.publication(after: second).differences(from: second) == [])
  }

  @Test("an appointment of two clinicians goes on with the one who is there, and the letter says with whom")
  func shared() throws {
    var sample = SamplePlan { $0.session("cat", "2026-12-21 10:00-10:50", "AB1", key: "S1") }
    let publication = try sample.publication()
    let text = letter(publication, "AB1", "first")
    #expect(text.contains("Cat Cedar") && !text.contains("Ben Birch will see you"))
    #expect(!publication.paths.contains { publication.text($0).contains("X-PLAN-COVER-SESSION:S1") })
    #expect(publication.summary.text.contains("goes on with Cat Cedar: Mon 21 Dec 10:00 AB1"))
    #expect(publication.planText.contains("\"shared-with\": \"cat\""))
    // Both away: covered once, and both letters say so.
    sample.roster.leave("cat", "2026-12-21")
    sample.covers["S3"] = "ben"
    let both = try sample.publication()
    let letters = both.notices.filter { $0.client == ClientID("AB1") && $0.kind == .first }
    #expect(letters.count == 2 && letters.allSatisfy { flat($0.text).contains("Ben Birch") })
    #expect(both.summary.text.contains("one appointment with Ann Ash, who is away too: Mon 21 Dec 10:00 AB1"))
  }

  @Test("that nobody can be asked by name is not written, and reported")
  func refused() throws {
    var sample = SamplePlan()
    sample.contact = nil
    sample.covers["S1"] = nil
    let publication = try sample.publication()
    #expect(letter(publication, "AB1", "first").isEmpty)
    #expect(publication.refusedNotices.contains { $0.client == ClientID("AB1") && $0.kind == .first })
    #expect(publication.summary.text.contains("AB1, first: it names nobody to ask"))
    #expect(publication.summary.needsPerson)
    // Who is seen by a colleague can ask that colleague.
    #expect(!letter(publication, "CD2", "first").isEmpty)
  }
}
