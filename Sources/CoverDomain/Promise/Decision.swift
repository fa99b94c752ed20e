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
    /// That clinician is away on those days, both included, though no calendar says so yet.
    case leave(ClinicianID, ClosedRange<Day>)
  }

  /// An absence, known by its clinician and any day in it.
  public struct AbsenceDay: Hashable, Sendable {
    public let clinician: ClinicianID
    public let day: Day
    public init(clinician: ClinicianID, day: Day) {
      self.clinician = clinician
      self.day = day
    }
  }

  public let kind: Kind
  /// Each that is given narrows the decision; at least one is given, save for leave, which has none.
  public let client: ClientID?
  public let session: SessionID?
  public let absence: AbsenceDay?
  /// Who decided, when, and why.
  public let by: String?
  public let at: Instant?
  public let why: String?
  public let source: Source

  public init(
    kind: Kind, client: ClientID? = nil, session: SessionID? = nil,
    absence: AbsenceDay? = nil, by: String? = nil, at: Instant? = nil, why: String? = nil,
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

  /// Whether it can be about a request for a second professional: an assignment and a telling only where they name it, for
  /// otherwise they are about cover.
  func mayConcern(requests: Set<SessionID>) -> Bool {
    switch kind {
    case .assign, .told: session.map(requests.contains) ?? false
    case .forbid, .wait, .consented, .leave: true
    }
  }

  /// Whether it speaks of that session; `absence` is the one that affects it. Leave speaks of no session.
  public func concerns(_ candidate: Session, in candidateAbsence: Absence?) -> Bool {
    if case .leave = kind { return false }
    if let client, !candidate.clients.contains(client) { return false }
    if let session, session != candidate.id { return false }
    if let absence {
      guard let candidateAbsence, candidateAbsence.clinician == absence.clinician,
        candidateAbsence.days.contains(absence.day)
      else { return false }
    }
    return true
  }
}
