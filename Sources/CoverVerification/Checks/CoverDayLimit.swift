import CivilTime
import CoverDomain

/// P3: cover of a colleague never exceeds `max-cover-per-day`.
struct CoverDayLimit: BesideCheck {
  func objection(to cover: GivenCover, beside book: CoverBook, _ facts: Facts) -> Objection? {
    guard !cover.isOwn,
      let limit = facts.people[cover.by]?.mostCover(on: facts.zone.day(of: cover.interval.start))
    else { return nil }
    let span = facts.spanOfDay(cover.interval.start)
    let total = book.given(by: cover.by).count { !$0.isOwn && span.contains($0.interval.start) } + 1
    guard total > limit else { return nil }
    return Objection(
      .coverDayLimit, "with it they would cover \(total) sessions of at most \(limit) in the day", limit: limit)
  }
}
