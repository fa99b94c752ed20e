public import CoverDomain

/// A published promise that no longer stands, or a session for which none was made.
public struct BrokenPublication: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, CaseIterable, Sendable {
    /// The session is in no calendar any more.
    case gone
    /// The session is at another time or has another length now, to which the cover does not fit.
    case moved
    /// The session has other clients now.
    case otherClients = "other-clients"
    /// The practice is closed at its time now.
    case closed
    /// Its clinician is no longer away: the cover is not needed.
    case withdrawn
    /// Its clients wait, or want no cover any more.
    case notWanted = "not-wanted"
    /// A rule no longer lets the colleague take it.
    case broken
    /// It wants cover and none is published for it.
    case newlyAffected = "newly-affected"
  }

  public let kind: Kind
  public let session: SessionID
  /// Who was promised; nil for a session without published cover.
  public let colleague: ClinicianID?
  /// The rules that are broken, in the order of `Rule.allCases`; none unless the kind is `broken`.
  public let rules: [Rule]
  /// What no longer holds, in ids and times alone.
  public let sentence: String

  init(_ kind: Kind, _ session: SessionID, _ colleague: ClinicianID?, rules: [Rule] = [], _ sentence: String) {
    self.kind = kind
    self.session = session
    self.colleague = colleague
    self.rules = rules
    self.sentence = sentence
  }

  public var description: String { "\(kind.rawValue): \(sentence)" }
}
