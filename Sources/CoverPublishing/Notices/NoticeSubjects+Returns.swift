import CivilTime
import CoverDomain

extension NoticeSubjects {
  /// Absences of fewer days end without a letter.
  private static let shortestWithReturn = 7

  /// That somebody is back soon: of each longer absence that has not ended, to those whose sessions it touched.
  var returns: [Subject] {
    let absences = Set(situation.absencesInWindow + beyond.compactMap(\.demand.absence)).sorted()
    let covers = Dictionary(grouping: history.live.filter { $0.kind == .cover && !$0.isOwnMove }, by: \.absent)
    return absences.flatMap { absence -> [Subject] in
      guard absence.dayCount >= Self.shortestWithReturn, absence.interval.end > situation.now,
        let back = backDay(after: absence)
      else { return [] }
      let touched = (situation.diaries[absence.clinician]?.sessions ?? []).filter {
        $0.interval.overlaps(absence.interval) && situation.leaveTime[absence.clinician]?.overlaps($0.interval) ?? false
      }
      // Whom a colleague sees in that absence, or has seen.
      let seen = Set(
        (covers[absence.clinician] ?? []).filter { $0.time.interval(in: zone).overlaps(absence.interval) }
          .flatMap(\.clients))
      return Set(touched.flatMap(\.clients)).sorted().compactMap { id in
        guard let client = situation.clients[id], client.contact != .none,
          !isSent(.back, to: client, about: absence)
        else { return nil }
        let facts = NoticeFacts(
          client: client, kind: .back, clinician: absence.clinician, away: absence.interval, back: back,
          appointments: next(of: id, with: absence.clinician, after: absence),
          contacts: [NoticeFacts.ContactDays(days: [], by: absence.clinician)],
          metColleague: seen.contains(id))
        return Subject(facts: facts, due: absence.days.upperBound - situation.practice.rules.notice.reminderDays)
      }
    }
  }

  /// The first day on which the clinician works again, within four weeks; nil where no hours tell it.
  private func backDay(after absence: Absence) -> Day? {
    let last = absence.days.upperBound
    let hours = situation.workingTime[absence.clinician] ?? .empty
    if let rest = Interval(absence.interval.end, zone.interval(of: last).end), hours.overlaps(rest), !rest.isEmpty {
      return last
    }
    return (1...28).map { last + $0 }.first { situation.isThere(absence.clinician, on: $0) }
  }

  /// The next appointment that the calendar holds.
  private func next(of client: ClientID, with clinician: ClinicianID, after absence: Absence)
    -> [NoticeFacts.Appointment]
  {
    let next = situation.standing[clinician]?.first {
      $0.interval.start >= absence.interval.end && $0.clients.contains(client)
    }
    return next.map {
      [NoticeFacts.Appointment(interval: $0.interval, place: $0.place, fate: .asUsual, asksConsent: false)]
    } ?? []
  }
}
