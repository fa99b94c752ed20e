import CivilTime
import CoverDomain

/// plan.json: the whole plan for programs, schema `plan-cover/1`.
struct PlanDocument: Sendable {
  let situation: Situation
  let plan: Plan
  let reading: Reading
  let history: EventHistory
  let notices: Notices
  let zoneDataVersion: String

  var text: String { json.pretty }

  private var json: JSONValue {
    .members([
      "schema": "plan-cover/1",
      "practice": .string(situation.practice.name),
      "timezone": .string(situation.practice.zone.identifier),
      "window": .members(["from": .day(plan.window.from), "to": .day(plan.window.to)]),
      "status": .string(plan.status.rawValue),
      "tiers": .array(plan.tiers.map(tier)),
      "absences": .array(plan.absences.map(absence)),
      "sessions": .array(plan.assignments.map(session)),
      "referrals": .array(plan.referrals.map(referral)),
      "ledger": .array(reading.ledger.map(JSONValue.ledger)),
      "not-recognised": .array(reading.unrecognised.map(JSONValue.unrecognised)),
      "not-understood": .array(reading.notUnderstood.map(JSONValue.notUnderstood)),
      "would-help-together": .array(plan.help.together.map(step)),
      "would-help-not-sought": .integer(plan.help.notSought),
      "broken-promises": .array(plan.brokenPromises.map(brokenPromise)),
      "beyond": .array(notices.beyond.settled.map(beyond)),
      "load": .array(WeekLoads(situation: situation, plan: plan).all.map(load)),
      "changes": .array(LastChange(history).entries.map(change)),
      "withdrawn": .array(history.withdrawn.map(WithdrawnRecord.json)),
      "notices": .array(notices.written.map(notice)),
      "notices-refused": .array(notices.refused.map(refused)),
      "tz-version": .string(zoneDataVersion),
    ])
  }

  private func tier(_ tier: TierResult) -> JSONValue {
    .members([
      "name": .string(tier.tier.rawValue), "value": .integer(tier.value), "bound": .integer(tier.bound),
      "proven": .bool(tier.isProven),
    ])
  }

  private func absence(_ entry: AbsencePlan) -> JSONValue {
    let placed = entry.handovers.filter { $0.interval != nil }
    return .members([
      "clinician": .id(entry.absence.clinician),
      "start": .time(entry.absence.interval.start), "end": .time(entry.absence.interval.end),
      "contacts": .array(entry.contacts.map { .members(["date": .day($0.day), "by": .optional($0.by?.text)]) }),
      "handovers": .array(placed.filter { $0.kind == .handover }.map(handover)),
      "handbacks": .array(placed.filter { $0.kind == .handback }.map(handover)),
      "not-placed": .array(
        entry.handovers.filter { $0.interval == nil }.map {
          .members([
            "kind": .string($0.kind.rawValue), "by": .id($0.colleague), "minutes": .integer($0.minutes),
          ])
        }),
      "supervisors": .array(
        entry.supervisors.map {
          .members(["date": .day($0.day), "supervisee": .id($0.supervisee), "by": .optional($0.by?.text)])
        }),
      "without-supervisor": .clients(entry.withoutSupervisor),
    ])
  }

  private func handover(_ handover: Handover) -> JSONValue {
    .members([
      "by": .id(handover.colleague), "start": .optional(handover.interval?.start.iso8601),
      "end": .optional(handover.interval?.end.iso8601), "clients": .clients(handover.clients),
    ])
  }

  private func session(_ assignment: Assignment) -> JSONValue {
    let session = assignment.session
    let cover = assignment.outcome.cover
    var gap = Gap(why: [], wouldHelp: [])
    var outside: [OutsideProfessional] = []
    if case .uncovered(let found) = assignment.outcome {
      gap = found
      outside = situation.outside(for: assignment.demand)
    }
    return .members([
      "session": .string(session.id.key), "clinician": .id(session.clinician), "clients": .clients(session.clients),
      "start": .time(session.interval.start), "end": .time(session.interval.end),
      "need": .string(assignment.demand.need.rawValue), "outcome": .string(assignment.outcomeName),
      "by": .optional(cover?.by.text), "at": .optional(cover?.interval.start.iso8601),
      "shared-with": .optional(assignment.demand.sharedWith?.clinician.text),
      "why": .array(gap.why.map { .members(["colleague": .id($0.colleague), "rules": .rules($0.rules)]) }),
      "would-help": .array(gap.wouldHelp.map { .remedy($0, of: session.id) }),
      "outside": .array(outside.map { .string($0.id.text) }),
    ])
  }

