import CoverDomain

/// The outcome of a session goes with its need, and cover is at a permitted time by somebody of the practice.
struct Outcomes {
  let facts: Facts

  func breaches(_ affected: AffectedSession, _ outcome: Outcome) -> [Breach] {
    let id = affected.session.id
    guard fits(affected, outcome) else {
      let need = affected.isClosed ? "the practice is closed" : "the need is \(affected.need.rawValue)"
      return [
        Breach(
          .wrongOutcome, session: id, colleague: outcome.cover?.by, "\(id): \(need), so it cannot be \(name(outcome))")
      ]
    }
    guard let cover = outcome.cover else { return [] }
    let given = GivenCover(affected, by: cover.by, interval: cover.interval)
    if facts.people[cover.by] == nil {
      return [Breach(.unknownClinician, session: id, colleague: cover.by, "\(cover.by) is not in the practice")]
    }
    return MovedTime(facts).fault(of: given).map {
      [
        Breach(
          .wrongTime, session: id, colleague: cover.by,
          "\(id) cannot be at \(facts.clock(cover.interval.start)): \($0)")
      ]
    } ?? []
  }

  private func fits(_ affected: AffectedSession, _ outcome: Outcome) -> Bool {
    switch outcome {
    case .closed: affected.isClosed
    case .waiting: !affected.isClosed && affected.need == .wait
    case .none: !affected.isClosed && affected.need == .none
    case .covered, .uncovered: affected.wantsCover
    }
  }

  private func name(_ outcome: Outcome) -> String {
    switch outcome {
    case .covered: "covered"
    case .waiting: "waiting"
    case .none: "none"
    case .closed: "closed"
    case .uncovered: "uncovered"
    }
  }
}
