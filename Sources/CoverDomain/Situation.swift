public import CivilTime

/// Everything that a plan follows from: the practice, its people's diaries, and what was promised and decided.
public struct Situation: Sendable {
  public let practice: Practice
  public let clients: [ClientID: Client]
  /// One for every clinician of the practice.
  public let diaries: [ClinicianID: Diary]
  public let closures: [Closure]
  public let window: PlanningWindow
  /// What counts as the present: no session is offered, and no handover placed, before it.
  public let now: Instant
  public let decisions: [Decision]
  /// In the order in which they were given.
  public let answers: [Answer]
  /// The cover sessions of the last publication.
  public let published: [PublishedCover]
  /// The contacts and covering supervisors of the last publication.
  public let publishedContacts: [PublishedContact]
  /// The handovers and handbacks of the last publication.
  public let publishedMeetings: [PublishedMeeting]
  /// What was answered about contacts and meetings, in the order in which it was.
  public let dutyAnswers: [DutyAnswer]
  /// The requests for a second professional whose time reaches into the window and that no appointment outside it meets,
  /// by time.
  public let referrals: [Referral]
  /// The appointments of the last publication that meet requests.
  public let publishedReferrals: [PublishedCover]

  /// Every request that was read.
  public let requested: [Referral]

  // Derived once.

  /// The closed times of the practice.
  public let closedTime: IntervalSet
  /// Each clinician's hours, less closures.
  public let workingTime: [ClinicianID: IntervalSet]
  /// Each clinician's leave.
  public let leaveTime: [ClinicianID: IntervalSet]
  /// Every absence that was read, by time.
  public let absences: [Absence]
  /// Each clinician's own sessions that take place as usual, by time: neither on leave nor closed.
  public let standing: [ClinicianID: [Session]]
  /// The sessions of the window that do not take place as usual, by time.
  public let demands: [Demand]
  /// The decisions by what they name, and the answers by session, each in their order.
  public let decisionBook: DecisionBook
  public let answersOf: [SessionID: [Answer]]
  /// What people have settled about the demands, strongest reason first within a session.
  public let pins: [Pin]
  /// To whom people have assigned a demand or a request.
  public let assigned: [SessionID: ClinicianID]
  /// Published cover outside the window that still holds: it occupies its colleague and counts in shared days and weeks.
  public let carried: [PublishedCover]
  /// Published appointments outside the window that meet requests: they occupy their colleague in the same way.
  public let carriedReferrals: [PublishedCover]

