import CivilTime
import CoverDomain

/// When people could take a request, everything that is planned as it is.
struct Openings {
  private let facts: Facts
  private let draft: Draft

  init(_ facts: Facts, _ draft: Draft) {
    self.facts = facts
    self.draft = draft
  }

  /// The first time of each colleague who could see them, by time, then by id.
  ///
  /// - Parameters:
  ///   - due: the end of the last that counts.
  ///   - choice: what the plan has for the request: that colleague is left out, and that time is taken for free.
  func first(of request: Int, before due: Instant, except choice: Choice? = nil) -> [Cover] {
    var covers = draft.covers(facts)
    if let choice { covers.remove(choice, facts) }
    return facts.people.indices.filter { $0 != choice?.colleague }
      .compactMap { times(of: request, colleague: $0, before: due, beside: covers, most: 1).first }
      .sorted { ($0.interval.start, $0.by) < ($1.interval.start, $1.by) }
  }

  /// The times on the grid at which the colleague could see them, none overlapping another, at most so many.
  func times(of request: Int, colleague: Int, before due: Instant, most: Int) -> [Cover] {
    times(of: request, colleague: colleague, before: due, beside: draft.covers(facts), most: most)
  }

  private func times(
    of request: Int, colleague: Int, before due: Instant, beside covers: Covers, most: Int
  ) -> [Cover] {
    guard let referral = facts.wanted[request].referral else { return [] }
    let situation = facts.situation
    let earliest = max(referral.from, situation.window.interval.start, situation.now)
    let latest = min(due, situation.window.interval.end) - referral.length
    guard earliest <= latest else { return [] }
    let span = Interval(start: earliest, seconds: latest + referral.length - earliest)
    let free = ReferralTimes(facts).free(referral, colleague).clipped(to: span)
    var found: [Cover] = []
    for gap in free.intervals where gap.length >= referral.length {
      for start in ReferralTimes(facts).grid(in: gap) where start <= gap.end - referral.length {
        let choice = Choice(demand: request, colleague: colleague, start: start, facts)
        if let last = found.last, choice.interval.start < last.interval.end { continue }
        guard HardRules.obstacles(to: choice, beside: covers, facts).isEmpty else { continue }
        found.append(Cover(by: facts.people[colleague].clinician.id, interval: choice.interval))
        if found.count == most { return found }
      }
    }
    return found
  }
}
