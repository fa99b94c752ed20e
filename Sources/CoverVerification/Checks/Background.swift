import CivilTime
import CoverDomain

/// R3: the colleague has every background that a request for another perspective names.
struct Background: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    guard let referral = given.referral, referral.reason == .perspective else { return nil }
    return referral.needs.allSatisfy(colleague.background.contains)
      ? nil : Objection(.background, "they lack a background that is asked for")
  }
}
