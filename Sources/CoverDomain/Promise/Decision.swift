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
    /// A letter went out that says again what was told, or that somebody is back: it promises nothing, and does not come
    /// again.
    case sent(Letter)
    /// The client has consented to cover.
    case consented
    /// That clinician is away on those days, both included, though no calendar says so yet.
    case leave(ClinicianID, ClosedRange<Day>)
  }

  /// A letter about an absence that promises nothing new.
  public enum Letter: String, CaseIterable, Sendable {
    case reminder
    /// That the clinician is back soon: it counts while the absence lasts no longer than the day named.
    case back = "return"
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

  /// Whether that letter about the absence has gone out to the client.
  func isSent(_ letter: Letter, to candidate: ClientID, about candidateAbsence: Absence) -> Bool {
    guard kind == .sent(letter), client == nil || client == candidate, let absence,
      absence.clinician == candidateAbsence.clinician, candidateAbsence.days.contains(absence.day)
    else { return false }
    return letter == .reminder || candidateAbsence.days.upperBound <= absence.day
  }

  /// Whether it speaks of that session; `absence` is the one that affects it. Leave speaks of no session, and neither does a letter
  /// that promises nothing.
  public func concerns(_ candidate: Session, in candidateAbsence: Absence?) -> Bool {
    switch kind {
    case .leave, .sent: return false
    case .assign, .forbid, .wait, .told, .consented: break
    }
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
