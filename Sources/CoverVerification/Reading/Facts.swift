import CivilTime
import CoverDomain

/// What the diaries, the register and the decisions say: derived here anew, so that a fault in the domain's or the
/// planning's own derivation shows.
///
/// Of `Situation` only what was read is used, nothing that it has derived.
struct Facts: Sendable {
  let zone: Zone
  let rules: PracticeRules
  let window: PlanningWindow
  let now: Instant
  /// By id.
  let clinicians: [Clinician]
  let people: [ClinicianID: Clinician]
  let clients: [ClientID: Client]
  let closed: IntervalSet
  let practiceHours: WeeklyHours
  /// Hours, less closures.
  let hours: [ClinicianID: IntervalSet]
  let leave: [ClinicianID: IntervalSet]
  let busy: [ClinicianID: [Interval]]
  /// Own sessions that take place as usual, by time.
  let standing: [ClinicianID: Timeline]
  /// The same, by client.
  let standingOfClient: [ClientID: [Session]]
  /// Every session of every diary.
  let sessions: [SessionID: Session]
  /// Every absence that was read, by time.
  let absences: [AbsenceRun]
  /// The affected and closed sessions of the window, by time.
  let affected: [AffectedSession]
  /// The requests whose time reaches into the window and that no appointment outside it meets, by time.
  let requests: [OpenRequest]
  let promises: PromiseReading
  let published: [PublishedCover]
  let publishedContacts: [PublishedContact]
  let publishedMeetings: [PublishedMeeting]
  let dutyAnswers: [DutyAnswer]
  let publishedReferrals: [PublishedCover]
  /// Every request that was read.
  let requested: Set<SessionID>

  init(_ situation: Situation) {
    let practice = situation.practice
    zone = practice.zone
    rules = practice.rules
    window = situation.window
    now = situation.now
    clinicians = practice.clinicians
    people = Dictionary(practice.clinicians.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    clients = situation.clients
    practiceHours = practice.hours
    published = situation.published
    publishedContacts = situation.publishedContacts
    publishedMeetings = situation.publishedMeetings
    dutyAnswers = situation.dutyAnswers
    let planned = situation.window.interval
    let elsewhere = Set(
      situation.publishedReferrals.filter { appointment in
        situation.practice.clinician(appointment.by) != nil && !planned.contains(appointment.interval.start)
      }.map(\.session))
    publishedReferrals = situation.publishedReferrals
    requested = Set(situation.requested.map(\.id))
    requests = situation.requested.filter { referral in
      referral.from < planned.end && planned.start < referral.due && !elsewhere.contains(referral.id)
    }.map { OpenRequest($0, situation.decisions) }
    promises = PromiseReading(situation)
    let closed = IntervalSet(situation.closures.map(\.interval))
    self.closed = closed
    var hours: [ClinicianID: IntervalSet] = [:]
    var leave: [ClinicianID: IntervalSet] = [:]
    var busy: [ClinicianID: [Interval]] = [:]
    var standing: [ClinicianID: [Session]] = [:]
    var standingOfClient: [ClientID: [Session]] = [:]
    var sessions: [SessionID: Session] = [:]
    var absences: [AbsenceRun] = []
    var disturbed: [(session: Session, isAway: Bool, isClosed: Bool)] = []
    for clinician in practice.clinicians.map(\.id) {
      let diary = situation.diaries[clinician] ?? Diary()
      let away = IntervalSet(diary.leave.map(\.interval))
      let working = diary.hours.subtracting(closed)
      hours[clinician] = working
      leave[clinician] = away
      busy[clinician] = diary.busy
      absences += AbsenceRun.all(of: clinician, leave: diary.leave, hours: working, zone: zone)
      for session in diary.sessions.sorted() {
        sessions[session.id] = session
        let isAway = away.overlaps(session.interval)
        let isClosed = closed.overlaps(session.interval)
        if isAway || isClosed {
          if window.interval.contains(session.interval.start) { disturbed.append((session, isAway, isClosed)) }
        } else {
          standing[clinician, default: []].append(session)
          for client in session.clients { standingOfClient[client, default: []].append(session) }
        }
      }
    }
    self.hours = hours
    self.leave = leave
    self.busy = busy
    self.standing = standing.mapValues { Timeline($0) }
    self.standingOfClient = standingOfClient
    self.sessions = sessions
    self.absences = absences.sorted { ($0.interval, $0.clinician) < ($1.interval, $1.clinician) }
    let absencesOf = Dictionary(grouping: absences, by: \.clinician)
    let needs = NeedReading(clients: clients, rules: rules)
    let gone = leave
    let keys = Set(disturbed.map(\.session.id.key))
    let alike = Dictionary(grouping: sessions.values.filter { keys.contains($0.id.key) }, by: \.id.key)
    /// Whose session, of one UID, time and clients, takes place instead, or is covered for all: somebody who is there before
    /// somebody who is not, then by id.
    func standIn(for session: Session) -> SessionID? {
      let same = alike[session.id.key, default: []].filter {
        $0.interval == session.interval && $0.clients == session.clients
      }
      let ranked = same.map { other in
        (isAway: gone[other.clinician]?.overlaps(session.interval) ?? false, id: other.id)
      }.min { left, right in
        left.isAway != right.isAway ? !left.isAway : left.id.clinician < right.id.clinician
      }
      return ranked.flatMap { $0.id == session.id ? nil : $0.id }
    }
    let decisions = SessionDecisions.shelves(situation.decisions)
    affected = disturbed.sorted { $0.session < $1.session }.map { session, isAway, isClosed in
      let absence = isAway ? absencesOf[session.clinician]?.first { $0.interval.overlaps(session.interval) } : nil
      let decided = SessionDecisions(decisions, about: session, absence)
      let sharedWith = isClosed ? nil : standIn(for: session)
      let need =
        isClosed || sharedWith != nil ? Need.none : absence.map { needs.need(of: session, in: $0, decided) } ?? .none
      return AffectedSession(
        session: session, absence: absence, isClosed: isClosed, need: need, sharedWith: sharedWith,
        decisions: decided)
    }
  }
}

extension Facts {
  /// The absences that reach into the window, by time.
  var absencesOfWindow: [AbsenceRun] { absences.filter { $0.interval.overlaps(window.interval) } }

