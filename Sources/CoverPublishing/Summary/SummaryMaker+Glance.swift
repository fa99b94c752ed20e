import CivilTime
import CoverDomain

extension SummaryMaker {
  /// The whole in one line: how many sessions, and what becomes of them.
  var headline: String {
    guard !plan.assignments.isEmpty else { return "Nobody's sessions are affected." }
    let moved = plan.count("moved")
    let restful = plan.count("none") + plan.count("closed")
    var parts = ["\(plan.count("covered") + moved) covered" + (moved > 0 ? " (\(moved) at another time)" : "")]
    if plan.count("waiting") > 0 { parts.append("\(plan.count("waiting")) waiting") }
    if restful > 0 { parts.append("\(restful) without need of cover") }
    if !uncovered.isEmpty {
      let must = uncovered.count { $0.assignment.demand.need == .required }
      parts.append("\(uncovered.count) NOT COVERED" + (must > 0 ? " (\(must) of which must be)" : ""))
    }
    return "\(PlainText.count(plan.assignments.count, "session")) affected: \(parts.joined(separator: ", "))."
  }

  /// Who is away when, a line each, with what becomes of their sessions.
  var glance: [String] {
    guard !plan.absences.isEmpty else { return [] }
    var rows = [["", "away", "sessions", "covered", "waiting", "no need", "not covered"]]
    for entry in plan.absences {
      rows.append(
        [names.clinician(entry.absence.clinician), times.briefSpan(entry.absence.interval)]
          + counts(plan.assignments.filter { $0.demand.absence == entry.absence }))
    }
    let others = plan.assignments.filter { $0.demand.absence == nil }
    if !others.isEmpty { rows.append(["others, on closed days", ""] + counts(others)) }
    if rows.count > 2 { rows.append(["all", ""] + counts(plan.assignments)) }
    return Columns.aligned(rows)
  }

  private func counts(_ assignments: [Assignment]) -> [String] {
    [["covered", "moved"], ["waiting"], ["none", "closed"], ["uncovered"]]
      .reduce(into: [String(assignments.count)]) { cells, outcomes in
        cells.append(String(assignments.count { outcomes.contains($0.outcomeName) }))
      }
  }
}
