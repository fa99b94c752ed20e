import CoverDomain

/// Why a rule does not let a cover stand.
struct Objection: Hashable, Sendable {
  let rule: Rule
  /// The other session in a conflict.
  let other: SessionID?
  /// The limit that is exceeded.
  let limit: Int?
  /// In ids and times alone.
  let detail: String

  init(_ rule: Rule, _ detail: String, other: SessionID? = nil, limit: Int? = nil) {
    self.rule = rule
    self.other = other
    self.limit = limit
    self.detail = detail
  }

  /// The breach that a plan with the cover commits.
  func breach(of cover: GivenCover, _ facts: Facts) -> Breach {
    Breach(
      .rule(rule), session: cover.session, colleague: cover.by, other: other, limit: limit,
      "\(cover.by) cannot take \(cover.session) at \(facts.clock(cover.interval.start)): \(detail)")
  }
}