  /// A session outside the window, as an earlier plan settled it.
  private func beyond(_ assignment: Assignment) -> JSONValue {
    let cover = assignment.outcome.cover
    return .members([
      "session": .string(assignment.session.id.key), "clinician": .id(assignment.session.clinician),
      "clients": .clients(assignment.session.clients), "start": .time(assignment.session.interval.start),
      "outcome": .string(assignment.outcomeName), "by": .optional(cover?.by.text),
      "at": .optional(cover?.interval.start.iso8601),
    ])
  }

  private func step(_ step: Help.Step) -> JSONValue {
    .members([
      "changes": .array(step.changes.map { .string($0) }),
      "sessions": .array(
        step.sessions.map { .members(["session": .string($0.key), "clinician": .id($0.clinician)]) }),
    ])
  }

  private func referral(_ assignment: ReferralAssignment) -> JSONValue {
    let referral = assignment.referral
    var gap = ReferralGap(why: [], firstOpening: nil)
    if case .unmet(let found) = assignment.outcome { gap = found }
    return .members([
      "uid": .string(referral.id.key), "reason": .string(referral.reason.rawValue),
      "clinician": .id(referral.clinician), "clients": .clients(referral.clients),
      "needs": .array(referral.needs.sorted().map { .string($0.text) }),
      "from": .time(referral.from), "due": .time(referral.due), "minutes": .integer(referral.minutes),
      "outcome": .string(assignment.outcomeName), "by": .optional(assignment.cover?.by.text),
      "start": .optional(assignment.cover?.interval.start.iso8601),
      "end": .optional(assignment.cover?.interval.end.iso8601),
      "others": .array(assignment.others.map(opening)),
      "why": .array(gap.why.map { .members(["colleague": .id($0.colleague), "rules": .rules($0.rules)]) }),
      "first-opening": gap.firstOpening.map(opening) ?? .null,
      "outside": .array(
        (assignment.cover == nil ? situation.outside(for: referral) : []).map { .string($0.id.text) }),
    ])
  }

  private func load(_ week: WeekLoad) -> JSONValue {
    .members([
      "clinician": .id(week.clinician), "week": .day(week.week.monday), "own": .integer(week.own),
      "cover": .integer(week.cover), "room": week.room.map { .integer($0) } ?? .null,
      "minutes": .integer(week.minutes), "working-minutes": .integer(week.workingMinutes),
    ])
  }

  private func opening(_ cover: Cover) -> JSONValue {
    .members(["by": .id(cover.by), "start": .time(cover.interval.start), "end": .time(cover.interval.end)])
  }

  private func brokenPromise(_ promise: BrokenPromise) -> JSONValue {
    .members([
      "session": .string(promise.pin.session.key), "clinician": .id(promise.pin.session.clinician),
      "by": .id(promise.pin.colleague), "at": .optional(promise.pin.start?.iso8601),
      "promise": .string(promise.pin.reason.rawValue), "rules": .rules(promise.rules),
    ])
  }

  private func change(_ entry: LastChange.Entry) -> JSONValue {
    let event = entry.event
    let start = event.time.interval(in: situation.practice.zone).start
    return .members([
      "change": .string(entry.kind.rawValue), "kind": .string(event.kind.rawValue), "uid": .string(event.uid),
      "for": .id(event.absent), "by": .id(event.by), "start": .time(start), "clients": .clients(event.clients),
      "was-by": .optional(entry.before?.by.text), "was-start": .optional(entry.before?.start.iso8601),
    ])
  }

  private func notice(_ notice: Notice) -> JSONValue {
    .members([
      "client": .string(notice.client.text), "kind": .string(notice.kind.rawValue), "due": .day(notice.due),
      "send": .day(notice.send), "language": .string(notice.language.conventional),
      "late": .bool(notice.isLate), "file": .string(notice.path + ".txt"), "mail": .bool(notice.hasMail),
      "clinician": .id(notice.clinician), "absence": .optional(notice.absence?.iso8601),
      "sessions": .array(
        notice.sessions.map { .members(["session": .string($0.key), "clinician": .id($0.clinician)]) }),
    ])
  }

  private func refused(_ notice: RefusedNotice) -> JSONValue {
    .members([
      "client": .string(notice.client.text), "kind": .string(notice.kind.rawValue),
      "reasons": .array(notice.reasons.map { .string($0) }),
    ])
  }
}
