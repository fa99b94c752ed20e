import CivilTime
import CoverDomain

/// Makes the summary of a publication. It depends on the plan and on what is published, not on the hour of the run.
struct SummaryMaker: Sendable {
  let situation: Situation
  let plan: Plan
  let reading: Reading
  let history: EventHistory
  let notices: Notices

  var practice: Practice { situation.practice }
  var names: Names { Names(practice: practice) }
  var times: LocalTimes { LocalTimes(zone: practice.zone) }

  private static let width = 92

  var summary: Summary {
    let last = plan.window.to - 1
    return Summary(
      title: "\(PlainText.oneLine(practice.name)): cover from \(times.shortDayOfYear(plan.window.from))"
        + " to \(times.shortDayOfYear(last))",
      headline: headline,
      sections: [
        Summary.Section(title: "At a glance", lines: glance),
        Summary.Section(title: "Ring first", lines: ringFirst),
        Summary.Section(title: "Needs you", lines: needs),
        Summary.Section(title: "Second professionals", lines: requests),
        Summary.Section(title: "Absence by absence", lines: away),
        Summary.Section(title: "Sessions by need", lines: sessions),
        Summary.Section(title: "Who covers how much", lines: load),
        Summary.Section(title: "Letters to clients", lines: letters),
        Summary.Section(title: changesTitle, lines: changes),
        Summary.Section(title: "Odd in the files", lines: remarks),
        Summary.Section(title: "How good this plan is", lines: proof),
      ], needsPerson: needsPerson)
  }

  var uncovered: [(assignment: Assignment, gap: Gap)] {
    plan.assignments.compactMap { assignment in
      if case .uncovered(let gap) = assignment.outcome { (assignment, gap) } else { nil }
    }
  }

  private var needsPerson: Bool {
    !plan.brokenPromises.isEmpty || uncovered.contains { $0.assignment.demand.need == .required }
      || plan.referrals.contains { $0.cover == nil } || reading.needsPerson || !notices.refused.isEmpty
      || plan.absences.contains { absence in
        absence.contacts.contains { $0.by == nil } || absence.supervisors.contains { $0.by == nil }
          || !absence.withoutSupervisor.isEmpty
      }
  }

  // MARK: Sessions and load

  private var sessions: [String] {
    guard !plan.assignments.isEmpty else { return [] }
    let needs: [Need] = [.required, .preferred, .wait, .none]
    var rows = [["", "must", "should", "can wait", "none", "all"]]
    for (name, words) in Self.outcomeNames {
      let all = plan.assignments.filter { $0.outcomeName == name }
      guard !all.isEmpty else { continue }
      rows.append([words] + needs.map { need in String(all.count { $0.demand.need == need }) } + [String(all.count)])
    }
    rows.append(
      ["all"] + needs.map { need in String(plan.assignments.count { $0.demand.need == need }) }
        + [String(plan.assignments.count)])
    return Columns.aligned(rows)
  }

  private var load: [String] {
    var rows = [["", "sessions", "contact days", "meetings"]]
    for clinician in practice.clinicians {
      let covers = plan.assignments.count { $0.outcome.cover?.by == clinician.id }
      let days = plan.absences.reduce(0) { sum, absence in
        sum + absence.contacts.count { $0.by == clinician.id } + absence.supervisors.count { $0.by == clinician.id }
      }
      let meetings = plan.absences.reduce(0) { sum, absence in
        sum + absence.handovers.count { $0.colleague == clinician.id && $0.interval != nil }
      }
      guard covers + days + meetings > 0 else { continue }
      rows.append([names.clinician(clinician.id), String(covers), String(days), String(meetings)])
    }
    return rows.count > 1 ? Columns.aligned(rows) : []
  }

  // MARK: What changed

  private var changesTitle: String {
    LastChange(history).at.map { "Last changed on \(times.short($0))" } ?? "Changes"
  }

  private var changes: [String] { ChangeWords(practice: practice).lines(LastChange(history)) }

  /// What intake found odd and could do without.
  private var remarks: [String] {
    reading.remarks.filter { !reading.openReplies.contains($0) }.flatMap { $0.split(separator: "\n") }.flatMap {
      wrapped(PlainText.oneLine(String($0)), indent: "  ")
    }
  }

  // MARK: Proof

  private var proof: [String] {
    var lines = Columns.aligned(
      plan.tiers.map { tier in
        [tier.tier.sentence, String(tier.value), tier.isProven ? "proven best" : "not below \(tier.bound)"]
      })
    lines.append("")
    lines += wrapped(
      plan.status == .optimal
        ? "Each line is the least that is possible after the lines above it. Every rule holds."
        : "Every rule holds. Where a line is not proven best, more time (--time-limit) may find a better plan.",
      indent: "  ")
    return lines
  }

  func wrapped(_ text: String, indent: String) -> [String] {
    PlainText.wrapped(text, width: Self.width, indent: indent)
  }
}
