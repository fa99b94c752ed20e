import CivilTime
import CoverDomain

/// Every absence that reaches into the window is in the plan once, and nothing else is.
struct Absences {
  let facts: Facts

  /// The plans of true absences, each with the absence it is for, and what is wrong with the rest.
  func matched(_ plans: [AbsencePlan]) -> (pairs: [(AbsenceRun, AbsencePlan)], breaches: [Breach]) {
    var breaches: [Breach] = []
    var pairs: [(AbsenceRun, AbsencePlan)] = []
    var left = facts.absencesOfWindow
    for plan in plans {
      if let index = left.firstIndex(where: { $0.isMeant(by: plan.absence) }) {
        pairs.append((left.remove(at: index), plan))
      } else {
        let absence = plan.absence
        breaches.append(
          Breach(
            .wrongAbsence, colleague: absence.clinician,
            "\(absence.clinician) has no absence from \(facts.clock(absence.interval.start)), or it is there twice"))
      }
    }
    breaches += left.map {
      Breach(
        .wrongAbsence, colleague: $0.clinician,
        "the absence of \($0.clinician) from \(facts.clock($0.interval.start)) is not in the plan")
    }
    return (pairs, breaches)
  }
}

extension Facts {
  /// The days of an absence that call for a contact: in the window, and the practice is open.
  func contactDays(of absence: AbsenceRun) -> [Day] {
    (absence.firstDay...absence.lastDay).filter { window.from <= $0 && $0 < window.to && isOpen($0) }
  }
}
