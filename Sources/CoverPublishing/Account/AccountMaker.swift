import CivilTime
import CoverDomain

/// Puts a publication into words. They depend on the plan and on what is published, not on the hour of the run.
struct AccountMaker: Sendable {
  let situation: Situation
  let plan: Plan
  let reading: Reading
  let history: EventHistory
  let notices: Notices

  var practice: Practice { situation.practice }
  var names: Names { Names(practice: practice) }
  var times: LocalTimes { LocalTimes(zone: practice.zone) }

  var account: Account {
    let last = plan.window.to - 1
    return Account(
      practice: PlainText.oneLine(practice.name),
      period: "cover from \(times.shortDayOfYear(plan.window.from)) to \(times.shortDayOfYear(last))",
      headline: headline, shares: shares, parts: Account.Name.allCases.compactMap(part), needsPerson: needsPerson)
  }

  private func part(_ name: Account.Name) -> Account.Part? {
    let blocks: [Block] =
      switch name {
      case .ringFirst: ringFirst
      case .needs: needs
      case .letters: letters
      case .weeks: weeks
      case .absences: absences
      case .requests: requests
      case .sessions: sessions
      case .load: load
      case .changes: ChangeWords(practice: practice).blocks(LastChange(history))
      case .proof: proof
      case .remarks: remarks
      case .files: files
      }
    let told = blocks.filter { !$0.isEmpty }
    guard !told.isEmpty else { return nil }
    let title = name == .changes ? LastChange(history).at.map { "Last changed on \(times.short($0))" } : nil
    return Account.Part(name: name, title: title ?? name.title, blocks: told)
  }

  var uncovered: [(assignment: Assignment, gap: Gap)] {
    plan.assignments.compactMap { assignment in
      if case .uncovered(let gap) = assignment.outcome { (assignment, gap) } else { nil }
    }
  }

  var uninvited: UninvitedColleagues { UninvitedColleagues(situation: situation, history: history) }

  private var needsPerson: Bool {
    !plan.brokenPromises.isEmpty || uncovered.contains { $0.assignment.demand.need == .required }
      || plan.referrals.contains { $0.cover == nil } || reading.needsPerson || !notices.refused.isEmpty
      || !uninvited.isEmpty
      || plan.absences.contains { absence in
        absence.contacts.contains { $0.by == nil } || absence.supervisors.contains { $0.by == nil }
          || !absence.withoutSupervisor.isEmpty
      }
  }

  /// What intake found odd and could do without.
  private var remarks: [Block] {
    reading.remarks.filter { !reading.openReplies.contains($0) }.flatMap { $0.split(separator: "\n") }.map {
      .words(PlainText.oneLine(String($0)))
    }
  }

  private var proof: [Block] {
    let rows = plan.tiers.map { tier -> [AccountTable.Cell] in
      [
        .words(tier.tier.sentence), .count(tier.value, of: .tier(tier.tier, "value")),
        .words(tier.isProven ? "proven best" : "not below \(tier.bound)"),
      ]
    }
    return [
      .table(
        AccountTable(
          "What was sought, the most important first", columns: ["what is counted", "in this plan", "proof"],
          needsTitles: false, rows: rows)),
      .words(
        plan.status == .optimal
          ? "Each line is the least that is possible after the lines above it. Every rule holds."
          : "Every rule holds. Where a line is not proven best, more time (--time-limit) may find a better plan."),
    ]
  }
}
