public import CivilTime

/// What a person has decided, and for which sessions.
public struct Decision: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// That colleague takes it.
    case assign(ClinicianID)
    /// That colleague does not take it.
    case forbid(ClinicianID)
    /// No cover: it waits until the clinician is back.
    case wait
    /// The client's notice of the published cover went out.
    case told
    /// The client has consented to cover.
    case consented
  }

  public let kind: Kind
  /// Each that is given narrows the decision; at least one is given.
  public let client: ClientID?
  public let session: SessionID?
  /// An absence: whose, and a day in it.
  public let absence: (clinician: ClinicianID, day: Day)?
  /// Who decided, when, and why.
  public let by: String?
  public let at: Instant?
  public let why: String?
  public let source: Source

  public init(
    kind: Kind, client: ClientID? = nil, session: SessionID? = nil,
    absence: (clinician: ClinicianID, day: Day)? = nil, by: String? = nil, at: Instant? = nil, why: String? = nil,
    source: Source
  ) {
    self.kind = kind
    self.client = client
    self.session = session
    self.absence = absence
    self.by = by
    self.at = at
    self.why = why
    self.source = source
  }

  /// Whether it speaks of that session; `absence` is the one that affects it.
  public func concerns(_ candidate: Session, in candidateAbsence: Absence?) -> Bool {
    if let client, !candidate.clients.contains(client) { return false }
    if let session, session != candidate.id { return false }
    if let absence {
      guard let candidateAbsence, candidateAbsence.clinician == absence.clinician,
        candidateAbsence.days.contains(absence.day)
      else { return false }
    }
    return true
  }

  public static func == (left: Decision, right: Decision) -> Bool {
    left.kind == right.kind && left.client == right.client && left.session == right.session
      && left.absence?.clinician == right.absence?.clinician && left.absence?.day == right.absence?.day
      && left.by == right.by && left.at == right.at && left.why == right.why && left.source == right.source
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(client)
    hasher.combine(session)
    hasher.combine(source)
  }
}
