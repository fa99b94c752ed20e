import CivilTime
import CoverDomain

/// P1: the cover sessions of one colleague never overlap and keep the break apart.
struct OnePlace: BesideCheck {
  func objection(to cover: GivenCover, beside book: CoverBook, _ facts: Facts) -> Objection? {
    let least = facts.rules.breakMinutes * 60
    let near = cover.people.flatMap { book.occupying($0) }.first { other in
      cover.interval.gap(to: other.interval).map { $0 < least } ?? true
    }
    return near.map {
      Objection(
        .onePlace, "they also take \($0.session) at \(facts.clock($0.interval.start))", other: $0.session)
    }
  }
}
