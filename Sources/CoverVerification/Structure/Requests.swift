import CivilTime
import CoverDomain

/// Every request of the window is in the plan once; an appointment that meets one is as long as was asked for, in the
/// request's time, and at a time at which all who attend can come.
struct Requests {
  let facts: Facts

  func breaches(_ named: [ReferralAssignment]) -> [Breach] {
    var breaches: [Breach] = []
    let open = Dictionary(facts.requests.map { ($0.referral.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<SessionID> = []
    for assignment in named {
      let id = assignment.referral.id
      guard let request = open[id] else {
        breaches.append(Breach(.strayAssignment, session: id, "\(id) is no request of the window"))
        continue
      }
      if !seen.insert(id).inserted {
        breaches.append(Breach(.strayAssignment, session: id, "\(id) is in the plan twice"))
      }
      if assignment.referral != request.referral {
        breaches.append(Breach(.wrongSession, session: id, "\(id) is not the request that was made"))
      }
      if let cover = assignment.cover, let fault = fault(of: cover, request) {
        breaches.append(
          Breach(
            .wrongTime, session: id, colleague: cover.by,
            "\(id) cannot be at \(facts.clock(cover.interval.start)): \(fault)"
          ))
      }
    }
    for request in facts.requests where !seen.contains(request.referral.id) {
      let id = request.referral.id
      breaches.append(Breach(.missingAssignment, session: id, "the request \(id) is not in the plan"))
    }
    return breaches
  }

  /// The reasons for which a request stays open name every colleague once, and where the tier is called proven, nobody
  /// could take it at a full or half hour of its time.
  func breaches(_ request: OpenRequest, _ gap: ReferralGap, beside book: CoverBook, isCalledBest: Bool) -> [Breach] {
    let id = request.referral.id
    var breaches: [Breach] = []
    let colleagues = facts.clinicians.map(\.id).filter { $0 != request.referral.clinician }
    if gap.why.map(\.colleague).sorted() != colleagues.sorted() {
      breaches.append(Breach(.wrongReason, session: id, "\(id): the reasons do not name every colleague once"))
    }
    guard isCalledBest else { return breaches }
    for colleague in colleagues {
      let start = halfHours(of: request.referral).first { start in
        let cover = Cover(by: colleague, interval: Interval(start: start, seconds: request.referral.minutes * 60))
        let given = GivenCover(request, by: cover.by, interval: cover.interval)
        return fault(of: cover, request) == nil && Checks.objections(to: given, facts).isEmpty
          && Checks.objections(to: given, beside: book, facts).isEmpty
      }
      if let start {
        breaches.append(
          Breach(
            .notBest, session: id, colleague: colleague,
            "\(id) is left open in a plan that is called best, and \(colleague) could take it at \(facts.clock(start))")
        )
      }
    }
    return breaches
  }

  /// The full and half hours at which the appointment could begin.
  func halfHours(of referral: Referral) -> [Instant] {
    let first = max(referral.from.seconds, facts.window.interval.start.seconds)
    let last = min(referral.due, facts.window.interval.end).seconds - referral.minutes * 60
    return stride(from: first + (1_800 - first % 1_800) % 1_800, through: last, by: 1_800).map { Instant(seconds: $0) }
  }

  /// Why the appointment cannot be at its time; nil where it can, as far as the rules on who may take it go.
  func fault(of cover: Cover, _ request: OpenRequest) -> String? {
    let referral = request.referral
    if facts.people[cover.by] == nil { return "\(cover.by) is not in the practice" }
    if cover.interval.length != referral.minutes * 60 { return "it is not as long as was asked for" }
    if cover.interval.start < referral.from || referral.due < cover.interval.end {
      return "it is not in the request's time"
    }
    if !facts.window.interval.contains(cover.interval.start) { return "it is not in the window" }
    let published = facts.promises.published(referral.id)
    if cover.interval.start < facts.now, published?.interval.start != cover.interval.start {
      return "it is in the past"
    }
    guard referral.reason != .supervision else { return faultOfAsking(referral.clinician, cover.interval) }
    let day = facts.zone.day(of: cover.interval.start)
    let late = facts.registered(referral.clients).first { client in
      client.times.map { !$0.expanded(over: day...(day + 1), in: facts.zone).contains(cover.interval) } ?? false
    }
    return late.map { "\($0.id) cannot come then" }
  }

  /// What keeps the clinician who asked for supervision from coming.
  private func faultOfAsking(_ clinician: ClinicianID, _ interval: Interval) -> String? {
    if !(facts.hours[clinician]?.contains(interval) ?? false) { return "\(clinician) does not work then" }
    if facts.leave[clinician]?.overlaps(interval) ?? false { return "\(clinician) is on leave" }
    if facts.busy[clinician]?.contains(where: { $0.overlaps(interval) }) ?? false { return "\(clinician) is busy" }
    let least = facts.rules.breakMinutes * 60
    let near = facts.standing[clinician]?.near(interval, within: least).first { own in
      own.interval.gap(to: interval).map { $0 < least } ?? true
    }
    return near.map { "\(clinician) has \($0.id)" }
  }
}
