import CivilTime
import CoverDomain

/// What each tier counts, counted anew.
struct TierValues {
  let facts: Facts
  /// The covers of the plan, each session once.
  let covers: [GivenCover]
  /// The appointments that meet requests.
  let appointments: [GivenCover]

  func value(_ tier: Tier) -> Int {
    switch tier {
    case .required: uncovered(.required)
    case .preferred: uncovered(.preferred)
    case .referralUnmet: openRequests
    case .stability: changed
    case .continuity: furtherColleagues
    case .sameTime: covers.count { $0.interval.start != $0.affected?.session.interval.start }
    case .ownClinician: covers.count(where: \.isByColleague)
    case .preference: unmetWishes
    case .referralWait: waits
    case .fairness: squaresOfLoad
    }
  }

  /// Affected sessions of that need left without cover.
  private func uncovered(_ need: Need) -> Int {
    let covered = Set(covers.map(\.session))
    return facts.affected.count { $0.need == need && !covered.contains($0.session.id) }
  }

  private var openRequests: Int {
    let met = Set(appointments.map(\.session))
    return facts.requests.count { !met.contains($0.referral.id) }
  }

  /// Over each request that is met, the days from the begin of its time to the appointment.
  private var waits: Int {
    appointments.reduce(0) { sum, appointment in
      guard let referral = appointment.referral else { return sum }
      return sum + max(0, facts.zone.day(of: appointment.interval.start) - facts.zone.day(of: referral.from))
    }
  }

  /// Sessions that had cover in the last published plan, and requests that were met, that now have another colleague,
  /// another time, or none.
  private var changed: Int {
    let given = Dictionary((covers + appointments).map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
    return (facts.affected.map(\.session.id) + facts.requests.map(\.referral.id)).count { id in
      guard let before = facts.promises.published(id) else { return false }
      guard let now = given[id] else { return true }
      return now.by != before.by || now.interval.start != before.interval.start
    }
  }

  /// Over each client and absence, the number of different covering colleagues beyond the first; where cover outside the
  /// window is of the same absence, beyond those who give that.
  private var furtherColleagues: Int {
    var colleagues: [ClientID: [AbsenceRun: Set<ClinicianID>]] = [:]
    for cover in covers where cover.isByColleague {
      guard let absence = cover.affected?.absence else { continue }
      for client in cover.clients { colleagues[client, default: [:]][absence, default: []].insert(cover.by) }
    }
    let elsewhere = facts.carried.filter(\.isByColleague)
    return colleagues.reduce(0) { sum, entry in
      let own = elsewhere.filter { $0.clients.contains(entry.key) }
      return entry.value.reduce(sum) { sum, met in
        let known = own.filter { isCover($0, of: met.key) }.map(\.by)
        return sum + (known.isEmpty ? met.value.count - 1 : met.value.subtracting(known).count)
      }
    }
  }

  /// Whether what was published stood for a session of that absence; a session that was not read is where its cover is.
  private func isCover(_ cover: GivenCover, of absence: AbsenceRun) -> Bool {
    cover.session.clinician == absence.clinician
      && (facts.sessions[cover.session]?.interval ?? cover.interval).overlaps(absence.interval)
  }

  /// Over each covered session and client, the entries of `prefers` that the colleague does not meet: by id, specialty,
  /// language, background or gender.
  private var unmetWishes: Int {
    var count = 0
    for cover in covers where cover.isByColleague {
      guard let colleague = facts.people[cover.by] else { continue }
      var met = Set([colleague.id.text.lowercased()])
      met.formUnion(colleague.specialties.map(\.text))
      met.formUnion(colleague.background.map(\.text))
      if let gender = colleague.gender { met.insert(gender.text) }
      for language in colleague.languages {
        // "fr-ca" meets "fr-ca" and "fr".
        let subtags = language.text.split(separator: "-")
        for length in 1...max(1, subtags.count) { met.insert(subtags.prefix(length).joined(separator: "-")) }
      }
      for client in facts.registered(cover.clients) { count += client.prefers.count { !met.contains($0.text) } }
    }
    return count
  }

  /// The sum over colleagues of `round(100 / fte) × load²`; load is the cover in the plan and in the days looked back on.
  private var squaresOfLoad: Int {
    let first = facts.window.from - facts.rules.fairnessLookBackDays
    let lookedBack = facts.published.filter { cover in
      let day = facts.zone.day(of: cover.interval.start)
      return first <= day && day < facts.window.from && cover.by != cover.session.clinician
    }
    var load: [ClinicianID: Int] = [:]
    for colleague in covers.filter(\.isByColleague).map(\.by) + lookedBack.map(\.by) {
      load[colleague, default: 0] += 1
    }
    return facts.clinicians.reduce(0) { sum, clinician in
      let count = load[clinician.id] ?? 0
      return sum + Int((100 / clinician.fte).rounded(.toNearestOrAwayFromZero)) * count * count
    }
  }
}
