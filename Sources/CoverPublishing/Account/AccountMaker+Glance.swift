import CivilTime
import CoverDomain

extension AccountMaker {
  /// What becomes of the sessions, each with how many; nothing where none is affected.
  var shares: [Account.Share] {
    let moved = plan.count("moved")
    let must = uncovered.count { $0.assignment.demand.need == .required }
    let shares = [
      share(.covered, ["covered", "moved"], "covered", aside: moved > 0 ? "\(moved) at another time" : nil),
      share(.waiting, ["waiting"], "waiting"), share(.restful, ["none", "closed"], "without need of cover"),
      share(.uncovered, ["uncovered"], "NOT COVERED", aside: must > 0 ? "\(must) of which must be" : nil),
    ]
    return plan.assignments.isEmpty ? [] : shares.filter { $0.count > 0 || $0.kind == .covered }
  }

  private func share(_ kind: Account.Share.Kind, _ outcomes: [String], _ words: String, aside: String? = nil)
    -> Account.Share
  {
    Account.Share(
      kind: kind, count: outcomes.reduce(0) { $0 + plan.count($1) }, words: words, aside: aside,
      tally: .sessions(.all, outcomes: outcomes))
  }

  /// The whole in one line: how many sessions, and what becomes of them.
  var headline: String {
    guard !plan.assignments.isEmpty else { return "Nobody's sessions are affected." }
    let parts = shares.map { "\($0.count) \($0.words)" + ($0.aside.map { " (\($0))" } ?? "") }
    return "\(PlainText.count(plan.assignments.count, "session")) affected: \(parts.joined(separator: ", "))."
  }

  /// Who is away when, a line each, with what becomes of their sessions.
  var weeks: [Block] {
    guard !plan.absences.isEmpty else { return [] }
    var rows = plan.absences.enumerated().map { index, entry -> [AccountTable.Cell] in
      [.words(names.clinician(entry.absence.clinician)), .words(times.briefSpan(entry.absence.interval))]
        + counts(plan.assignments.filter { $0.demand.absence == entry.absence }, .absence(index))
    }
    let others = plan.assignments.filter { $0.demand.absence == nil }
    if !others.isEmpty { rows.append(["others, on closed days", ""] + counts(others, .nobodyAway)) }
    let hasTotal = rows.count > 1
    if hasTotal { rows.append(["all", ""] + counts(plan.assignments, .all)) }
    return [
      .table(
        AccountTable(
          "Who is away when, and what becomes of their sessions",
          columns: ["", "away", "sessions", "covered", "waiting", "no need", "not covered"], rows: rows,
          hasTotal: hasTotal))
    ]
  }

  private func counts(_ assignments: [Assignment], _ whose: Tally.Whose) -> [AccountTable.Cell] {
    [[], ["covered", "moved"], ["waiting"], ["none", "closed"], ["uncovered"]].map { outcomes in
      .count(
        assignments.count { outcomes.isEmpty || outcomes.contains($0.outcomeName) },
        of: .sessions(whose, outcomes: outcomes))
    }
  }
}
