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

  /// Which days are read, where nobody names them: those to be planned, or days around the present.
  public enum Days: Hashable, Sendable {
    case planned
    /// From so many days before today to so many after.
    case around(before: Int, after: Int)
    /// So many weeks, from the next Monday.
    case weeks(Int)
  }

  /// The first day; nil for the day of `now` in the practice's zone.
  public let from: Day?
  /// The first day that is not planned; nil for six weeks after the first and all of `extraLeave`, or the end of an
  /// absence that has begun by then.
  public let to: Day?
  /// What counts as the present.
  public let now: Instant
  public let extraLeave: [ExtraLeave]
  public let days: Days
  /// A day that is to be planned as well, where `to` names none.
  public let reaching: Day?

  /// - Parameter days: what `from` and `to` are where they are nil; today is the day of `now` in the practice's zone.
  public init(
    from: Day? = nil, to: Day? = nil, now: Instant, extraLeave: [ExtraLeave] = [], days: Days = .planned,
    reaching: Day? = nil
  ) {
    self.from = from
    self.to = to
    self.now = now
    self.extraLeave = extraLeave
    self.days = days
    self.reaching = reaching
  }
}

/// Why a practice cannot be read.
public enum IntakeFailure: Error, Hashable, Sendable {
  /// Everything that is wrong with its files, by file and place.
  case problems([Problem])
  /// An option does not fit the practice: a clinician that it does not have, a window without days.
  case option(message: String, hint: String?)
}
