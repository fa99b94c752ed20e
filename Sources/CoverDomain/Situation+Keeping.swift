public import CivilTime

extension Situation {
  /// When all that the decision is about is over; nil where it is about no time, or nothing tells which: such a decision
  /// may count for whatever comes.
  ///
  /// What lies in an absence is over with the absence: as long as that lasts, plans look back on all of it.
  public func end(of decision: Decision) -> Instant? {
    let zone = practice.zone
    if case .leave(let clinician, let days) = decision.kind {
      return end(of: clinician, Interval(zone.start(of: days.lowerBound), zone.start(of: days.upperBound + 1)))
    }
    var ends: [Instant] = []
    if let absence = decision.absence {
      ends.append(end(of: absence.clinician, zone.interval(of: absence.day)) ?? zone.interval(of: absence.day).end)
    }
    if let session = decision.session {
      guard let interval = interval(of: session) else { return nil }
      ends.append(end(of: session.clinician, interval) ?? interval.end)
    }
    return ends.max()
  }

  /// The end of the time, or of the clinician's absences that it touches.
  private func end(of clinician: ClinicianID, _ interval: Interval?) -> Instant? {
    guard let interval else { return nil }
    return absences.filter { $0.clinician == clinician && $0.interval.overlaps(interval) }.map(\.interval.end)
      .reduce(interval.end, max)
  }

  /// When a session is, or is covered, whichever is later: as read or published, or as the key of a series says.
  private func interval(of session: SessionID) -> Interval? {
    let read = diaries[session.clinician]?.sessions.filter { $0.id == session }.map(\.interval) ?? []
    let covers = (published + publishedReferrals).filter { $0.session == session }.map(\.interval)
    let asked = requested.filter { $0.id == session }.compactMap { Interval($0.from, $0.due) }
    if let last = (read + covers + asked).max(by: { $0.end < $1.end }) { return last }
    return session.key.split(separator: "/").last.flatMap { Instant($0) }.map { Interval(start: $0, seconds: 0) }
  }
}
