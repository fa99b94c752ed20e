import CivilTime
import CoverDomain
import CoverTestSupport

/// Small practices for comparison with an exhaustive search; a seed always makes the same one.
struct RandomPractice {
  /// What a practice is to have, beyond the rules on single choices.
  struct Traits {
    var moves = false
    var pins = false
    var reorders = false
    var published = false
    var requests = false
    var movesOwn = false
    /// Whether clients can hardly come at other times.
    var narrow = false
    /// Whether the window begins in the middle of an absence.
    var midway = false
  }

  private var state: UInt64
  private let traits: Traits

  init(seed: Int, _ traits: Traits) {
    state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 0x1234_5678
    self.traits = traits
  }

  private mutating func number(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  private mutating func chance(_ percent: Int) -> Bool { number(100) < percent }
  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(elements.count)] }

  mutating func situation() -> Situation {
    var roster = Roster(from: "2026-12-14", to: "2026-12-21")
    let skills = ["emdr", "trauma", "child"].map { Tag($0) }
    let names = Array(["ann", "ben", "cat", "dan", "eve"].prefix(3 + number(3)))
    for name in names {
      let makers = (0..<12).map { _ in number(100) }
      roster.clinician(name) { clinician in
        clinician.specialties = Set(zip(skills, makers).filter { $0.1 < 60 }.map(\.0))
        clinician.sites = makers[3] < 70 ? [SiteID("harbour"), SiteID("mill")] : [SiteID("harbour")]
        clinician.online = makers[4] < 80
        clinician.gender = Tag(makers[5] < 50 ? "female" : "male")
        clinician.fte = [1, 0.8, 0.5, 0.3][makers[6] % 4]
        clinician.level = makers[7] < 15 ? .trainee : .qualified
        if makers[8] < 40 { clinician.limits.coverPerDay = 1 + makers[8] % 2 }
        if makers[9] < 40 { clinician.limits.coverPerWeek = 1 + makers[9] % 3 }
        if makers[10] < 40 { clinician.limits.sessionsPerDay = 1 + makers[10] % 3 }
        if makers[11] < 40 { clinician.limits.sessionsPerWeek = 2 + makers[11] % 4 }
      }
    }
    roster.rules.breakMinutes = pick([0, 10, 30])
    roster.rules.fairnessLookBackDays = pick([0, 14])
    if traits.reorders { roster.rules.priorities = reordered() }
    if traits.moves {
      roster.rules.retime.withinDays = 1
      roster.rules.retime.gridMinutes = traits.narrow ? 30 : 60
      roster.rules.retime.ownClinician = traits.movesOwn
    }
    let clients = ["C1", "C2", "C3"]
    for client in clients {
      let makers = (0..<8).map { _ in number(100) }
      let (skill, wish, avoided) = (pick(skills), pick([skills[0], Tag("female"), Tag("ben"), Tag("en")]), pick(names))
      roster.client(client, of: "ann") { client in
        if makers[0] < 25 { client.needs = [skill] }
        if makers[1] < 60 { client.prefers = [wish] }
        if makers[2] < 20 { client.avoid = [ClinicianID(avoided)] }
        if makers[3] < 30 { client.risk = .high }
        if makers[4] < 10 { client.cover = .wait }
        if traits.moves, makers[5] < 60 { client.times = WeeklyHoursText("mon-thu 09:00-11:00").hours }
        if traits.narrow {
          client.times = WeeklyHoursText(["thu 09:00-10:00", "wed-thu 09:00-10:00"][makers[6] % 2]).hours
        }
      }
    }
    roster.leave("ann", traits.midway ? "2026-12-07..2026-12-16" : "2026-12-14..2026-12-16")
    if chance(40) { roster.leave(names[1], pick(["2026-12-15", "2026-12-16 09:00-12:00"])) }
    if chance(15) { roster.closure("2026-12-17") }
    var sessions: [(SessionID, String, String)] = []
    for _ in 0..<(traits.requests ? 1 + number(3) : traits.moves ? 2 + number(2) : 2 + number(5)) {
      let hour = 9 + number(3)
      let text = "2026-12-\(14 + number(3)) \(hour < 10 ? "0" : "")\(hour):\(pick(["00", "20"]))-\(hour + 1):00"
      let owner = chance(80) ? "ann" : names[1]
      let clients = chance(15) ? "C1 C2" : pick(clients)
      let place: Place = pick([.open, .open, .online, .site(SiteID("mill"))])
      sessions.append((roster.session(owner, text, clients, place: place), text, clients))
    }
    for name in names.dropFirst(2) where chance(50) {
      roster.session(name, "2026-12-\(14 + number(3)) \(10 + number(2)):00-\(12 + number(2)):00", "Z\(name)")
    }
    if chance(30) { roster.busy(names[2], "2026-12-15 09:00-10:30") }
    if traits.narrow { for name in names.dropFirst() { roster.busy(name, "2026-12-14..2026-12-15") } }
    settle(sessions, names, &roster)
    if traits.midway { meet(clients, names, &roster) }
    if traits.requests { ask(names, clients, &roster) }
    return roster.situation()
  }

  private mutating func settle(_ sessions: [(SessionID, String, String)], _ names: [String], _ roster: inout Roster) {
    for (session, text, clients) in sessions {
      if traits.published, chance(50) { roster.published(session, by: pick(names), text, clients: clients) }
      if traits.pins, chance(35) { roster.decide(.assign(ClinicianID(pick(names))), session: session) }
      if traits.pins, traits.published, chance(30) { roster.decide(.told, session: session) }
      if chance(10), !traits.pins { roster.answer(session, pick(names), .declined) }
    }
    if traits.published {
      for name in names where chance(40) {
        roster.published(
          SessionID(clinician: ClinicianID("ann"), key: "old-\(name)"), by: name, "2026-12-09 10:00-11:00",
          clients: "C9")
      }
    }
  }

  /// Cover of the absence's first week, which lies before the window.
  private mutating func meet(_ clients: [String], _ names: [String], _ roster: inout Roster) {
    for (day, client) in clients.enumerated() where chance(70) {
      for hour in 10..<(chance(30) ? 12 : 11) {
        let text = "2026-12-0\(7 + day) \(hour):00-\(hour):50"
        let session = roster.session("ann", text, client)
        roster.published(session, by: pick(Array(names.dropFirst())), text, clients: client)
      }
    }
  }

  private mutating func ask(_ names: [String], _ clients: [String], _ roster: inout Roster) {
    roster.change(clinician: names[2]) { $0.supervises = true }
    roster.change(clinician: names[1]) { $0.background = [Tag("pastoral")] }
    if chance(50) { roster.change(clinician: "ann") { $0.supervisor = ClinicianID(names[1]) } }
    for _ in 0..<(1 + number(2)) {
      let reason = pick(Referral.Reason.allCases)
      let needs = reason == .perspective ? "pastoral" : chance(30) ? "emdr" : ""
      let day = 14 + number(3)
      let hour = 9 + number(3)
      let first = "2026-12-\(day) \(hour < 10 ? "0" : "")\(hour):00"
      let time = chance(40) ? "\(first) to 2026-12-\(day + 1) 10:00" : "\(first)-\(hour + 2):00"
      let request = roster.referral(
        pick(names), reason, time, pick(clients), needs: needs, minutes: pick([50, 60]))
      if traits.published, chance(50) {
        roster.published(referral: request, by: pick(names), "2026-12-\(day) \(hour):00-\(hour + 1):00", clients: "C1")
      }
    }
  }

  private mutating func reordered() -> [Tier] {
    var rest = Array(Tier.defaultOrder.dropFirst(2))
    for index in rest.indices.reversed() { rest.swapAt(index, number(index + 1)) }
    return [.required, .preferred] + rest
  }
}
