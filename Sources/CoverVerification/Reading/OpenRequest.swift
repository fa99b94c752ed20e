import CivilTime
import CoverDomain

/// A request for a second professional that the plan has to speak of.
struct OpenRequest: Sendable {
  let referral: Referral
  /// The request as if it were a session whose clinician is away.
  let affected: AffectedSession

  init(_ referral: Referral, _ decisions: [Decision]) {
    self.referral = referral
    let session = Session(
      id: referral.id, clients: referral.clients,
      interval: Interval(start: referral.from, seconds: referral.minutes * 60), place: referral.place,
      source: referral.source)
    // Who was told of an absence, or was assigned to cover, was not told of this, or assigned to it.
    let about = decisions.filter { decision in
      switch decision.kind {
      case .assign, .told: decision.session == referral.id
      default: true
      }
    }
    affected = AffectedSession(
      session: session, absence: nil, isClosed: false, need: .none, sharedWith: nil,
      decisions: SessionDecisions(about, about: session, nil))
  }
}
