import CivilTime
import CoverDomain

/// The best plan of a small situation by trying every plan: an own reading of the rules, sharing no code with planning.
struct ExhaustiveSearch {
  struct Option: Hashable {
    let colleague: ClinicianID
    let interval: Interval
  }

  private let situation: Situation
  private struct Item {
    let demand: Demand
    let referral: Referral?
    /// The clients who come.
    var clients: Set<ClientID> { referral?.reason == .supervision ? [] : Set(demand.session.clients) }
  }

  private let wanted: [Item]
  /// For each of `wanted`, whoever the rules of choices allow, at every permitted time.
  private let options: [[Option]]

  init(_ situation: Situation) {
    self.situation = situation
    let wanted =
      situation.demands.filter { !$0.isClosed && ($0.need == .required || $0.need == .preferred) }
      .map { Item(demand: $0, referral: nil) }
      + situation.referrals.map { Item(demand: $0.demand, referral: $0) }
    self.wanted = wanted
    options = wanted.map { item in
      ExhaustiveSearch.starts(of: item, situation).flatMap { start in
        let interval = Interval(start: start, seconds: item.demand.session.interval.length)
        return situation.practice.clinicians.filter {
          ExhaustiveSearch.mayTake($0, item, interval, situation)
        }.map { Option(colleague: $0.id, interval: interval) }
      }
    }
  }

  /// How many plans there are, rules of whole plans left out.
  var size: Int { options.reduce(1) { $0 * ($1.count + 1) } }

  /// The tiers' values of the best plan, in their order.
  func best() -> [Int] {
    var best: [Int]?
    var plan = [Option?](repeating: nil, count: wanted.count)
    func search(_ position: Int) {
      if position == wanted.count {
        guard keepsLimits(plan) else { return }
        let values = brokenPins(plan) + tiers(plan)
        if best.map({ values.lexicographicallyPrecedes($0) }) ?? true { best = values }
        return
      }
      plan[position] = nil
      search(position + 1)
      for option in options[position] where isFree(option, for: position, plan) {
        plan[position] = option
        search(position + 1)
      }
      plan[position] = nil
    }
    search(0)
    return Array((best ?? []).dropFirst(2))
  }

  // MARK: - Who may take a session

  private static func starts(of item: Item, _ situation: Situation) -> [Instant] {
    let demand = item.demand
    if let referral = item.referral {
      // All times of these practices are multiples of ten minutes.
      let latest = referral.due.seconds - referral.minutes * 60
      return stride(from: referral.from.seconds, through: latest, by: 600).map { Instant(seconds: $0) }
        .filter { situation.window.interval.contains($0) && situation.now <= $0 }
    }
    let own = demand.session.interval.start
    let retime = situation.practice.rules.retime
    let zone = situation.practice.zone
    let times = demand.session.clients.map { situation.clients[$0]?.times }
    guard retime.withinDays > 0, times.allSatisfy({ $0 != nil }) else { return [own] }
    let ownDay = zone.day(of: own)
    var starts = [own]
    for offset in -retime.withinDays...retime.withinDays {
      let day = ownDay + offset
      for minute in stride(from: 0, to: 24 * 60, by: retime.gridMinutes) {
        let start = zone.start(of: day) + minute * 60
        let end = start + demand.session.interval.length
        let suits = times.allSatisfy { hours in
          (hours?.ranges[day.weekday] ?? []).contains {
            zone.start(of: day) + $0.start <= start && end <= zone.start(of: day) + $0.end
          }
        }
        if start != own, suits, situation.window.interval.start <= start, start < situation.window.interval.end,
          situation.now <= start
        {
          starts.append(start)
        }
      }
    }
    return starts
  }

  private static func mayTake(
    _ colleague: Clinician, _ item: Item, _ interval: Interval, _ situation: Situation
  ) -> Bool {
    let demand = item.demand
    let reason = item.referral?.reason
    let isOwn = colleague.id == demand.session.clinician
    let day = situation.practice.zone.day(of: interval.start)
    let mayMove = reason == nil && situation.practice.rules.retime.ownClinician
    guard isOwn ? mayMove && interval.start != demand.session.interval.start : colleague.takesCover,
      colleague.employedFrom.map({ $0 <= day }) ?? true, colleague.employedUntil.map({ day <= $0 }) ?? true
    else { return false }
    guard isThere(colleague.id, interval, situation) else { return false }
    if reason == .supervision, !isThere(demand.session.clinician, interval, situation) { return false }
    let asking = situation.practice.clinician(demand.session.clinician)
    switch reason {
    case .secondOpinion where colleague.supervisor == asking?.id || asking?.supervisor == colleague.id: return false
    case .supervision where asking?.supervisor.map({ $0 != colleague.id }) ?? !colleague.supervises: return false
    case .perspective where !(item.referral?.needs ?? []).isSubset(of: colleague.background): return false
    case .secondOpinion, .specialist:
      guard (item.referral?.needs ?? []).isSubset(of: colleague.specialties) else { return false }
    default: break
    }
    let answer = situation.answers.last { $0.session == demand.session.id && $0.colleague == colleague.id }
    if answer?.kind == .declined { return false }
    if isOwn {
      return !demand.session.clients.contains { situation.clients[$0]?.avoid.contains(colleague.id) ?? false }
    }
    for id in demand.session.clients {
      guard let client = situation.clients[id] else { continue }
      if client.consent == .no || colleague.level == .trainee && client.risk == .high { return false }
      if item.referral != nil, reason != .supervision, let times = client.times {
        let start = situation.practice.zone.start(of: day)
        let suits = (times.ranges[day.weekday] ?? []).contains {
          start + $0.start <= interval.start && interval.end <= start + $0.end
        }
        guard suits else { return false }
      }
    }
    return reason == .supervision || suits(colleague, demand, day, situation)
  }

