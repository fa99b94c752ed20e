public import CivilTime
public import CoverDomain

/// What the person who runs plan-cover says about the time to be planned.
public struct IntakeOptions: Hashable, Sendable {
  /// Leave that no calendar holds yet; both days are in it.
  public struct ExtraLeave: Hashable, Sendable {
    public let clinician: ClinicianID
    public let days: ClosedRange<Day>
    public init(clinician: ClinicianID, days: ClosedRange<Day>) {
      self.clinician = clinician
      self.days = days
    }
  }

  /// The first day; nil for the day of `now` in the practice's zone.
  public let from: Day?
  /// The first day that is not planned; nil for six weeks after the first, or the end of an absence that has begun by then.
  public let to: Day?
  /// What counts as the present.
  public let now: Instant
  public let extraLeave: [ExtraLeave]

  public init(from: Day? = nil, to: Day? = nil, now: Instant, extraLeave: [ExtraLeave] = []) {
    self.from = from
    self.to = to
    self.now = now
    self.extraLeave = extraLeave
  }
}

/// Why a practice cannot be read.
public enum IntakeFailure: Error, Hashable, Sendable {
  /// Everything that is wrong with its files, by file and place.
  case problems([Problem])
  /// An option does not fit the practice: a clinician that it does not have, a window without days.
  case option(message: String, hint: String?)
}
