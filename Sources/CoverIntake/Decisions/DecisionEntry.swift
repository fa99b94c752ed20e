public import CivilTime
public import CoverDomain

/// An entry of decisions.yaml as it is written: its session is a key that nobody has looked up.
public struct DecisionEntry: Hashable, Sendable {
  public let kind: Decision.Kind
  public let client: ClientID?
  /// The key of a session.
  public let session: String?
  /// Whose session is meant, where one key stands in two calendars.
  public let clinician: ClinicianID?
  public let absence: Decision.AbsenceDay?
  public let by: String?
  public let at: Instant?
  public let why: String?

  public init(
    kind: Decision.Kind, client: ClientID? = nil, session: String? = nil, clinician: ClinicianID? = nil,
    absence: Decision.AbsenceDay? = nil, by: String? = nil, at: Instant? = nil, why: String? = nil
  ) {
    self.kind = kind
    self.client = client
    self.session = session
    self.clinician = clinician
    self.absence = absence
    self.by = by
    self.at = at
    self.why = why
  }

  public var verb: DecisionVerb {
    switch kind {
    case .assign: .assign
    case .forbid: .forbid
    case .wait: .wait
    case .told: .told
    case .sent: .sent
    case .consented: .consented
    case .leave: .leave
    }
  }

  /// The colleague or the absent clinician whom it names; nil for what names nobody.
  public var person: ClinicianID? {
    switch kind {
    case .assign(let id), .forbid(let id), .leave(let id, _): id
    case .wait, .told, .sent, .consented: nil
    }
  }

  /// Whether both decide the same, whoever did so, when, and why.
  public func decidesTheSame(as other: DecisionEntry) -> Bool {
    kind == other.kind && client == other.client && session == other.session && clinician == other.clinician
      && absence == other.absence
  }
}