  public init(
    practice: Practice, clients: [Client], diaries: [ClinicianID: Diary], closures: [Closure] = [],
    window: PlanningWindow, now: Instant, decisions: [Decision] = [], answers: [Answer] = [],
    published: [PublishedCover] = [], publishedContacts: [PublishedContact] = [],
    publishedMeetings: [PublishedMeeting] = [], dutyAnswers: [DutyAnswer] = [], referrals: [Referral] = [],
    publishedReferrals: [PublishedCover] = []
  ) {
    self.init(
      practice: practice,
      clients: Dictionary(clients.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }), diaries: diaries,
      closures: closures, window: window, now: now, decisions: decisions, answers: answers, published: published,
      publishedContacts: publishedContacts, publishedMeetings: publishedMeetings, dutyAnswers: dutyAnswers,
      referrals: referrals, publishedReferrals: publishedReferrals, like: nil)
  }

  /// - Parameter like: what it has derived is taken over where it follows from the same.
  private init(
    practice: Practice, clients: [ClientID: Client], diaries: [ClinicianID: Diary], closures: [Closure],
    window: PlanningWindow, now: Instant, decisions: [Decision], answers: [Answer], published: [PublishedCover],
    publishedContacts: [PublishedContact], publishedMeetings: [PublishedMeeting], dutyAnswers: [DutyAnswer],
    referrals: [Referral], publishedReferrals: [PublishedCover], like: Situation?
  ) {
    self.practice = practice
    self.clients = clients
    let closures = closures.sorted { $0.interval < $1.interval }
    self.closures = closures
    self.window = window
    self.now = now
    self.decisions = decisions
    self.answers = answers
    let book = like.flatMap { $0.decisions == decisions ? $0.decisionBook : nil } ?? DecisionBook(decisions)
    let answersOf =
      like.flatMap { $0.answers == answers ? $0.answersOf : nil } ?? Dictionary(grouping: answers, by: \.session)
    decisionBook = book
    self.answersOf = answersOf
    self.published = published.sorted { ($0.interval, $0.session) < ($1.interval, $1.session) }
    self.publishedContacts = publishedContacts
    self.publishedMeetings = publishedMeetings
    self.dutyAnswers = dutyAnswers
    requested = referrals.sorted()
    let closedTime = IntervalSet(closures.map(\.interval))
    self.closedTime = closedTime
    var all: [ClinicianID: Diary] = [:]
    var working: [ClinicianID: IntervalSet] = [:]
    var away: [ClinicianID: IntervalSet] = [:]
    var standing: [ClinicianID: [Session]] = [:]
    var absences: [Absence] = []
    let like = like.flatMap { $0.closures == closures && $0.practice.zone == practice.zone ? $0 : nil }
    let known = Dictionary(grouping: like?.absences ?? [], by: \.clinician)
    for clinician in practice.clinicians {
      let diary = diaries[clinician.id] ?? Diary()
      if let like, like.diaries[clinician.id] == diary {
        all[clinician.id] = diary
        working[clinician.id] = like.workingTime[clinician.id]
        away[clinician.id] = like.leaveTime[clinician.id]
        standing[clinician.id] = like.standing[clinician.id]
        absences += known[clinician.id] ?? []
        continue
      }
      let hours = diary.hours.subtracting(closedTime)
      let leave = IntervalSet(diary.leave.map(\.interval))
      all[clinician.id] = diary
      working[clinician.id] = hours
      away[clinician.id] = leave
      standing[clinician.id] = diary.sessions.filter {
        !leave.overlaps($0.interval) && !closedTime.overlaps($0.interval)
      }
      absences += Absence.derived(for: clinician.id, leave: diary.leave, workingTime: hours, zone: practice.zone)
    }
    self.diaries = all
    workingTime = working
    leaveTime = away
    self.standing = standing
    self.absences = absences.sorted()
    if let like, like.diaries == all, like.window == window, like.clients == clients, like.decisions == decisions,
      like.practice.rules == practice.rules
    {
      demands = like.demands
    } else {
      demands = Situation.demands(
        of: all, absences: absences, closed: closedTime, window: window, clients: clients, decisions: book,
        rules: practice.rules)
    }
    self.publishedReferrals = publishedReferrals.sorted { ($0.interval, $0.session) < ($1.interval, $1.session) }
    let elsewhere = self.publishedReferrals.filter {
      practice.clinician($0.by) != nil && !window.interval.contains($0.interval.start)
    }
    let requested = Set(referrals.map(\.id))
    carriedReferrals = elsewhere.filter { $0.interval.start < window.interval.start || requested.contains($0.session) }
    let met = Set(carriedReferrals.map(\.session))
    self.referrals = referrals.filter { referral in
      !met.contains(referral.id) && referral.from < window.interval.end && window.interval.start < referral.due
    }.sorted()
    let settled = Situation.Settled(
      decisions: book, answersOf: answersOf, published: self.published + self.publishedReferrals, now: now)
    let pins = demands.flatMap { settled.pins(for: $0) } + self.referrals.flatMap { settled.pins(forRequest: $0) }
    self.pins = pins
    assigned = Dictionary(
      pins.filter { $0.reason == .assigned }.map { ($0.session, $0.colleague) }, uniquingKeysWith: { _, last in last })
    carried = self.published.filter { cover in
      guard practice.clinician(cover.by) != nil, !window.interval.contains(cover.interval.start) else { return false }
      if cover.interval.start < window.interval.start { return true }
      // What was moved out of the window is planned anew with it.
      let sessions = all[cover.session.clinician]?.sessions ?? []
      guard let session = sessions.first(where: { $0.id == cover.session }),
        !window.interval.contains(session.interval.start), !closedTime.overlaps(session.interval)
      else { return false }
      return away[cover.session.clinician]?.overlaps(session.interval) ?? false
    }
  }

  /// The published cover of the window's demands, by session.
  public var publishedInWindow: [SessionID: PublishedCover] {
    let wanted = Set(demands.map(\.session.id))
    return Dictionary(
      published.filter { wanted.contains($0.session) }.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The published appointments of the window's requests, by request.
  public var publishedReferralsInWindow: [SessionID: PublishedCover] {
    let wanted = Set(referrals.map(\.id))
    return Dictionary(
      publishedReferrals.filter { wanted.contains($0.session) }.map { ($0.session, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether the session's time has come: nobody can be named for it any more, only remembered.
  public func hasBegun(_ session: Session) -> Bool { session.interval.start < now }

  /// Whether the plan leaves the session without anybody, and its time has come: nobody was there, as far as is known.
  public func isMissed(_ assignment: Assignment) -> Bool {
    guard case .uncovered = assignment.outcome, hasBegun(assignment.session) else { return false }
    return !published.contains { $0.session == assignment.session.id && $0.interval.start >= now }
  }

  /// Whether the tier counts anything in this situation.
  public func isInPlay(_ tier: Tier) -> Bool {
    switch tier {
    case .referralUnmet, .referralWait: !referrals.isEmpty
    case .ownClinician: practice.rules.retime.ownClinician && practice.rules.retime.withinDays > 0
    default: tier.isAlwaysInPlay
    }
  }

  /// How many cover sessions each colleague had in the `fairness-look-back-days` before the window.
  public var lookBackLoad: [ClinicianID: Int] {
    let zone = practice.zone
    let first = window.from - practice.rules.fairnessLookBackDays
    return published.reduce(into: [:]) { load, cover in
      // A clinician's own session at another time is no cover.
      guard cover.by != cover.session.clinician else { return }
      let day = zone.day(of: cover.interval.start)
      if first <= day, day < window.from { load[cover.by, default: 0] += 1 }
    }
  }

  /// The colleagues whom each client has met in the absence, or is to meet, by cover outside the window: going on with one
  /// of them is no new face.
  public func met(in absence: Absence) -> [ClientID: Set<ClinicianID>] {
    carriedDemands(in: absence).reduce(into: [:]) { met, entry in
      guard entry.cover.by != absence.clinician else { return }
      for client in entry.cover.clients { met[client, default: []].insert(entry.cover.by) }
    }
  }

  /// The carried cover of sessions that the absence affects, with the demand that it met: who gives it has to meet the
  /// absent clinician as well. A session that was not read stands at the time of its cover.
  public func carriedDemands(in absence: Absence) -> [(cover: PublishedCover, demand: Demand)] {
    let own = carried.filter { $0.session.clinician == absence.clinician }
    guard !own.isEmpty else { return [] }
    let sessions = Dictionary(
      (diaries[absence.clinician]?.sessions ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return own.compactMap { cover in
      let session =
        sessions[cover.session]
        ?? Session(
          id: cover.session, clients: cover.clients, interval: cover.interval, place: .open,
          source: Source(file: "cover/practice.ics", uid: cover.uid))
      guard session.interval.overlaps(absence.interval) else { return nil }
      return (cover, Demand(session: session, absence: absence, isClosed: false, need: .preferred))
    }
  }

  /// The same situation seen in another window; what was read around this one has to reach as far.
  public func seen(in window: PlanningWindow) -> Situation { replacing(window: window) }

  /// The same situation with other decisions, in the order in which they were made. Leave among them changes nothing:
  /// it is in the diaries.
  public func deciding(_ decisions: [Decision]) -> Situation { replacing(decisions: decisions) }

  /// The same situation with one more request, and perhaps one more client, whom it is about.
  public func asking(_ referral: Referral, of client: Client? = nil) -> Situation {
    var clients = clients
    if let client, clients[client.id] == nil { clients[client.id] = client }
    return replacing(clients: clients, referrals: requested + [referral])
  }

  /// The same with those parts in place of its own, and whatever follows from them derived anew.
  func replacing(
    practice: Practice? = nil, clients: [ClientID: Client]? = nil, diaries: [ClinicianID: Diary]? = nil,
    window: PlanningWindow? = nil, decisions: [Decision]? = nil, published: [PublishedCover]? = nil,
    referrals: [Referral]? = nil, publishedReferrals: [PublishedCover]? = nil
  ) -> Situation {
    Situation(
      practice: practice ?? self.practice, clients: clients ?? self.clients,
      diaries: diaries ?? self.diaries, closures: closures, window: window ?? self.window, now: now,
      decisions: decisions ?? self.decisions, answers: answers, published: published ?? self.published,
      publishedContacts: publishedContacts, publishedMeetings: publishedMeetings, dutyAnswers: dutyAnswers,
      referrals: referrals ?? requested,
      publishedReferrals: publishedReferrals ?? self.publishedReferrals, like: self)
  }

  /// The window, grown so that all published cover and every published appointment that is still to come begins in it.
  public var windowOfPromises: PlanningWindow {
    let days = (published + publishedReferrals).filter { $0.interval.end > now }.map {
      practice.zone.day(of: $0.interval.start)
    }
    let from = min(window.from, days.min() ?? window.from)
    let to = max(window.to, (days.max() ?? window.from) + 1)
    return PlanningWindow(from: from, to: to, zone: practice.zone) ?? window
  }

  /// The absences that reach into the window, by time.
  public var absencesInWindow: [Absence] { absences.filter { $0.interval.overlaps(window.interval) } }
}
