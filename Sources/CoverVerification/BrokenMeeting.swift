import CivilTime
public import CoverDomain

/// A published handover or handback that cannot be held as it was arranged.
public struct BrokenMeeting: Hashable, Sendable {
  public let meeting: PublishedMeeting
  /// What no longer holds, in ids and times alone.
  public let sentence: String
}

extension PublishedVerifier {
  /// Every published handover and handback to come that no longer stands, by time.
  public func brokenMeetings() -> [BrokenMeeting] {
    let covers = (facts.published + facts.publishedReferrals).map { GivenCover(carried: $0) }
    let handovers = Handovers(facts, CoverBook(covers), covers: [])
    return facts.publishedMeetings.filter { $0.interval.start >= facts.now }
      .sorted { ($0.interval, $0.clinician, $0.by) < ($1.interval, $1.clinician, $1.by) }
      .compactMap { meeting in
        fault(of: meeting, handovers).map { fault in
          BrokenMeeting(
            meeting: meeting,
            sentence: "\(meeting.clinician) with \(meeting.by) at \(facts.clock(meeting.interval.start)): \(fault)")
        }
      }
  }

  private func fault(of meeting: PublishedMeeting, _ handovers: Handovers) -> String? {
    for person in [meeting.clinician, meeting.by] where facts.people[person] == nil {
      return "\(person) is not in the practice"
    }
    if !isAround(meeting) { return "\(meeting.clinician) has no absence that it goes with" }
    return handovers.hindrance(of: meeting.clinician, with: meeting.by, meeting.interval)
  }

  /// Whether an absence of the clinician begins in the days after the meeting, or ended in those before it.
  private func isAround(_ meeting: PublishedMeeting) -> Bool {
    let day = facts.zone.day(of: meeting.interval.start)
    let within = facts.rules.handover.withinDays
    return facts.absences.contains { absence in
      guard absence.clinician == meeting.clinician else { return false }
      if meeting.interval.end <= absence.interval.start { return day >= absence.firstDay - within }
      return absence.interval.end <= meeting.interval.start && day <= absence.lastDay + within
    }
  }
}