  /// Whether the clinician works then and has nothing else to do.
  private static func isThere(_ clinician: ClinicianID, _ interval: Interval, _ situation: Situation) -> Bool {
    guard let diary = situation.diaries[clinician] else { return false }
    if diary.leave.contains(where: { $0.interval.overlaps(interval) }) { return false }
    if situation.closures.contains(where: { $0.interval.overlaps(interval) }) { return false }
    guard diary.hours.contains(interval) else { return false }
    if diary.busy.contains(where: { $0.overlaps(interval) }) { return false }
    let pause = situation.practice.rules.breakMinutes * 60
    return !standing(clinician, situation).contains {
      $0.interval.start < interval.end + pause && interval.start < $0.interval.end + pause
    }
  }

  /// Whether the colleague is what the clients of the session need.
  private static func suits(_ colleague: Clinician, _ demand: Demand, _ day: Day, _ situation: Situation) -> Bool {
    switch demand.session.place {
    case .site(let site): guard colleague.sites.contains(site) else { return false }
    case .online: guard colleague.online else { return false }
    case .open: break
    }
    for id in demand.session.clients {
      guard let client = situation.clients[id] else { continue }
      guard client.needs.isSubset(of: colleague.specialties) else { return false }
      if let language = client.language {
        guard colleague.languages.contains(where: { $0 == language || $0.text.hasPrefix(language.text + "-") }) else {
          return false
        }
      }
      if let jurisdiction = client.jurisdiction {
        guard colleague.licences.contains(where: { $0.jurisdiction == jurisdiction && ($0.expires ?? day) >= day })
        else { return false }
      }
      if let payer = client.payer, let payers = colleague.payers, !payers.isEmpty, !payers.contains(payer) {
        return false
      }
      if client.avoid.contains(colleague.id) { return false }
    }
    return true
  }

  private static func standing(_ clinician: ClinicianID, _ situation: Situation) -> [Session] {
    guard let diary = situation.diaries[clinician] else { return [] }
    return diary.sessions.filter { session in
      !diary.leave.contains { $0.interval.overlaps(session.interval) }
        && !situation.closures.contains { $0.interval.overlaps(session.interval) }
    }
  }

  // MARK: - The plan as a whole

  private func isFree(_ option: Option, for position: Int, _ plan: [Option?]) -> Bool {
    let pause = situation.practice.rules.breakMinutes * 60
    let clients = wanted[position].clients
    let people = occupied(option, position)
    for (other, taken) in plan.enumerated() where other < position {
      guard let taken else { continue }
      if !people.isDisjoint(with: occupied(taken, other)), taken.interval.start < option.interval.end + pause,
        option.interval.start < taken.interval.end + pause
      {
        return false
      }
      if !clients.isDisjoint(with: wanted[other].clients), taken.interval.overlaps(option.interval) {
        return false
      }
    }
    for clinician in situation.practice.clinicians {
      for session in Self.standing(clinician.id, situation) where !clients.isDisjoint(with: session.clients) {
        if session.interval.overlaps(option.interval) { return false }
      }
    }
    return true
  }

  private func occupied(_ option: Option, _ position: Int) -> Set<ClinicianID> {
    wanted[position].referral?.reason == .supervision
      ? [option.colleague, wanted[position].demand.session.clinician] : [option.colleague]
  }

  /// Who gives the session to somebody else's client, or meets a request.
  private func gives(_ plan: [Option?]) -> [(position: Int, option: Option)] {
    plan.enumerated().compactMap { position, option in
      guard let option, option.colleague != wanted[position].demand.session.clinician else { return nil }
      return (position, option)
    }
  }

  private func keepsLimits(_ plan: [Option?]) -> Bool {
    let zone = situation.practice.zone
    for colleague in situation.practice.clinicians {
      let all = plan.compactMap(\.self).filter { $0.colleague == colleague.id }.map { zone.day(of: $0.interval.start) }
      let cover = gives(plan).filter { $0.option.colleague == colleague.id }.map {
        zone.day(of: $0.option.interval.start)
      }
      let own = Self.standing(colleague.id, situation).map { zone.day(of: $0.interval.start) }
      for day in all {
        func count(_ days: [Day], inWeek: Bool) -> Int { days.count { inWeek ? $0.week == day.week : $0 == day } }
        let limits = colleague.limits
        if let most = limits.coverPerDay, count(cover, inWeek: false) > most { return false }
        if let most = limits.coverPerWeek, count(cover, inWeek: true) > most { return false }
        if let most = limits.sessionsPerDay, count(all + own, inWeek: false) > most { return false }
        if let most = limits.sessionsPerWeek, count(all + own, inWeek: true) > most { return false }
      }
    }
    return true
  }

