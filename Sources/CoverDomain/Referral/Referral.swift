public import CivilTime

/// A request that a second professional sees a client, or for supervision the clinician, for a stated reason.
public struct Referral: Hashable, Sendable {
  public enum Reason: String, CaseIterable, Sendable {
    case secondOpinion = "second-opinion"
    case specialist
    case supervision
    case perspective

    /// In a manager's words.
    public var phrase: String {
      switch self {
      case .secondOpinion: "a second opinion"
      case .specialist: "a specialist"
      case .supervision: "supervision"
      case .perspective: "another background"
      }
    }
  }

  /// Known as a session is: by the referring clinician and the request's UID.
  public let id: SessionID
  public let reason: Reason
  /// Sorted, each once; none only where a clinician asks for supervision alone.
  public let clients: [ClientID]
  /// Specialties, or background tags where the reason is `perspective`.
  public let needs: Set<Tag>
  /// The appointment begins no earlier.
  public let from: Instant
  /// The appointment ends no later.
  public let due: Instant
  /// The appointment's length in minutes, above 0.
  public let minutes: Int
  public let place: Place
  /// Why, in the words of whoever asks; nil where there are none.
  public let words: String?
  /// Whether the clients have agreed that a colleague reads those words.
  public let isShared: Bool
  public let source: Source

  /// - Parameters:
  ///   - from: when the request's time begins.
  ///   - due: when it ends; never before `from`.
  public init(
    id: SessionID, reason: Reason, clients: [ClientID], needs: Set<Tag> = [], from: Instant, due: Instant,
    minutes: Int = 50, place: Place = .open, words: String? = nil, isShared: Bool = false, source: Source
  ) {
    self.id = id
    self.reason = reason
    self.clients = Array(Set(clients)).sorted()
    self.needs = needs
    self.from = from
    self.due = max(from, due)
    self.minutes = max(1, minutes)
    self.place = place
    self.words = words
    self.isShared = isShared
    self.source = source
  }

  /// The clinician who asks.
  public var clinician: ClinicianID { id.clinician }
  /// Seconds.
  public var length: Int { minutes * 60 }
  /// Who of the clients comes to the appointment: to supervision the clinician comes instead.
  public var attending: [ClientID] { reason == .supervision ? [] : clients }

  /// The request as an appointment at the begin of its time: what the rules for cover are asked of.
  public var session: Session {
    Session(id: id, clients: clients, interval: Interval(start: from, seconds: length), place: place, source: source)
  }

  /// The request as a demand: nobody is away, and its tier is its own.
  public var demand: Demand { Demand(session: session, absence: nil, isClosed: false, need: .none) }
}

extension Referral: Comparable {
  /// By the begin of their time, then by identity.
  public static func < (left: Referral, right: Referral) -> Bool {
    left.from != right.from ? left.from < right.from : left.id < right.id
  }
}
