import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("A legal plan corrupted against one rule is reported for that rule and no other")
struct CorruptionTests {
  @Test("random plans are legal", arguments: 1...30)
  func legal(seed: Int) { #expect(LegalPlan(seed: seed).verified().isEmpty) }

  @Test("corrupted plans", arguments: Rule.allCases.filter { !$0.code.hasPrefix("R") }, 1...12)
  func corrupted(rule: Rule, seed: Int) {
    var plan = LegalPlan(seed: seed)
    let chosen = plan.covers[plan.below(plan.covers.count)]
    let breaches = corrupt(&plan, against: rule, in: chosen)
    #expect(Set(breaches.map(\.kind)) == [.rule(rule)])
    // What is not limits and conflicts, which may show on any session that takes part, shows on the chosen one.
    if !rule.code.hasPrefix("P") { #expect(breaches.contains { $0.session == chosen.session }) }
  }

  private func corrupt(
    _ plan: inout LegalPlan, against rule: Rule,
    in chosen: (session: SessionID, client: String, by: String, text: String)
  ) -> [Breach] {
    let (session, client, colleague, text) = chosen
    let day = text.prefix(10)
    switch rule {
    case .takesCover: plan.roster.change(clinician: colleague) { $0.takesCover = false }
    case .onLeave: plan.roster.leave(colleague, text)
    case .hours:
      let end = text.suffix(5)
      plan.roster.change(clinician: colleague) {
        $0.hours = WeeklyHoursText("mon-fri 09:00-\(end.prefix(3))49 \(end)-18:00").hours
      }
      // The other sessions of that hour, on other days, fall out of the hours as well.
      return plan.verified().filter { $0.session == session || $0.rule != .hours }
    case .busy: plan.roster.busy(colleague, text)
    case .breakBetween:
      // Ten minutes lie between covers: an own session of one minute leaves no break, and covers keep theirs.
      plan.roster.rules.breakMinutes = 10
      let hour = text.dropLast(3).suffix(2)
      plan.roster.session(colleague, "\(day) \(hour):51-\(hour):52", "X1")
    case .specialty: plan.roster.change(client: client) { $0.needs = [Tag("emdr")] }
    case .language: plan.roster.change(client: client) { $0.language = LanguageTag("cy") }
    case .place: plan.roster.change(clinician: colleague) { $0.sites = [SiteID("harbour")] }
    case .licence: plan.roster.change(client: client) { $0.jurisdiction = Tag("GB") }
    case .payer:
      plan.roster.change(client: client) { $0.payer = Tag("bupa") }
      plan.roster.change(clinician: colleague) { $0.payers = [Tag("axa")] }
    case .avoid: plan.roster.change(client: client) { $0.avoid = [ClinicianID(colleague)] }
    case .consent: plan.roster.change(client: client) { $0.consent = .no }
    case .level:
      plan.roster.change(client: client) { $0.risk = .high }
      plan.roster.change(clinician: colleague) { $0.level = .trainee }
    case .declined: plan.roster.answer(session, colleague, .declined)
    // They speak of requests, which have a test of their own.
    case .independence, .supervisor, .background: break
    case .onePlace:
      let busyHour = plan.roster.session("ann", text, "C99", place: .site(SiteID("mill")))
      plan.roster.leave("ann", text)
      let situation = plan.roster.situation()
      var draft = DraftPlan(situation)
      for cover in plan.covers { draft.cover(cover.session, by: cover.by) }
      draft.cover(busyHour, by: colleague)
      return Verifier(situation: situation).breaches(of: draft.plan())
    case .dayLimit:
      let count = plan.count(by: colleague, onDayOf: text)
      plan.roster.change(clinician: colleague) { $0.limits.sessionsPerDay = count }
      plan.roster.session(colleague, "\(day) 17:00-17:50", "X1")
    case .weekLimit:
      let count = plan.count(by: colleague)
      plan.roster.change(clinician: colleague) { $0.limits.sessionsPerWeek = count }
      plan.roster.session(colleague, "2026-12-25 17:00-17:50", "X1")
    case .coverDayLimit:
      let count = plan.count(by: colleague, onDayOf: text)
      plan.roster.change(clinician: colleague) { $0.limits.coverPerDay = count - 1 }
    case .coverWeekLimit:
      let count = plan.count(by: colleague)
      plan.roster.change(clinician: colleague) { $0.limits.coverPerWeek = count - 1 }
    case .clientOnce:
      plan.roster.clinician("fay")
      plan.roster.session("fay", text, client)
    case .decided:
      plan.roster.clinician("fay")
      plan.roster.decide(.assign(ClinicianID("fay")), session: session)
    }
    return plan.verified()
  }
}
