import CivilTime
import CoverDomain

/// E10: for each client with a payer, the colleague accepts it; a colleague who lists no payers accepts all.
struct PayerAccepted: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    guard let accepted = colleague.payers else { return nil }
    let refused = facts.registered(given.clients).compactMap(\.payer).contains { !accepted.contains($0) }
    return refused ? Objection(.payer, "they do not accept the payer of a client") : nil
  }
}
