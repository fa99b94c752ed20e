public import CoverDomain

/// Something in a plan that the rules forbid.
public struct Breach: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// One of E1-E14 or P1-P5.
    case rule(Rule)
    /// A session that the plan has to speak of, and does not.
    case missingAssignment
    /// A session that the plan speaks of and should not, or speaks of twice.
    case strayAssignment
    /// What the plan says about a session's facts (its time, clients, absence, closure) is not what the diary says.
    case wrongSession
    case wrongNeed
    /// The outcome does not go with the need.
    case wrongOutcome
    /// Cover at a time to which the session may not be moved.
    case wrongTime
    /// Somebody who is not in the practice.
    case unknownClinician
    /// A gap whose reasons are incomplete or untrue.
    case wrongReason
    /// Changes that are said to help and do not.
    case wrongRemedy
    case wrongTierOrder
    case wrongTierValue
    /// Called proven, though a better plan is at hand.
    case notBest
    /// An absence that is missing, not one, or there twice.
    case wrongAbsence
    case wrongContact
    case wrongSupervisor
    case wrongHandover
    case wrongWindow
  }

  public let kind: Kind
  public let session: SessionID?
  public let colleague: ClinicianID?
  /// The other session in a conflict.
  public let other: SessionID?
  /// The limit that is exceeded.
  public let limit: Int?
  /// What is wrong, in ids and times alone.
  public let sentence: String

  init(
    _ kind: Kind, session: SessionID? = nil, colleague: ClinicianID? = nil, other: SessionID? = nil, limit: Int? = nil,
    _ sentence: String
  ) {
    self.kind = kind
    self.session = session
    self.colleague = colleague
    self.other = other
    self.limit = limit
    self.sentence = sentence
  }

  /// The rule that is broken; nil where the plan is wrong in its structure.
  public var rule: Rule? { if case .rule(let rule) = kind { rule } else { nil } }

  /// The name of the rule or of the fault.
  public var name: String { if case .rule(let rule) = kind { rule.rawValue } else { "\(kind)" } }

  public var description: String { "\(name): \(sentence)" }
}
