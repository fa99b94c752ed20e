import CivilTime
import CoverDomain

/// cover.csv: every affected session for a spreadsheet, on the practice's clock.
struct CoverTable: Sendable {
  let practice: Practice
  let plan: Plan

  var text: String {
    let times = LocalTimes(zone: practice.zone)
    let names = Names(practice: practice)
    var table = CSVTable(header: [
      "date", "start", "end", "clinician", "clients", "need", "outcome", "by", "cover-date", "cover-start", "place",
      "reasons", "session",
    ])
    for assignment in plan.assignments {
      let session = assignment.session
      let cover = assignment.outcome.cover
      table.add([
        times.date(session.interval.start), times.clock(session.interval.start), times.clock(session.interval.end),
        session.clinician.text, session.clients.map(\.text).joined(separator: ";"), assignment.demand.need.rawValue,
        assignment.outcomeName, cover?.by.text ?? "", cover.map { times.date($0.interval.start) } ?? "",
        cover.map { times.clock($0.interval.start) } ?? "", names.place(session.place), reasons(assignment.outcome),
        session.id.key,
      ])
    }
    return table.text
  }

  /// `ben-lee: hours, busy | cara-diaz: specialty`.
  private func reasons(_ outcome: Outcome) -> String {
    guard case .uncovered(let gap) = outcome else { return "" }
    return gap.why.map { "\($0.colleague): \($0.rules.map(\.rawValue).joined(separator: ", "))" }
      .joined(separator: " | ")
  }
}
