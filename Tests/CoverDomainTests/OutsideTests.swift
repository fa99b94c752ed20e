import CoverDomain
import CoverTestSupport
import Testing

@Suite("Professionals outside the practice")
struct OutsideTests {
  /// Who could be thought of for a session of C1 and C2 that nobody inside can take.
  private func suggested(
    _ change: (inout Roster) -> Void = { _ in }, first: (inout Client) -> Void = { $0.needs = [Tag("emdr")] },
    second: (inout Client) -> Void = { _ in }
  ) throws -> [String] {
    var roster = Roster()
    roster.clinician("ann")
    roster.client("C1", first)
    roster.client("C2", second)
    roster.leave("ann", "2026-12-22")
    roster.session("ann", "2026-12-22 10:00-10:50", "C1 C2")
    change(&roster)
    var centre = OutsideProfessional(id: OutsideID("centre"), name: "Trauma Centre")
    centre.specialties = [Tag("emdr"), Tag("trauma")]
    centre.languages = [LanguageTag("en")!, LanguageTag("pl")!]
    centre.payers = [Tag("bupa")]
    centre.jurisdictions = [Tag("GB")]
    let situation = roster.situation()
    var practice = situation.practice
    practice.outside = [OutsideProfessional(id: OutsideID("other"), name: "Other"), centre]
    let whole = Situation(
      practice: practice, clients: Array(situation.clients.values), diaries: situation.diaries, closures: [],
      window: situation.window, now: situation.now, decisions: situation.decisions)
    return whole.outside(for: try #require(whole.demands.first)).map(\.id.text)
  }

  @Test("whoever has what every client of the session needs")
  func fits() throws {
    #expect(try suggested() == ["centre"])
    #expect(try suggested(second: { $0.needs = [Tag("trauma")] }) == ["centre"])
    #expect(try suggested(second: { $0.needs = [Tag("child")] }) == [])
    #expect(try suggested(second: { $0.language = LanguageTag("fr") }) == [])
    #expect(try suggested(second: { $0.payer = Tag("axa") }) == [])
    #expect(try suggested(second: { $0.jurisdiction = Tag("IE") }) == [])
    #expect(try suggested(first: { $0.language = LanguageTag("pl") }) == ["centre"])
  }

  @Test("nobody where nothing in particular is needed, or a client is not to be seen by others, or is not known")
  func nobody() throws {
    #expect(try suggested(first: { _ in }) == [])
    #expect(try suggested(second: { $0.consent = .no }) == [])
    #expect(try suggested({ $0.session("ann", "2026-12-22 09:00-09:50", "C1 C9") }) == [])
  }
}