  /// How many pins are broken, and their ranks: of as many, the manager's are kept before what was told, before what
  /// was accepted.
  private func brokenPins(_ plan: [Option?]) -> [Int] {
    var count = 0
    var ranks = 0
    for pin in situation.pins {
      guard let position = wanted.firstIndex(where: { $0.demand.session.id == pin.session }) else { continue }
      let start = pin.start ?? wanted[position].demand.session.interval.start
      if plan[position]?.colleague == pin.colleague, plan[position]?.interval.start == start { continue }
      count += 1
      ranks += [.assigned: 2, .told: 1, .accepted: 0][pin.reason] ?? 0
    }
    return [count, ranks]
  }

  // MARK: - Tiers

  private func tiers(_ plan: [Option?]) -> [Int] {
    situation.practice.rules.priorities.filter(isInPlay).map { value(of: $0, plan) }
  }

  private func isInPlay(_ tier: Tier) -> Bool {
    switch tier {
    case .referralUnmet, .referralWait: !situation.referrals.isEmpty
    case .ownClinician: situation.practice.rules.retime.ownClinician && situation.practice.rules.retime.withinDays > 0
    default: true
    }
  }

  /// Whom the client met in the absence before the window. Nothing of these practices lies behind it.
  private func met(_ client: ClientID, in absence: Absence) -> Set<ClinicianID> {
    Set(
      situation.published.filter { cover in
        cover.clients.contains(client) && cover.session.clinician == absence.clinician && cover.by != absence.clinician
          && cover.interval.overlaps(absence.interval) && cover.interval.start < situation.window.interval.start
      }.map(\.by))
  }

  private func value(of tier: Tier, _ plan: [Option?]) -> Int {
    switch tier {
    case .required: return zip(wanted, plan).count { $0.0.demand.need == .required && $0.1 == nil }
    case .preferred: return zip(wanted, plan).count { $0.0.demand.need == .preferred && $0.1 == nil }
    case .referralUnmet: return zip(wanted, plan).count { $0.0.referral != nil && $0.1 == nil }
    case .referralWait:
      let zone = situation.practice.zone
      return zip(wanted, plan).reduce(0) { sum, pair in
        guard let referral = pair.0.referral, let option = pair.1 else { return sum }
        return sum + (zone.day(of: option.interval.start) - zone.day(of: referral.from))
      }
    case .ownClinician: return gives(plan).count { wanted[$0.position].referral == nil }
    case .stability:
      let ids = situation.demands.map(\.session.id) + situation.referrals.map(\.id)
      return ids.count { id in
        let published = situation.published + situation.publishedReferrals
        guard let before = published.first(where: { $0.session == id }) else { return false }
        guard let position = wanted.firstIndex(where: { $0.demand.session.id == id }), let now = plan[position] else {
          return true
        }
        return now.colleague != before.by || now.interval.start != before.interval.start
      }
    case .continuity:
      var further = 0
      for client in Set(wanted.flatMap(\.demand.session.clients)) {
        for absence in Set(wanted.compactMap(\.demand.absence)) {
          let now = gives(plan).filter {
            wanted[$0.position].demand.session.clients.contains(client)
              && wanted[$0.position].demand.absence == absence
          }
          let new = Set(now.map(\.option.colleague)).subtracting(met(client, in: absence))
          further += met(client, in: absence).isEmpty ? max(0, new.count - 1) : new.count
        }
      }
      return further
    case .sameTime:
      return zip(wanted, plan).count { item, option in
        guard item.referral == nil, let option else { return false }
        return option.interval.start != item.demand.session.interval.start
      }
    case .preference:
      var unmet = 0
      for (position, option) in gives(plan) where wanted[position].referral == nil {
        guard let colleague = situation.practice.clinician(option.colleague) else { continue }
        for client in wanted[position].demand.session.clients {
          for wish in situation.clients[client]?.prefers ?? [] {
            let isMet =
              wish.text == colleague.id.text || colleague.specialties.contains(wish)
              || colleague.background.contains(wish) || colleague.gender == wish
              || colleague.languages.contains { $0.text == wish.text || $0.text.hasPrefix(wish.text + "-") }
            if !isMet { unmet += 1 }
          }
        }
      }
      return unmet
    case .fairness:
      let zone = situation.practice.zone
      let days = situation.window.from - situation.practice.rules.fairnessLookBackDays..<situation.window.from
      return situation.practice.clinicians.reduce(0) { sum, colleague in
        let before = situation.published.count {
          $0.by == colleague.id && $0.by != $0.session.clinician && days.contains(zone.day(of: $0.interval.start))
        }
        let load =
          before + gives(plan).count { wanted[$0.position].referral == nil && $0.option.colleague == colleague.id }
        return sum + Int((100 / colleague.fte).rounded()) * load * load
      }
    }
  }
}
