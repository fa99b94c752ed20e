import CivilTime
import CoverDomain
import CoverIdentity

/// The events of a plan joined with those of the last publication: what stays keeps its stamps, what changes gets new
/// ones, what is over is kept for a while, and what no longer stands is withdrawn.
struct EventHistory: Sendable {
  /// The events of the new publication, by time.
  let live: [CoverEvent]
  /// What was taken back and is not over yet, by time: each with the stamps of its cancellation.
  let withdrawn: [CoverEvent]
  /// What differs from the last publication.
  let changes: PlanChanges
  /// By UID, where in `live` the event stands.
  private let positions: [String: Int]

  init(planned: PlannedEvents, previous: PreviousPublication?) {
    let situation = planned.situation
    let old = Dictionary((previous?.events ?? []).map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let oldWithdrawn = previous?.withdrawn ?? []
    let stamp = Self.stamp(now: situation.now, old: Array(old.values) + oldWithdrawn)
    let lastCancelled = Dictionary(oldWithdrawn.map { ($0.uid, $0.stamps.sequence) }, uniquingKeysWith: max)
    let answers = EventAnswers(situation: situation)

    var live: [CoverEvent] = []
    var withdrawn: [CoverEvent] = []
    var changes = PlanChanges(isFirst: previous == nil)
    for event in planned.events {
      guard let before = old[event.uid] else {
        var new = event
        let sequence = lastCancelled[event.uid].map { $0 + 1 } ?? 0
        new.stamps = CoverEvent.Stamps(sequence: sequence, modified: stamp, since: stamp)
        live.append(answers.applied(to: new))
        changes.new.append(new)
        continue
      }
      let merged = answers.applied(to: Self.merged(event, before: before, stamp: stamp, zone: situation.practice.zone))
      var next = merged
      if !next.hasSameContent(as: before) { next.stamps.modified = stamp }
      live.append(next)
      if !next.hasSameAppointment(as: before) {
        changes.changed.append(PlanChanges.Change(event: next, before: before))
      } else if next.stamps != before.stamps {
        changes.updated.append(PlanChanges.Change(event: next, before: before))
      }
      if next.by != before.by { withdrawn.append(before.cancelled(sequence: next.stamps.sequence, at: stamp)) }
    }

    let plannedUIDs = Set(live.map(\.uid))
    let carrying = CarriedEvents(situation: situation, plan: planned.plan)
    for event in old.values.sorted() where !plannedUIDs.contains(event.uid) {
      switch carrying.fate(of: event) {
      case .kept: live.append(event)
      case .forgotten: break
      case .withdrawn:
        let cancelled = event.cancelled(sequence: event.stamps.nextSequence, at: stamp)
        withdrawn.append(cancelled)
        changes.withdrawn.append(cancelled)
      }
    }

    let sorted = live.sorted()
    self.live = sorted
    positions = Dictionary(sorted.enumerated().map { ($1.uid, $0) }, uniquingKeysWith: { first, _ in first })
    self.withdrawn = Self.standing(withdrawn + oldWithdrawn, live: live, situation: situation)
    self.changes = changes
  }

  /// The event of the new publication that has the UID.
  func live(_ uid: String) -> CoverEvent? { positions[uid].map { live[$0] } }

  /// The time of this publication's changes: now, and later than any change before, so that whoever compares DTSTAMPs
  /// (RFC 5546 §2.1.5) takes the newer one even where a clock was set back.
  private static func stamp(now: Instant, old: [CoverEvent]) -> Instant {
    max(now, old.map { $0.stamps.modified + 1 }.max() ?? now)
  }

  private static func merged(_ event: CoverEvent, before: CoverEvent, stamp: Instant, zone: Zone) -> CoverEvent {
    var next = event
    next.stamps = before.stamps
    if !next.asksTheSame(as: before) { next.stamps.sequence = next.stamps.nextSequence }
    if !next.hasSameAppointment(as: before) {
      next.stamps.since = stamp
      next.stamps.before = CoverEvent.Before(by: before.by, start: before.time.interval(in: zone).start)
    }
    return next
  }

  /// The cancellations that still have to be known: of what is not over, and was not given back to the same colleague;
  /// the newest of each.
  private static func standing(_ events: [CoverEvent], live: [CoverEvent], situation: Situation) -> [CoverEvent] {
    let holder = Dictionary(live.map { ($0.uid, $0.by) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<[String]> = []
    return events.filter { event in
      event.time.interval(in: situation.practice.zone).end > situation.now && holder[event.uid] != event.by
        && seen.insert([event.uid, event.by.text]).inserted
    }.sorted()
  }
}

extension CoverEvent {
  /// The event as it is taken back.
  func cancelled(sequence: Int, at stamp: Instant) -> CoverEvent {
    var event = self
    event.stamps.sequence = sequence
    event.stamps.modified = stamp
    return event
  }
}
