import CivilTime
import CoverDomain

/// P4: no client is in two sessions at the same time, whoever gives them.
struct ClientOnce: BesideCheck {
  func objection(to cover: GivenCover, beside book: CoverBook, _ facts: Facts) -> Objection? {
    for client in cover.clients {
      let standing = facts.standingOfClient[client]?.first { $0.interval.overlaps(cover.interval) }?.id
      let covered = book.given(to: client).first { $0.interval.overlaps(cover.interval) }?.session
      if let other = standing ?? covered {
        return Objection(.clientOnce, "\(client) is in \(other) at the same time", other: other)
      }
    }
    return nil
  }
}
