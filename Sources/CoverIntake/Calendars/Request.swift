import CoverDomain

/// A request for a second professional, before its times are looked at.
struct Request: Hashable, Sendable {
  let clinician: ClinicianID
  let reason: Referral.Reason
  let clients: [ClientID]
  let needs: Set<Tag>
  let minutes: Int
  let place: Place
  let words: String?
  let isShared: Bool
}
