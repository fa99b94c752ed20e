import CivilTime
import CoverDomain

/// Cover that a colleague gives, held against the rules.
struct GivenCover: Sendable {
  let session: SessionID
  let clients: [ClientID]
  let by: ClinicianID
  let interval: Interval
  /// What is covered; nil for cover carried over from the last publication.
  let affected: AffectedSession?

  init(_ affected: AffectedSession, by: ClinicianID, interval: Interval) {
    session = affected.session.id
    clients = affected.session.clients
    self.by = by
    self.interval = interval
    self.affected = affected
  }

  init(carried cover: PublishedCover) {
    session = cover.session
    clients = cover.clients
    by = cover.by
    interval = cover.interval
    affected = nil
  }
}

extension Interval {
  /// Seconds between the two, whichever is first; nil where they overlap.
  func gap(to other: Interval) -> Int? {
    overlaps(other) ? nil : max(other.start - end, start - other.end)
  }
}
