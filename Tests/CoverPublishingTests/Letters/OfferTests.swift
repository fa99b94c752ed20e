import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPublishing

/// Ann asks for a second opinion on AB1; Ben meets it on Wednesday, Cat could as well.
@Suite("The letter that offers somebody else")
struct OfferTests {
  private func sample(_ change: @escaping (inout Roster) -> Void = { _ in }) -> SamplePlan {
    var sample = SamplePlan(isAway: false) {
      $0.referral("ann", .secondOpinion, "2026-12-14..2026-12-18", "AB1", needs: "emdr")
      change(&$0)
    }
    sample.met["R1"] = ("ben", "2026-12-16 15:00-15:50")
    sample.others["R1"] = [("cat", "2026-12-17 09:00-09:50")]
    return sample
  }

  private func letter(_ publication: Publication) -> String {
    publication.files.first { $0.path.hasSuffix("-AB1-offer.txt") }?.text ?? ""
  }

  @Test("goes to the client at once, gives the choice first, and names who else could see them")
  func choice() throws {
    let publication = try sample().publication()
    #expect(publication.notices.map(\.path) == ["notices/2026-12-01-AB1-offer"])
    #expect(publication.refusedNotices == [])
    let text = letter(publication)
    #expect(
      text.contains(
        """
        Your choice

        You are free to choose. Please tell us what suits you. You can
        - say yes to the time below,
        - ask for another time,
        - see Cat Cedar instead,
        - say no. Then everything stays as it is.
        """), "\(text)")
    #expect(text.contains("  Wednesday 16 December 2026, 15:00 to 15:50\n  You can see Ben Birch at this time"))
    let choice = try #require(text.range(of: "Your choice"))
    let offer = try #require(text.range(of: "What we can offer you"))
    #expect(choice.upperBound < offer.lowerBound)
  }

  @Test("says neither what for nor what is asked", arguments: Referral.Reason.allCases.filter { $0 != .supervision })
  func discreet(reason: Referral.Reason) throws {
    var sample = SamplePlan(isAway: false) {
      $0.referral("ann", reason, "2026-12-14..2026-12-18", "AB1", needs: "emdr")
    }
    sample.met["R1"] = ("ben", "2026-12-16 15:00-15:50")
    let text = letter(try sample.publication()).lowercased()
    #expect(text.contains("wednesday 16 december"))
    for word in ["emdr", "opinion", "specialist", "perspective", "background", "referral"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("is not written for supervision: the client does not come")
  func supervision() throws {
    var sample = SamplePlan(isAway: false) {
      $0.referral("ann", .supervision, "2026-12-14..2026-12-18", "AB1")
    }
    sample.met["R1"] = ("ben", "2026-12-16 15:00-15:50")
    let publication = try sample.publication()
    #expect(publication.notices == [])
    #expect(publication.text("clinicians/ann.ics").contains("SUMMARY:Supervision with ben: AB1"))
    #expect(publication.text("clinicians/ben.ics").contains("SUMMARY:Supervision with ann: AB1"))
  }

  @Test("is not written again once the client was told, and says so when it changes")
  func told() throws {
    let first = try sample().publication()
    let told = sample {
      $0.decide(
        .told, client: "AB1", session: SessionID(clinician: ClinicianID("ann"), key: "R1"), at: "2026-12-01 10:00")
      $0.now = $0.times.instant("2026-12-02 09:00")
    }
    #expect(try told.publication(after: first).notices == [])
    var changed = told
    changed.met["R1"] = ("cat", "2026-12-17 09:00-09:50")
    let second = try changed.publication(after: first)
    #expect(second.notices.map(\.path) == ["notices/2026-12-02-AB1-offer"])
    #expect(letter(second).contains("Something has changed since we last wrote to you about this."))
  }

  @Test("is taken back by a letter where a client was told and nobody sees them any more")
  func withdrawn() throws {
    let first = try sample().publication()
    var gone = SamplePlan(isAway: false) {
      $0.decide(
        .told, client: "AB1", session: SessionID(clinician: ClinicianID("ann"), key: "R1"), at: "2026-12-01 10:00")
      $0.now = $0.times.instant("2026-12-02 09:00")
    }
    let publication = try gone.publication(after: first)
    #expect(publication.notices.map(\.path) == ["notices/2026-12-02-AB1-withdrawal"])
    let withdrawal = publication.text("notices/2026-12-02-AB1-withdrawal.txt")
    #expect(withdrawal.contains("Wednesday 16 December 2026, 15:00 to 15:50"))
    #expect(withdrawal.contains("no longer holds"))
    // And the same in the run after, which knows of it by plan.json.
    gone.roster.now = gone.roster.times.instant("2026-12-03 09:00")
    #expect(try gone.publication(after: publication).notices.map(\.path) == publication.notices.map(\.path))
  }

  @Test("names nobody as not told where a client was told of an absence alone")
  func notTold() throws {
    let first = try sample().publication()
    let gone = SamplePlan(isAway: false) {
      $0.decide(.told, client: "AB1", at: "2026-12-01 10:00")
      $0.now = $0.times.instant("2026-12-02 09:00")
    }
    #expect(try gone.publication(after: first).notices == [])
  }
}
