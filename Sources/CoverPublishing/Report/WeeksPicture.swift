import CivilTime
import CoverDomain

/// The weeks of a plan as a picture shows them: for every clinician and day who is away, who covers how much, and what
/// nobody covers; for every week how full it is.
struct WeeksPicture: Sendable {
  /// What a clinician's day looks like.
  enum Cell: Hashable, Sendable {
    case closed
    /// On leave for all of their hours of the day.
    case away
    /// On leave for a part of their hours.
    case partlyAway
    case working
    case notWorking
  }

  struct DayMark: Hashable, Sendable {
    let day: Day
    let cell: Cell
    /// Sessions that the clinician covers on that day.
    let covers: Int
    /// Sessions of the clinician on that day that nobody covers.
    let gaps: Int
  }

  struct Row: Hashable, Sendable {
    let clinician: ClinicianID
    let name: String
    let days: [DayMark]
    let load: WeekLoad
  }

  struct WeekRows: Hashable, Sendable {
    let week: Week
    let days: [Day]
    /// The same clinicians in every week.
    let rows: [Row]
  }

  let weeks: [WeekRows]
  let times: LocalTimes

  init(situation: Situation, plan: Plan) {
    let practice = situation.practice
    let zone = practice.zone
    let names = Names(practice: practice)
    times = LocalTimes(zone: zone)
    let loads = WeekLoads(situation: situation, plan: plan)

    var covers: [ClinicianDay: Int] = [:]
    var gaps: [ClinicianDay: Int] = [:]
    for assignment in plan.assignments {
      if let cover = assignment.outcome.cover, cover.by != assignment.session.clinician {
        covers[ClinicianDay(cover.by, zone.day(of: cover.interval.start)), default: 0] += 1
      }
      if assignment.outcomeName == "uncovered" {
        gaps[ClinicianDay(assignment.session.clinician, zone.day(of: assignment.session.interval.start)), default: 0] +=
          1
      }
    }

    /// Days of the week on which somebody works, or something happens, in any week: the same columns in every one.
    let everyDay = loads.weeks.flatMap(\.days)
    let used = Set(
      everyDay.filter { day in
        let span = zone.interval(of: day)
        return practice.clinicians.contains { situation.diaries[$0.id]?.hours.overlaps(span) ?? false }
          || (covers.keys.contains { $0.day == day } || gaps.keys.contains { $0.day == day })
      }.map(\.weekday))
    let people = practice.clinicians.filter { !loads.of($0.id).isEmpty }

    func cell(_ clinician: ClinicianID, _ day: Day) -> Cell {
      let span = zone.interval(of: day)
      let hours = (situation.diaries[clinician]?.hours ?? .empty).clipped(to: span)
      let open = hours.subtracting(situation.closedTime)
      if open.isEmpty { return hours.isEmpty ? .notWorking : .closed }
      let leave = situation.leaveTime[clinician] ?? .empty
      if open.subtracting(leave).isEmpty { return .away }
      return open.intervals.contains { leave.overlaps($0) } ? .partlyAway : .working
    }

    weeks = loads.weeks.map { week in
      let days = week.days.filter { used.contains($0.weekday) }
      return WeekRows(
        week: week, days: days,
        rows: people.compactMap { person in
          guard let load = loads.of(person.id).first(where: { $0.week == week }) else { return nil }
          return Row(
            clinician: person.id, name: names.clinician(person.id),
            days: days.map { day in
              DayMark(
                day: day, cell: cell(person.id, day), covers: covers[ClinicianDay(person.id, day)] ?? 0,
                gaps: gaps[ClinicianDay(person.id, day)] ?? 0)
            }, load: load)
        })
    }
  }
}

private struct ClinicianDay: Hashable {
  let clinician: ClinicianID
  let day: Day

  init(_ clinician: ClinicianID, _ day: Day) {
    self.clinician = clinician
    self.day = day
  }
}
