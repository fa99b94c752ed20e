import CivilTime
public import CoverDomain

/// Holds the last publication against the calendars, the register and the decisions as they are now.
///
/// It speaks of the cover that is still to come inside the window; what is past, and what lies behind the window, whose
/// calendars were not read, counts beside it in limits and conflicts.
public struct PublishedVerifier: Sendable {
  let facts: Facts

  public init(situation: Situation) { facts = Facts(situation) }

  /// Every published cover that no longer stands and every session that wants cover and has none, by time.
  public func broken() -> [BrokenPublication] {
    let affected = Dictionary(facts.affected.map { ($0.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    var book = CoverBook(facts.carried + facts.begun.map { GivenCover(carried: $0) })
    let kept = keptPromises(affected)
    var promised: Set<SessionID> = []
    var found: [(start: Instant, broken: BrokenPublication)] = []
    for cover in facts.published where isToCome(cover) {
      guard promised.insert(cover.session).inserted else { continue }
      if let broken = withoutObject(cover, affected[cover.session]) {
        found.append((cover.interval.start, broken))
      } else if let affected = affected[cover.session] {
        let given = GivenCover(affected, by: cover.by, interval: cover.interval)
        if let broken = breach(given, beside: book, kept) { found.append((cover.interval.start, broken)) }
        book.add(given)
      }
    }
    found += brokenAppointments(beside: book)
    let known = Set(facts.published.map(\.session))
    for affected in facts.affected
    where affected.wantsCover && affected.session.interval.start >= facts.now && !known.contains(affected.session.id) {
      let session = affected.session
      found.append(
        (
          session.interval.start,
          BrokenPublication(
            .newlyAffected, session.id, nil,
            "\(facts.named(session.id, session.clients)) at \(facts.clock(session.interval.start)) wants cover and none is published"
          )
        ))
    }
    return found.sorted { ($0.start, $0.broken.session) < ($1.start, $1.broken.session) }.map(\.broken)
  }

  func isToCome(_ cover: PublishedCover) -> Bool {
    cover.interval.start >= facts.now && facts.window.interval.contains(cover.interval.start)
  }

  /// The published cover to come that keeps what people have settled, and what is past: beside that alone a decision is
  /// asked for, for everything else could be given to somebody else.
  private func keptPromises(_ affected: [SessionID: AffectedSession]) -> CoverBook {
    var book = CoverBook(facts.carried + facts.begun.map { GivenCover(carried: $0) })
    for cover in facts.published where isToCome(cover) {
      guard let affected = affected[cover.session], affected.wantsCover else { continue }
      let isPromised = facts.promises.pins(of: affected).contains {
        $0.colleague == cover.by && ($0.start ?? affected.session.interval.start) == cover.interval.start
      }
      let given = GivenCover(affected, by: cover.by, interval: cover.interval)
      if isPromised, Checks.objections(to: given, facts).isEmpty { book.add(given) }
    }
    for request in facts.requests {
      guard let appointment = facts.promises.published(request.referral.id), isToCome(appointment),
        facts.promises.pins(of: request.affected).contains(where: { $0.colleague == appointment.by })
      else { continue }
      book.add(GivenCover(request, by: appointment.by, interval: appointment.interval))
    }
    return book
  }

  /// Why there is nothing left to cover as it was promised; nil where the session still wants that cover.
  private func withoutObject(_ cover: PublishedCover, _ affected: AffectedSession?) -> BrokenPublication? {
    func broken(_ kind: BrokenPublication.Kind, _ fault: String) -> BrokenPublication {
      let time = facts.clock(cover.interval.start)
      return BrokenPublication(
        kind, cover.session, cover.by,
        "\(facts.named(cover.session, cover.clients)), with \(cover.by) at \(time): \(fault)")
    }
    guard let session = facts.sessions[cover.session] else { return broken(.gone, "the session is in no calendar") }
    if facts.closed.overlaps(session.interval) { return broken(.closed, "the practice is closed then") }
    if !(facts.leave[session.clinician]?.overlaps(session.interval) ?? false) {
      return broken(.withdrawn, "\(session.clinician) is not away then")
    }
    if session.clients != cover.clients { return broken(.otherClients, "it has other clients now") }
    guard let affected else {
      return broken(.moved, "the session is at \(facts.clock(session.interval.start)) now")
    }
    let given = GivenCover(affected, by: cover.by, interval: cover.interval)
    if MovedTime(facts).fault(of: given) != nil {
      let now = "from \(facts.clock(session.interval.start)) to \(facts.clock(session.interval.end))"
      return broken(.moved, "the session is \(now) now")
    }
    if !affected.wantsCover { return broken(.notWanted, "its need is \(affected.need.rawValue) now") }
    return nil
  }

  private func couldTake(_ affected: AffectedSession, _ colleague: ClinicianID, beside book: CoverBook) -> Bool {
    let given = GivenCover(affected, by: colleague, interval: affected.session.interval)
    return Checks.objections(to: given, facts).isEmpty && Checks.objections(to: given, beside: book, facts).isEmpty
  }

  /// The rules that keep the colleague from a session that still wants cover.
  ///
  /// - Parameter kept: the promises that the publication keeps: a decision gives way to them alone.
  private func breach(_ given: GivenCover, beside book: CoverBook, _ kept: CoverBook) -> BrokenPublication? {
    var objections = Checks.objections(to: given, facts) + Checks.objections(to: given, beside: book, facts)
    if let affected = given.affected,
      let assigned = affected.decisions.assigned, assigned != given.by,
      couldTake(affected, assigned, beside: kept.without(affected.session.id))
    {
      objections.append(Objection(.decided, "it is assigned to \(assigned)"))
    }
    guard !objections.isEmpty else { return nil }
    let why = objections.map { "\($0.rule.rawValue) (\($0.detail))" }.joined(separator: "; ")
    return BrokenPublication(
      .broken, given.session, given.by, rules: objections.map(\.rule),
      "\(given.by) cannot take \(facts.named(given.session, given.clients)) at \(facts.clock(given.interval.start)): \(why)"
    )
  }
}
