import CivilTime
import CoverDomain

/// E9: for each client with a jurisdiction, the colleague holds a licence there, not expired on the day.
struct LicenceHeld: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    let jurisdictions = facts.registered(given.clients).compactMap(\.jurisdiction)
    guard !jurisdictions.isEmpty else { return nil }
    let day = facts.zone.day(of: given.interval.start)
    for jurisdiction in jurisdictions {
      let licence = colleague.licences.contains { licence in
        guard licence.jurisdiction == jurisdiction else { return false }
        return licence.expires.map { day <= $0 } ?? true
      }
      if !licence { return Objection(.licence, "they hold no licence for \(jurisdiction) on \(day.iso8601)") }
    }
    return nil
  }
}
