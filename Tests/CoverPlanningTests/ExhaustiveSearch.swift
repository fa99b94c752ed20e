import CivilTime
import CoverDomain

/// The best plan of a small situation by trying every plan: an own reading of the rules, sharing no code with planning.
struct ExhaustiveSearch {
  struct Option: Hashable {
    let colleague: ClinicianID
    let interval: Interval
  }

  private let situation: Situation
  private let wanted: [Demand]
  /// For each of `wanted`, whoever the rules of choices allow, at every permitted time.
  private let options: [[Option]]

  init(_ situation: Situation) {
    self.situation = situation
    let wanted = situation.demands.filter { !$0.isClosed && ($0.need == .required || $0.need == .preferred) }
    self.wanted = wanted
    options = wanted.map { demand in
      ExhaustiveSearch.starts(of: demand, situation).flatMap { start in
        let interval = Interval(start: start, seconds: demand.session.interval.length)
        return situation.practice.clinicians.filter {
          ExhaustiveSearch.mayTake($0, demand, interval, situation)
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

  private static func starts(of demand: Demand, _ situation: Situation) -> [Instant] {
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
    _ colleague: Clinician, _ demand: Demand, _ interval: Interval, _ situation: Situation
  ) -> Bool {
    let day = situation.practice.zone.day(of: interval.start)
    guard let diary = situation.diaries[colleague.id] else { return false }
    guard colleague.takesCover, colleague.id != demand.session.clinician,
      colleague.employedFrom.map({ $0 <= day }) ?? true, colleague.employedUntil.map({ day <= $0 }) ?? true
    else { return false }
    if diary.leave.contains(where: { $0.interval.overlaps(interval) }) { return false }
    if situation.closures.contains(where: { $0.interval.overlaps(interval) }) { return false }
    guard diary.hours.contains(interval) else { return false }
    if diary.busy.contains(where: { $0.overlaps(interval) }) { return false }
    let standing = self.standing(colleague.id, situation)
    let pause = situation.practice.rules.breakMinutes * 60
    if standing.contains(where: { $0.interval.start < interval.end + pause && interval.start < $0.interval.end + pause }
    ) {
      return false
    }
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
      if client.avoid.contains(colleague.id) || client.consent == .no { return false }
      if colleague.level == .trainee, client.risk == .high { return false }
    }
    let answer = situation.answers.last { $0.session == demand.session.id && $0.colleague == colleague.id }
    return answer?.kind != .declined
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
    let clients = Set(wanted[position].session.clients)
    for (other, taken) in plan.enumerated() where other < position {
      guard let taken else { continue }
      if taken.colleague == option.colleague, taken.interval.start < option.interval.end + pause,
        option.interval.start < taken.interval.end + pause
      {
        return false
      }
      if !clients.isDisjoint(with: wanted[other].session.clients), taken.interval.overlaps(option.interval) {
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

  private func keepsLimits(_ plan: [Option?]) -> Bool {
    let zone = situation.practice.zone
    for colleague in situation.practice.clinicians {
      let cover = plan.compactMap(\.self).filter { $0.colleague == colleague.id }.map {
        zone.day(of: $0.interval.start)
      }
      let own = Self.standing(colleague.id, situation).map { zone.day(of: $0.interval.start) }
      for day in cover {
        func count(_ days: [Day], inWeek: Bool) -> Int { days.count { inWeek ? $0.week == day.week : $0 == day } }
        let limits = colleague.limits
        if let most = limits.coverPerDay, count(cover, inWeek: false) > most { return false }
        if let most = limits.coverPerWeek, count(cover, inWeek: true) > most { return false }
        if let most = limits.sessionsPerDay, count(cover + own, inWeek: false) > most { return false }
        if let most = limits.sessionsPerWeek, count(cover + own, inWeek: true) > most { return false }
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
      guard let position = wanted.firstIndex(where: { $0.session.id == pin.session }) else { continue }
      let start = pin.start ?? wanted[position].session.interval.start
      if plan[position]?.colleague == pin.colleague, plan[position]?.interval.start == start { continue }
      count += 1
      ranks += [.assigned: 2, .told: 1, .accepted: 0][pin.reason] ?? 0
    }
    return [count, ranks]
  }

  // MARK: - Tiers

  private func tiers(_ plan: [Option?]) -> [Int] {
    situation.practice.rules.priorities.map { value(of: $0, plan) }
  }

  private func value(of tier: Tier, _ plan: [Option?]) -> Int {
    switch tier {
    case .required: return zip(wanted, plan).count { $0.0.need == .required && $0.1 == nil }
    case .preferred: return zip(wanted, plan).count { $0.0.need == .preferred && $0.1 == nil }
    case .stability:
      return situation.demands.count { demand in
        guard let before = situation.published.first(where: { $0.session == demand.session.id }) else { return false }
        guard let position = wanted.firstIndex(of: demand), let now = plan[position] else { return true }
        return now.colleague != before.by || now.interval.start != before.interval.start
      }
    case .continuity:
      var colleagues: [String: Set<ClinicianID>] = [:]
      for (demand, option) in zip(wanted, plan) {
        guard let option, let absence = demand.absence else { continue }
        for client in demand.session.clients {
          colleagues["\(client) \(absence.clinician) \(absence.interval.start.seconds)", default: []].insert(
            option.colleague)
        }
      }
      return colleagues.values.reduce(0) { $0 + $1.count - 1 }
    case .sameTime:
      return zip(wanted, plan).count {
        $0.1.map { $0.interval.start } ?? $0.0.session.interval.start != $0.0.session.interval.start
      }
    case .preference:
      var unmet = 0
      for (demand, option) in zip(wanted, plan) {
        guard let option, let colleague = situation.practice.clinician(option.colleague) else { continue }
        for client in demand.session.clients {
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
          $0.by == colleague.id && days.contains(zone.day(of: $0.interval.start))
        }
        let load = before + plan.count { $0?.colleague == colleague.id }
        return sum + Int((100 / colleague.fte).rounded()) * load * load
      }
    }
  }
}
