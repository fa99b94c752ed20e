public import CivilTime

/// What a clinician answered about something other than a session: a day as contact, or a meeting around an absence.
public struct DutyAnswer: Hashable, Sendable {
  public enum Duty: Hashable, Sendable {
    /// The contact of the absent clinician on a day.
    case contact(of: ClinicianID, day: Day)
    /// Supervising the supervisee on a day.
    case supervision(of: ClinicianID, day: Day)
    /// A handover or handback of the absent clinician and the colleague, at that time.
    case meeting(of: ClinicianID, with: ClinicianID, at: Instant)
  }

  public let duty: Duty
  /// Who answered.
  public let by: ClinicianID
  public let kind: Answer.Kind
  /// The SEQUENCE of the event that was answered.
  public let sequence: Int

  public init(_ duty: Duty, by: ClinicianID, _ kind: Answer.Kind, sequence: Int = 0) {
    self.duty = duty
    self.by = by
    self.kind = kind
    self.sequence = sequence
  }
}

extension Situation {
  /// Whether the clinician's last word on the duty was no.
  public func hasDeclined(_ clinician: ClinicianID, _ duty: DutyAnswer.Duty) -> Bool {
    dutyAnswers.last { $0.by == clinician && $0.duty == duty }?.kind == .declined
  }

  /// The times at which either of the two will not meet for a handover or handback.
  public func declinedMeetings(of absent: ClinicianID, with colleague: ClinicianID) -> [Instant] {
    times(of: absent, with: colleague) { answers in answers.contains { $0.kind == .declined } }
  }

  /// The times that somebody has accepted, and nobody declined.
  public func acceptedMeetings(of absent: ClinicianID, with colleague: ClinicianID) -> [Instant] {
    times(of: absent, with: colleague) { answers in
      answers.contains { $0.kind == .accepted } && !answers.contains { $0.kind == .declined }
    }
  }

  /// - Parameter isMeant: asked of everybody's last word on a time.
  private func times(
    of absent: ClinicianID, with colleague: ClinicianID, where isMeant: ([DutyAnswer]) -> Bool
  ) -> [Instant] {
    var last: [Instant: [ClinicianID: DutyAnswer]] = [:]
    for answer in dutyAnswers {
      if case .meeting(absent, colleague, let time) = answer.duty { last[time, default: [:]][answer.by] = answer }
    }
    return last.filter { isMeant(Array($0.value.values)) }.keys.sorted()
  }
}
