import CivilTime
import CoverDomain

/// Cover that a colleague gives, or an appointment that meets a request, held against the rules.
struct GivenCover: Sendable {
  let session: SessionID
  /// The clients who come to it.
  let clients: [ClientID]
  let by: ClinicianID
  let interval: Interval
  /// What is covered, or the request as if it were; nil for what is carried over from the last publication.
  let affected: AffectedSession?
  let referral: Referral?

  init(_ affected: AffectedSession, by: ClinicianID, interval: Interval) {
    session = affected.session.id
    clients = affected.session.clients
    self.by = by
    self.interval = interval
    self.affected = affected
    referral = nil
  }

  init(_ request: OpenRequest, by: ClinicianID, interval: Interval) {
    session = request.referral.id
    clients = request.referral.reason == .supervision ? [] : request.referral.clients
    self.by = by
    self.interval = interval
    affected = request.affected
    referral = request.referral
  }

  init(carried cover: PublishedCover) {
    session = cover.session
    clients = cover.clients
    by = cover.by
    interval = cover.interval
    affected = nil
    referral = nil
  }

  /// Whether a clinician gives their own session at another time.
  var isOwn: Bool { by == session.clinician }

  /// Cover of an affected session by somebody else.
  var isByColleague: Bool { referral == nil && !isOwn }

  /// Everybody of the practice whom it occupies: to supervision the clinician who asked for it comes.
  var people: [ClinicianID] { referral?.reason == .supervision ? [by, session.clinician] : [by] }
}

extension Interval {
  /// Seconds between the two, whichever is first; nil where they overlap.
  func gap(to other: Interval) -> Int? {
    overlaps(other) ? nil : max(other.start - end, start - other.end)
  }
}