  /// Published cover outside the window that is still given: all that lay before it, and what lies behind it as long as
  /// its session lies there too and is still affected.
  var carried: [GivenCover] {
    carriedReferrals
      + published.compactMap { cover in
        guard people[cover.by] != nil, !window.interval.contains(cover.interval.start) else { return nil }
        if cover.interval.start >= window.interval.end {
          guard let session = sessions[cover.session], !window.interval.contains(session.interval.start),
            !closed.overlaps(session.interval), leave[session.clinician]?.overlaps(session.interval) ?? false
          else { return nil }
        }
        return GivenCover(carried: cover)
      }
  }

  /// Published cover of the window whose time has come.
  var begun: [PublishedCover] {
    published.filter { $0.interval.start < now && window.interval.contains($0.interval.start) }
  }

  /// Appointments outside the window that meet requests: all that lay before it, and those behind it whose request stands.
  private var carriedReferrals: [GivenCover] {
    publishedReferrals.filter { appointment in
      guard people[appointment.by] != nil, !window.interval.contains(appointment.interval.start) else { return false }
      return appointment.interval.start < window.interval.start || requested.contains(appointment.session)
    }.map { GivenCover(carried: $0) }
  }

  /// Whether the clinician works on the day and has no leave on it.
  func isThere(_ clinician: ClinicianID, on day: Day) -> Bool {
    let day = zone.interval(of: day)
    return hours[clinician]?.overlaps(day) ?? false && !(leave[clinician]?.overlaps(day) ?? false)
  }

  /// Whether the practice is open on the day: its own hours or somebody's, less closures.
  func isOpen(_ day: Day) -> Bool {
    let interval = zone.interval(of: day)
    return practiceHours.ranges[day.weekday, default: []].contains { range in
      let start = zone.instant(secondOfDay: range.start, of: day)
      let end = zone.instant(secondOfDay: range.end, of: day)
      return Interval(start, end).map { !IntervalSet([$0]).subtracting(closed).isEmpty } ?? false
    } || hours.values.contains { $0.overlaps(interval) }
  }

  /// A time as the practice's clock shows it: `2026-12-22 10:00`.
  func clock(_ instant: Instant) -> String {
    let civil = zone.civil(instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(civil.day.iso8601) \(two(civil.hour)):\(two(civil.minute))"
  }

  /// A session by its clients, as people know it: `AB12 of amara-osei`; by its key where it has none.
  func named(_ session: SessionID, _ clients: [ClientID]) -> String {
    clients.isEmpty
      ? "\(session)" : "\(clients.map(\.text).joined(separator: " and ")) of \(session.clinician)"
  }
}
