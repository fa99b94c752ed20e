import CivilTime
import CoverDomain

/// A clinician's week: what they give, and how much they can.
struct WeekLoad: Hashable, Sendable {
  let clinician: ClinicianID
  let week: Week
  /// Own sessions that take place, also at another time.
  let own: Int
  /// Cover and appointments that meet requests.
  let cover: Int
  /// How many sessions the week holds: the limit of the week, or the limit of a day for every day on which they are there,
  /// whichever is less; nil where practice.yaml sets neither.
  let room: Int?
  /// Minutes of all those sessions.
  let minutes: Int
  /// Minutes of work, leave and closures left out.
  let workingMinutes: Int

  var sessions: Int { own + cover }
  /// Whether the clinician is not there at all.
  var isEmpty: Bool { sessions == 0 && workingMinutes == 0 }

  /// How full the week is, 0 to 1: sessions of those that it holds, or time where nothing says how many that is.
  var fullness: Double {
    let (part, whole) = room.map { (sessions, $0) } ?? (minutes, workingMinutes)
    return whole > 0 ? min(1, Double(part) / Double(whole)) : part > 0 ? 1 : 0
  }

  /// How much of that is cover, 0 to 1.
  var coverFullness: Double { sessions > 0 ? fullness * Double(cover) / Double(sessions) : 0 }
}

/// The weeks of a plan, clinician by clinician.
///
/// Sessions count as the limits count them: in the ISO week in which they start, those outside the window as well.
struct WeekLoads: Sendable {
  let weeks: [Week]
  /// By clinician, then week: those who work in some week, or give something.
  let all: [WeekLoad]
  private let byClinician: [ClinicianID: [WeekLoad]]

  init(situation: Situation, plan: Plan) {
    let practice = situation.practice
    let zone = practice.zone
    var weeks: [Week] = []
    var monday = plan.window.from.week.monday
    while monday < plan.window.to {
      weeks.append(monday.week)
      monday = monday + 7
    }
    self.weeks = weeks

    // What is given, by whom, and whether it is their own session at another time.
    var given = plan.assignments.compactMap { assignment in
      assignment.outcome.cover.map { ($0, isOwn: $0.by == assignment.session.clinician) }
    }
    given += plan.referrals.compactMap { assignment in assignment.cover.map { ($0, isOwn: false) } }
    given += (situation.carried + situation.carriedReferrals).map {
      (Cover(by: $0.by, interval: $0.interval), isOwn: $0.by == $0.session.clinician)
    }
    let givenBy = Dictionary(grouping: given, by: \.0.by)

    all = practice.clinicians.flatMap { clinician -> [WeekLoad] in
      let standing = situation.standing[clinician.id] ?? []
      let work = (situation.workingTime[clinician.id] ?? .empty).subtracting(
        situation.leaveTime[clinician.id] ?? .empty)
      let loads = weeks.map { week -> WeekLoad in
        let start = zone.start(of: week.monday)
        let span = Interval(start: start, seconds: zone.start(of: week.monday + 7) - start)
        let own = standing.filter { span.contains($0.interval.start) }
        let here = (givenBy[clinician.id] ?? []).filter { span.contains($0.0.interval.start) }
        let moved = here.count(where: \.isOwn)
        let seconds = own.reduce(0) { $0 + $1.interval.length } + here.reduce(0) { $0 + $1.0.interval.length }
        let presence = week.days.count { work.overlaps(zone.interval(of: $0)) }
        let limits = [clinician.limits.sessionsPerWeek, clinician.limits.sessionsPerDay.map { $0 * presence }]
        return WeekLoad(
          clinician: clinician.id, week: week, own: own.count + moved, cover: here.count - moved,
          room: limits.compactMap { $0 }.min(), minutes: seconds / 60,
          workingMinutes: work.clipped(to: span).intervals.reduce(0) { $0 + $1.length } / 60)
      }
      return loads.contains { $0.sessions > 0 || $0.workingMinutes > 0 } ? loads : []
    }
    byClinician = Dictionary(grouping: all, by: \.clinician)
  }

  func of(_ clinician: ClinicianID) -> [WeekLoad] { byClinician[clinician] ?? [] }
}
