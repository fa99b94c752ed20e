import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPublishing

@Suite("The letter to a colleague who is asked to see a client")
struct ReferralLetterTests {
  private func text(
    _ reason: Referral.Reason = .secondOpinion, words: String? = nil, isShared: Bool = false, clients: String = "AB1",
    consent: Client.Consent = .yes
  ) throws -> String {
    var sample = SamplePlan(isAway: false) {
      $0.change(client: "AB1") { $0.consent = consent }
      $0.referral(
        "ann", reason, "2026-12-14..2026-12-18", clients, needs: reason == .supervision ? "" : "emdr", words: words,
        isShared: isShared)
    }
    sample.met["R1"] = ("ben", "2026-12-16 15:00-15:50")
    let publication = try sample.publication()
    let letters = publication.files.filter { $0.path.hasPrefix("referrals/") }
    #expect(letters.count == 1)
    return letters.first?.text ?? ""
  }

  private func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  @Test("says who asks for what, when, and by when to tell them what came of it")
  func facts() throws {
    let text = try text()
    #expect(
      text.hasPrefix(
        "REFERRAL TO BEN BIRCH\nSample Practice\n\nFor your eyes. Ann Ash asks you for a second opinion: to see"))
    #expect(
      text.contains("  Client  AB1, in the practice's records\n  When    Wednesday 16 December 2026, 15:00 to 15:50\n"))
    #expect(text.contains("by Wed 23 Dec 2026"))
    #expect(!text.contains("Quill") && !text.contains("zora"))
  }

  @Test("holds the words of whoever asks, and what is asked for, only where the client has agreed")
  func words() throws {
    let words = "AB1 sleeps badly.\nSince March."
    let shared = try text(words: words, isShared: true)
    #expect(shared.contains("a second opinion (emdr)"))
    #expect(shared.contains("In the words of Ann Ash:\n\n  AB1 sleeps badly.\n  Since March.\n"))
    let kept = try text(words: words)
    #expect(
      !kept.contains("sleeps") && !kept.contains("emdr") && flat(kept).contains("not recorded that the client agrees"))
  }

  @Test(
    "leaves words out that name somebody",
    arguments: ["Zora sleeps badly.", "She is a friend of Ivo Reed.", "Write to ivo@client.example."])
  func names(words: String) throws {
    let text = try text(words: words, isShared: true)
    #expect(flat(text).contains("it holds a name, an address or a number of a client"))
    #expect(!text.contains("Zora") && !text.contains("Ivo") && !text.contains("ivo@"))
  }

  @Test("does not name a client whose consent is not recorded")
  func consent() throws {
    let text = try text(consent: .ask)
    #expect(text.contains("  Client  named when consent is recorded\n") && !text.contains("AB1"))
  }

  @Test("is for supervision about the clinician, with the words where no client is named")
  func supervision() throws {
    let text = try text(.supervision, words: "My own load.", clients: "")
    #expect(text.contains("Ann Ash asks you for supervision.") && text.contains("  My own load.\n"))
    #expect(!text.contains("The client"))
  }

  @Test("goes with a page for whoever asks: what to ask for, and by when")
  func reminder() throws {
    var sample = SamplePlan(isAway: false) { $0.referral("ann", .specialist, "2026-12-14..2026-12-18", "AB1") }
    sample.met["R1"] = ("ben", "2026-12-16 15:00-15:50")
    let publication = try sample.publication()
    let brief = publication.text("briefs/ann.txt")
    #expect(brief.contains("WHAT YOU ASKED FOR"))
    #expect(
      brief.replacing("\n  ", with: " ").contains(
        "Ben Birch sees AB1. Ask Ben Birch by Wed 23 Dec 2026 what came of it"))
    // A week later it is over, and still asked for.
    sample.roster.now = sample.roster.times.instant("2026-12-21 09:00")
    let times = sample.roster.times
    sample.roster.window = try #require(
      PlanningWindow(from: times.day("2026-12-21"), to: times.day("2027-01-04"), zone: times.zone))
    sample.met = [:]
    let later = try sample.publication(after: publication)
    #expect(later.text("briefs/ann.txt").contains("Ask Ben Birch"))
    #expect(
      later.text("summary.txt").contains("Ben Birch saw AB1 on Wed 16 Dec 15:00: Ann Ash should hear what came of it"))
  }
}
