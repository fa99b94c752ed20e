public import CivilTime
public import CoverDomain
import CoverIdentity
import ICalendar

/// When an event takes place.
public enum EventTime: Hashable, Sendable {
  case timed(Interval)
  /// A whole day.
  case day(Day)

  /// The time as instants of the zone.
  func interval(in zone: Zone) -> Interval {
    switch self {
    case .timed(let interval): interval
    case .day(let day): zone.interval(of: day)
    }
  }
}

/// An event of a publication: a cover session, a contact's day, a handover, an appointment that meets a request.
///
/// `practice.ics` holds the whole of it. What each reader gets to see follows from it (`EventReader`), so that one
/// SEQUENCE and one time of change serve every file.
public struct CoverEvent: Hashable, Sendable {
  /// What X-PLAN-COVER-KIND says: covering supervision is a contact, a handback a handover.
  public enum Kind: String, CaseIterable, Sendable { case cover, contact, handover, referral }

  /// Someone who is asked: RFC 5545 §3.8.4.1.
  public struct Attendee: Hashable, Sendable {
    public let email: String
    public let name: String
    /// PARTSTAT in upper case: `NEEDS-ACTION`, `ACCEPTED`, `TENTATIVE`.
    public var answer: String
  }

  /// Who was to come, and when, before the last change of either.
  public struct Before: Hashable, Sendable {
    public let by: ClinicianID
    public let start: Instant
  }

  /// What tells a reader's program which state of the event is the newest.
  public struct Stamps: Hashable, Sendable {
    /// Raised when colleague, time, place or clients change; an answer of the colleague does not raise it, since the
    /// answer is to that very SEQUENCE.
    public var sequence: Int
    /// The SEQUENCE of the next change; RFC 5545 §3.3.8 bounds it, and there the time of the change alone tells.
    var nextSequence: Int { min(sequence, Component.largestSequence - 1) + 1 }
    /// The time of the last change: DTSTAMP and LAST-MODIFIED.
    public var modified: Instant
    /// Since when that colleague has stood for it at that time.
    public var since: Instant
    public var before: Before?
  }

  public let uid: String
  public let kind: Kind
  public var time: EventTime
  /// The absent clinician; of a request the one who asks.
  public let absent: ClinicianID
  /// The colleague.
  public var by: ClinicianID
  /// For whom the colleague is the supervisor; nil unless it is covering supervision.
  public var supervisee: ClinicianID?
  /// Why a second professional is asked; nil unless it meets a request.
  public var reason: Referral.Reason?
  public var clients: [ClientID]
  /// Those of the clients whom the colleague is not told of yet: their consent is not recorded.
  public var withheld: [ClientID]
  /// The key of the session that is covered, or of the request that is met.
  public var session: String?
  /// The UID of the event that is covered.
  public var original: String?
  /// The site's id or `online`; empty where nothing is said.
  public var place: String
  public var organizer: String?
  public var attendees: [Attendee]
  public var stamps: Stamps

  /// Whom it concerns, each once.
  var clinicians: Set<ClinicianID> { Set([absent, by] + [supervisee].compactMap(\.self)) }

  /// Whether it is a handback: its UID says so.
  var isHandback: Bool { uid.hasPrefix(EventIdentity.Kind.handback.rawValue + "-") }

  /// Whether a clinician's own session is moved to another time.
  var isOwnMove: Bool { kind == .cover && by == absent }

  /// Whether it is an appointment to which a client comes because a second professional was asked for.
  var isAttended: Bool { kind == .referral && reason != .supervision }

  /// Whether both are the same in everything but their stamps.
  func hasSameContent(as other: CoverEvent) -> Bool {
    var copy = other
    copy.stamps = stamps
    return copy == self
  }

  /// Whether both have the same colleague at the same time.
  func hasSameAppointment(as other: CoverEvent) -> Bool { by == other.by && time == other.time }

  /// Whether an answer to the one is an answer to the other.
  func asksTheSame(as other: CoverEvent) -> Bool {
    hasSameAppointment(as: other) && clients == other.clients && place == other.place && session == other.session
      && supervisee == other.supervisee
  }

  /// The clients of whom the colleague may know.
  var disclosed: [ClientID] { clients.filter { !withheld.contains($0) } }
}

extension CoverEvent: Comparable {
  /// By time (whole days first), then by UID.
  public static func < (left: CoverEvent, right: CoverEvent) -> Bool {
    let first = left.order
    let second = right.order
    return first != second ? first < second : left.uid < right.uid
  }

  private var order: Int {
    switch time {
    case .timed(let interval): interval.start.seconds * 2 + 1
    case .day(let day): day.ordinal * 86_400 * 2
    }
  }
}
