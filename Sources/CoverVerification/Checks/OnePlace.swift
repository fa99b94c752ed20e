import CivilTime
import CoverDomain

/// P1: the cover sessions of one colleague never overlap and keep the break apart.
struct OnePlace: BesideCheck {
  func objection(to cover: GivenCover, beside book: CoverBook, _ facts: Facts) -> Objection? {
    let near = cover.people.flatMap { person in book.occupying(person).map { (person, $0) } }.first { person, other in
      cover.interval.gap(to: other.interval).map {
        $0 < facts.leastBreak(of: person, between: cover.interval, other.interval)
      } ?? true
    }?.1
    return near.map {
      Objection(
        .onePlace, "they also take \($0.session) at \(facts.clock($0.interval.start))", other: $0.session)
    }
  }
}
