import CivilTime
import CoverDomain

/// E12: every client has consented to cover, or their consent has been recorded since.
struct Consent: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    let refusing = facts.registered(cover.session.clients).first { client in
      client.consent == .no && !cover.decisions.hasConsented(client.id)
    }
    return refusing.map { Objection(.consent, "\($0.id) has not consented to cover") }
  }
}
