import CivilTime
import CoverDomain

extension AccountMaker {
  /// What becomes of the sessions, by what they call for.
  var sessions: [Block] {
    guard !plan.assignments.isEmpty else { return [] }
    func counts(_ outcomes: [String]) -> [AccountTable.Cell] {
      let all = plan.assignments.filter { outcomes.isEmpty || outcomes.contains($0.outcomeName) }
      return [Need.required, .preferred, .wait, .none].map { need in
        .count(all.count { $0.demand.need == need }, of: .sessions(.all, outcomes: outcomes, need: need))
      } + [.count(all.count, of: .sessions(.all, outcomes: outcomes))]
    }
    let rows = Self.outcomeNames.filter { plan.count($0.key) > 0 }.map { [.words($0.value)] + counts([$0.key]) }
    return [
      .table(
        AccountTable(
          "What becomes of the sessions, by what they call for",
          columns: ["", "must", "should", "can wait", "none", "all"], rows: rows + [["all"] + counts([])],
          hasTotal: true))
    ]
  }

  /// How much each colleague does for the others.
  var load: [Block] {
    func count(_ colleagues: [ClinicianID?]) -> [ClinicianID: Int] {
      Dictionary(grouping: colleagues.compactMap(\.self), by: \.self).mapValues(\.count)
    }
    let given = count(
      plan.assignments.map { assignment in
        assignment.outcome.cover.flatMap { $0.by == assignment.session.clinician ? nil : $0.by }
      })
    let onDuty = count(plan.absences.flatMap(\.contacts).map(\.by))
    let standingIn = count(plan.absences.flatMap(\.supervisors).map(\.by))
    let met = count(plan.absences.flatMap(\.handovers).map { $0.interval == nil ? nil : $0.colleague })
    let rows = practice.clinicians.compactMap { clinician -> [AccountTable.Cell]? in
      let (covers, days) = (given[clinician.id] ?? 0, onDuty[clinician.id] ?? 0)
      let (supervising, meetings) = (standingIn[clinician.id] ?? 0, met[clinician.id] ?? 0)
      guard covers + days + supervising + meetings > 0 else { return nil }
      return [
        .words(names.clinician(clinician.id)), .count(covers, of: .covers(by: clinician.id)),
        .count(days, of: .contactDays(of: clinician.id)),
        .count(supervising, of: .supervisorDays(of: clinician.id)), .count(meetings, of: .meetings(with: clinician.id)),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        AccountTable(
          "What each colleague does for the others",
          columns: ["", "sessions", "contact days", "days as supervisor", "meetings"], rows: rows)),
      .more("Who covers for whom", [.table(pairs)]), .more("Week by week", [.table(weekByWeek)]),
    ]
  }

  /// Colleagues against those who are away.
  private var pairs: AccountTable {
    let covers = plan.assignments.compactMap { assignment in
      assignment.outcome.cover.map { Pair(by: $0.by, absent: assignment.session.clinician) }
    }.filter { $0.by != $0.absent }
    let counts = Dictionary(grouping: covers, by: \.self).mapValues(\.count)
    let (away, giving) = (Set(covers.map(\.absent)), Set(covers.map(\.by)))
    let absent = practice.clinicians.map(\.id).filter(away.contains)
    let rows = practice.clinicians.map(\.id).filter(giving.contains)
      .map { by -> [AccountTable.Cell] in
        [.words(names.clinician(by))]
          + absent.map {
            .count(counts[Pair(by: by, absent: $0)] ?? 0, of: .covers(by: by, for: $0))
          }
      }
    return AccountTable(
      "Sessions that each colleague covers, by whose they are", columns: [""] + absent.map(names.clinician), rows: rows)
  }

  /// Every week of everybody, with how much it holds.
  private var weekByWeek: AccountTable {
    let loads = WeekLoads(situation: situation, plan: plan)
    let rows = loads.all.map { week -> [AccountTable.Cell] in
      [
        .words(names.clinician(week.clinician)), .words(times.shortDay(week.week.monday)),
        .count(week.own, of: .load(week, "own")), .count(week.cover, of: .load(week, "cover")),
        week.room.map { .count($0, of: .load(week, "room")) } ?? "no limit",
        .count(week.minutes, of: .load(week, "minutes")),
        .count(week.workingMinutes, of: .load(week, "working-minutes")),
      ]
    }
    return AccountTable(
      "Sessions and time of each week, against what it holds",
      columns: ["", "week of", "own", "cover", "at most", "minutes in sessions", "minutes at work"], rows: rows)
  }
}

private struct Pair: Hashable {
  let by: ClinicianID
  let absent: ClinicianID
}
