public import CivilTime

/// A change that nobody has made yet: what would help, and what if, are asked of the situation with such changes.
///
/// A supposition says what it is in a manager's words (`SuppositionWords`), and `Situation.supposing` is the situation
/// with it. Nothing is decided by one, and nothing is written.
public enum Supposition: Hashable, Sendable {
  /// One session beyond the colleague's limits on that day, and so in its week.
  case furtherSession(ClinicianID, on: Day)
  /// One session beyond the colleague's limits of that ISO week, on days whose own limits are not reached.
  case furtherSessionInWeek(ClinicianID, Week)
  /// Fewer minutes between the colleague's sessions of that day than the practice's rule asks for.
  case shorterBreak(ClinicianID, on: Day, minutes: Int)
  /// The session takes place at another time of its day.
  case otherTime(SessionID, Interval)
  /// Nothing else than a session of the colleague's own keeps them busy then.
  case free(ClinicianID, Interval)
  /// The colleague works in that time as well.
  case hours(ClinicianID, Interval, Edge)
  /// The colleague works at that place as well.
  case place(ClinicianID, Place)
  case payer(ClinicianID, Tag)
  /// The client consents to cover.
  case consent(ClientID)
  /// A colleague who takes no cover takes it.
  case takesCover(ClinicianID)
  /// Leave of the clinician is without its beginning, or its end.
  case shorterLeave(ClinicianID, without: Interval, End)
  /// The colleague holds a licence there that does not expire.
  case licence(ClinicianID, Tag)
  case language(ClinicianID, LanguageTag)
  case specialty(ClinicianID, Tag)

  /// The clinician is away on those days, both included.
  case leave(ClinicianID, ClosedRange<Day>)
  /// The clinician has that limit in place of their own; nil is no limit.
  case limit(ClinicianID, LimitKind, Int?)
  /// Somebody else works in the practice, by that diary.
  case further(Clinician, Diary)
  /// It is decided that the colleague takes the session.
  case assigned(SessionID, ClinicianID)

  /// Where working hours grow.
  public enum Edge: Int, Sendable {
    /// The end of hours is later, or their start earlier.
    case until, from
    /// Between hours, or on a day without any.
    case between, dayOff
  }

  /// Which end of leave goes.
  public enum End: Int, Sendable { case beginning, end }

  /// The four limits of practice.yaml.
  public enum LimitKind: String, CaseIterable, Sendable {
    case day
    case week
    case coverDay = "cover-day"
    case coverWeek = "cover-week"
  }
}

extension Supposition {
  /// How hard it is for a manager to bring about, from 1; nil for what is no relaxation and is never offered.
  ///
  /// Of as many changes the easier come first. One favour of one colleague is the least; then what has to be asked of
  /// others; what has to be learnt or applied for is the most, though somebody may have it already, and nobody wrote it
  /// down.
  public var effort: Int? {
    switch self {
    case .furtherSessionInWeek: 1
    case .furtherSession: 2
    case .shorterBreak: 3
    case .free: 4
    case .hours(_, _, let edge):
      switch edge {
      case .until, .from: 5
      case .between: 6
      case .dayOff: 9
      }
    case .otherTime: 7
    case .place: 8
    case .payer: 10
    case .consent: 11
    case .takesCover: 12
    case .shorterLeave: 13
    case .licence: 14
    case .language: 15
    case .specialty: 16
    case .leave, .limit, .further, .assigned: nil
    }
  }

  public var isOtherTime: Bool { if case .otherTime = self { true } else { false } }

  /// The clinician of whom something is asked; nil where it is the client.
  public var clinician: ClinicianID? {
    switch self {
    case .furtherSession(let id, _), .furtherSessionInWeek(let id, _), .shorterBreak(let id, _, _), .free(let id, _),
      .hours(let id, _, _), .place(let id, _), .payer(let id, _), .takesCover(let id), .shorterLeave(let id, _, _),
      .licence(let id, _), .language(let id, _), .specialty(let id, _), .leave(let id, _), .limit(let id, _, _),
      .assigned(_, let id):
      id
    case .further(let clinician, _): clinician.id
    case .otherTime, .consent: nil
    }
  }
}
