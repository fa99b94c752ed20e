import CivilTime
import CoverDomain

/// P3: cover of a colleague never exceeds `max-cover-per-week`.
struct CoverWeekLimit: BesideCheck {
  func objection(to cover: GivenCover, beside book: CoverBook, _ facts: Facts) -> Objection? {
    guard !cover.isOwn,
      let limit = facts.people[cover.by]?.mostCover(in: facts.zone.day(of: cover.interval.start).week)
    else { return nil }
    let span = facts.spanOfWeek(cover.interval.start)
    let total = book.given(by: cover.by).count { !$0.isOwn && span.contains($0.interval.start) } + 1
    guard total > limit else { return nil }
    return Objection(
      .coverWeekLimit, "with it they would cover \(total) sessions of at most \(limit) in the week", limit: limit)
  }
}
