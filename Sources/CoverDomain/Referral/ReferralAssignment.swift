/// A request with what the plan makes of it.
public struct ReferralAssignment: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// A colleague sees them.
    case met(Cover)
    /// Nobody can in the request's time.
    case unmet(ReferralGap)
  }

  public let referral: Referral
  public let outcome: Outcome
  /// Who else could see them, each at the first time that the rest of the plan leaves: by time, then by id. None where
  /// nobody sees them.
  public let others: [Cover]

  public init(referral: Referral, outcome: Outcome, others: [Cover] = []) {
    self.referral = referral
    self.outcome = outcome
    self.others = others
  }

  public var cover: Cover? { if case .met(let cover) = outcome { cover } else { nil } }

  /// `met`, `unmet`.
  public var outcomeName: String { cover == nil ? "unmet" : "met" }
}

/// Why nobody takes a request.
public struct ReferralGap: Hashable, Sendable {
  /// One entry for every colleague, by id: the rules that keep the colleague from it at every time. A colleague who could
  /// see them, only at no time that is left, has the rules that stand in the way of most times.
  public let why: [Gap.Obstacles]
  /// The first time after the request's own at which a colleague could, inside the window; nil where there is none.
  public let firstOpening: Cover?

  public init(why: [Gap.Obstacles], firstOpening: Cover?) {
    self.why = why
    self.firstOpening = firstOpening
  }
}
