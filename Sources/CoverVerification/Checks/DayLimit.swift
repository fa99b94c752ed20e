import CivilTime
import CoverDomain

/// P2: standing own sessions plus cover of a colleague never exceed `max-sessions-per-day`.
struct DayLimit: BesideCheck {
  func objection(to cover: GivenCover, beside book: CoverBook, _ facts: Facts) -> Objection? {
    guard
      let limit = facts.people[cover.by]?.mostSessions(on: facts.zone.day(of: cover.interval.start))
    else { return nil }
    let span = facts.spanOfDay(cover.interval.start)
    let own = facts.standing[cover.by, default: .empty].count(startingIn: span)
    let given = book.given(by: cover.by).count { span.contains($0.interval.start) }
    let total = own + given + 1
    guard total > limit else { return nil }
    return Objection(
      .dayLimit, "with it they would have \(total) sessions of at most \(limit) in the day", limit: limit)
  }
}
