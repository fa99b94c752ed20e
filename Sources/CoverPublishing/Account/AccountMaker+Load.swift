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
    let rows = practice.clinicians.compactMap { clinician -> [AccountTable.Cell]? in
      let covers = plan.assignments.count {
        $0.outcome.cover?.by == clinician.id && $0.session.clinician != clinician.id
      }
      let days = plan.absences.reduce(0) { sum, absence in sum + absence.contacts.count { $0.by == clinician.id } }
      let supervising = plan.absences.reduce(0) { sum, absence in
        sum + absence.supervisors.count { $0.by == clinician.id }
      }
      let meetings = plan.absences.reduce(0) { sum, absence in
        sum + absence.handovers.count { $0.colleague == clinician.id && $0.interval != nil }
      }
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
    let absent = practice.clinicians.map(\.id).filter { id in covers.contains { $0.absent == id } }
    let rows = practice.clinicians.map(\.id).filter { id in covers.contains { $0.by == id } }
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
