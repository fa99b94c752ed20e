import CivilTime
import CoverDomain

/// One way to cover a demand or to meet a request: who, and when. Not yet held against any rule.
struct Choice: Hashable, Sendable {
  /// Position in `Facts.wanted`.
  let demand: Int
  /// Position in `Facts.people`.
  let colleague: Int
  let interval: Interval
  /// The day of its start.
  let day: Day
  /// Whether the time is another than the session's own; a request has no time of its own.
  let isMoved: Bool
  /// Whether the session is moved to some time of the week, which is found when everything else is planned; `interval` is
  /// then the nearest of the times that it could be.
  let isFloating: Bool
  /// Whether the session's own clinician takes it.
  let isOwn: Bool
  /// Who else of the practice is there: the clinician who has supervision. Position in `Facts.people`.
  let companion: Int?

  init(demand: Int, colleague: Int, start: Instant, isFloating: Bool = false, _ facts: Facts) {
    let wanted = facts.wanted[demand]
    let session = wanted.session
    self.demand = demand
    self.colleague = colleague
    interval = Interval(start: start, seconds: session.interval.length)
    self.isFloating = isFloating
    isMoved = wanted.referral == nil && start != session.interval.start
    day = start == session.interval.start ? wanted.day : facts.zone.day(of: start)
    isOwn = wanted.referral == nil && facts.people[colleague].clinician.id == session.clinician
    companion = wanted.referral?.reason == .supervision ? facts.position(of: session.clinician) : nil
  }

  /// The week of the colleague's that it takes part of.
  var colleagueWeek: ColleagueWeek { ColleagueWeek(colleague: colleague, week: day.week) }
  /// Whether it meets a request.
  func isReferral(_ facts: Facts) -> Bool { facts.requests.contains(demand) }
  /// Everybody of the practice whom it occupies.
  var occupied: [Int] { companion.map { [colleague, $0] } ?? [colleague] }

  func wanted(_ facts: Facts) -> Wanted { facts.wanted[demand] }
  func person(_ facts: Facts) -> Person { facts.people[colleague] }
}
