public import CivilTime
import Foundation

/// A situation, seen in the whole weeks that some changes reach: in the others nothing is judged otherwise than without
/// them.
///
/// The rules of plans speak of nothing longer than an ISO week. Absences, and what follows from their length, stay what
/// they are: hours and leave are kept whole. Of published cover inside the window only that of those weeks is kept, for
/// the plan says what is given there. Safe from several threads.
public final class NearSituations: @unchecked Sendable {
  private let situation: Situation
  // Read and written under the lock.
  private var seen: [PlanningWindow: Situation] = [:]
  private let lock = NSLock()

  public init(_ situation: Situation) { self.situation = situation }

  /// The situation with those changes, where they reach.
  ///
  /// - Parameter intervals: when anything is given, or no longer given, because of the changes.
  public func supposing(_ suppositions: [Supposition], _ intervals: [Interval]) -> Situation {
    guard let window = situation.weeks(touchedBy: suppositions, intervals) else {
      return situation.supposing(suppositions)
    }
    let near = lock.withLock { seen[window] } ?? situation.near(window)
    lock.withLock { seen[window] = near }
    return near.supposing(suppositions)
  }
}

extension Situation {
  /// The part of the window that is to be looked at; nil where the changes touch no day.
  fileprivate func weeks(touchedBy suppositions: [Supposition], _ intervals: [Interval]) -> PlanningWindow? {
    let days = suppositions.flatMap(days) + intervals.flatMap { Array(practice.zone.days(of: $0)) }
    guard let first = days.min(), let last = days.max() else { return nil }
    // A session may be moved into those weeks from so far away.
    let reach = (max(0, practice.rules.retime.withinDays) + 6) / 7 * 7
    let (monday, after) = (first.week.monday - reach, last.week.monday + 7 + reach)
    return PlanningWindow(from: max(window.from, monday), to: min(window.to, after), zone: practice.zone)
  }

  fileprivate func near(_ seen: PlanningWindow) -> Situation {
    let zone = practice.zone
    // One day more on both sides, for breaks over midnight.
    guard
      let near = Interval(zone.start(of: seen.from.week.monday - 1), zone.start(of: (seen.to - 1).week.monday + 8))
    else { return self }
    func isNear(_ cover: PublishedCover) -> Bool {
      cover.interval.overlaps(near)
        && (seen.interval.contains(cover.interval.start) || !window.interval.contains(cover.interval.start))
    }
    let published = published.filter(isNear)
    let promised = Set(published.map(\.session))
    let diaries = diaries.mapValues { diary in
      var diary = diary
      diary.sessions = diary.sessions.filter { $0.interval.overlaps(near) || promised.contains($0.id) }
      diary.busy = diary.busy.filter { $0.overlaps(near) }
      return diary
    }
    return replacing(
      diaries: diaries, window: seen, published: published, publishedReferrals: publishedReferrals.filter(isNear))
  }

  /// The days on which the change may make a rule judge otherwise, beyond those of what is given because of it.
  private func days(of supposition: Supposition) -> [Day] {
    let zone = practice.zone
    /// With the leave or the hours of a clinician all of their absences may change, and what is decided about them.
    func absences(of clinician: ClinicianID) -> [Day] {
      absencesInWindow.filter { $0.clinician == clinician }.flatMap { [$0.days.lowerBound, $0.days.upperBound] }
    }
    switch supposition {
    case .furtherSession(_, let day), .shorterBreak(_, let day, _): return [day]
    case .furtherSessionInWeek(_, let week): return [week.monday]
    case .otherTime(_, let interval), .free(_, let interval): return Array(zone.days(of: interval))
    case .hours(let id, let interval, _), .shorterLeave(let id, let interval, _):
      return Array(zone.days(of: interval)) + absences(of: id)
    // Who may do more than before may do all that they did before.
    case .place, .payer, .consent, .takesCover, .licence, .language, .specialty: return []
    case .leave, .limit, .further, .assigned: return [window.from, window.to - 1]
    }
  }
}
