import CivilTime
import CoverDomain

/// E13: a trainee takes no client whose risk is high.
struct Level: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    guard colleague.level == .trainee else { return nil }
    let atRisk = facts.registered(cover.session.clients).contains { $0.risk == .high }
    return atRisk ? Objection(.level, "a trainee does not take it") : nil
  }
}
