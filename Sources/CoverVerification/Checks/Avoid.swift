import CivilTime
import CoverDomain

/// E11: no client of the session avoids the colleague, and nobody has decided against the pair.
struct Avoid: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    if let client = facts.registered(given.clients).first(where: { $0.avoid.contains(colleague.id) }) {
      return Objection(.avoid, "\(client.id) avoids them")
    }
    let forbidden = cover.decisions.forbids(colleague.id)
    return forbidden ? Objection(.avoid, "it is decided that they do not take it") : nil
  }
}
