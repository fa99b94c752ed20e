import CivilTime
import CoverDomain

extension AccountMaker {
  /// Letters of an absence that fall due within so many days are told of, though it is not planned yet.
  private static let daysAhead = 7

  /// Absences of which no plan holds all, and those whose letters fall due before they are planned.
  var beyond: [Entry] {
    let cut = plan.absences.map(\.absence).compactMap { absence -> Entry? in
      guard let words = beyond(absence), notices.beyond.open.contains(where: { $0.absence == absence }) else {
        return nil
      }
      return Entry("\(title(absence)): \(words)", notes: [.words(wayOut(absence))])
    }
    let known = notices.published?.absences ?? []
    let today = practice.zone.day(of: situation.now)
    let early = situation.absences.filter { absence in
      let first = absence.days.lowerBound
      let due = first - practice.rules.notice.lead(absenceDays: absence.dayCount)
      return first >= plan.window.to && due < today + Self.daysAhead
        && !known.contains { $0.clinician == absence.clinician && $0.days == absence.days }
    }
    return cut
      + early.map { absence in
        let due = absence.days.lowerBound - practice.rules.notice.lead(absenceDays: absence.dayCount)
        return Entry(
          "\(title(absence)): not planned yet, and its first letters are due from \(times.shortDay(due))",
          notes: [.words(wayOut(absence))])
      }
  }

  /// What lies outside the planned days of an absence that reaches into them: `planned to Tue 5 Jan; 7 of 12 sessions come
  /// later`; nil where nothing does.
  func beyond(_ absence: Absence) -> String? {
    let (count, settled) = notices.beyond.sessions(of: absence)
    guard count > 0 else { return nil }
    let all = count + plan.assignments.count { $0.demand.absence == absence }
    let isLater = absence.days.upperBound >= plan.window.to
    let bound =
      isLater ? "planned to \(times.shortDay(plan.window.to - 1))" : "planned from \(times.shortDay(plan.window.from))"
    let covered = settled.count { $0.outcome.cover != nil }
    let gaps = settled.count { $0.outcomeName == "uncovered" }
    let told = [
      covered > 0 ? "\(covered) covered as published" : "", gaps > 0 ? "\(gaps) with nobody" : "",
      count > settled.count ? "\(count - settled.count) without a plan" : "",
    ].filter { !$0.isEmpty }
    return "\(bound); \(count) of \(PlainText.count(all, "session")) \(count == 1 ? "comes" : "come") "
      + (isLater ? "later" : "before") + (told.isEmpty ? "" : " (\(told.joined(separator: ", ")))")
  }

  private func title(_ absence: Absence) -> String {
    "\(names.clinician(absence.clinician)), \(times.briefSpan(absence.interval))"
  }

  private func wayOut(_ absence: Absence) -> String {
    absence.days.lowerBound < plan.window.from
      ? "to plan it whole: --from \(absence.days.lowerBound.iso8601)"
      : "to plan it whole: --to \((absence.days.upperBound + 1).iso8601)"
  }
}
