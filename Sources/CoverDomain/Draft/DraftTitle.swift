public import CivilTime

/// A title in a clinician's calendar that a draft does not take for a client's.
public struct DraftTitle: Hashable, Sendable {
  /// Why not.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It says that there is an appointment, and not with whom.
    case unnamed
    /// It could be a client, and stands there once.
    case once
    /// It is one word: a first name, or something else.
    case oneWord = "one word"
    /// It has guests, and its words are of something else.
    case guests
    /// It is of several clinicians.
    case shared
    /// Its words are of something else.
    case other

    /// Whether it may be a client all the same.
    public var mayBeClient: Bool {
      switch self {
      case .unnamed, .once, .oneWord, .guests: true
      case .shared, .other: false
      }
    }
  }

  public let clinician: ClinicianID
  /// On one line; may hold a client's name.
  public let title: String
  public let kind: Kind
  /// How often it was seen.
  public let count: Int
  /// Where the first of them stands, and when it is.
  public let source: Source
  public let first: Interval

  public init(clinician: ClinicianID, title: String, kind: Kind, count: Int, source: Source, first: Interval) {
    self.clinician = clinician
    self.title = title
    self.kind = kind
    self.count = count
    self.source = source
    self.first = first
  }
}
