import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing

extension TargetFinder {
  /// What was told by letters of the last publication: by those of the names, or, without names, by all that are due.
  func tellings(_ names: [String]?) -> [DecisionEntry] {
    guard let notices else {
      complain("nothing has been published yet", hint: "run `plan-cover plan` first: it drafts the letters")
      return []
    }
    var letters: [PublishedNotice] = []
    if let names {
      for name in names {
        guard let letter = notices.first(where: { $0.name == name }) else {
          let question = Suggestion.question(name, among: notices.map(\.name))
          complain(
            "the last publication has no such letter" + question,
            hint: "the letters are in cover/notices; run `plan-cover plan` where it was made by an older version")
          continue
        }
        letters.append(letter)
      }
    } else {
      let today = situation.practice.zone.day(of: situation.now)
      letters = notices.filter { $0.due <= today }
      if letters.isEmpty { terminal.say("no letter is due") }
    }
    var entries: [DecisionEntry] = []
    for letter in letters.sorted(by: { ($0.due, $0.name) < ($1.due, $1.name) }) {
      for entry in told(letter) where !entries.contains(where: { $0.decidesTheSame(as: entry) }) {
        entries.append(entry)
      }
    }
    return entries
  }

  private func told(_ letter: PublishedNotice) -> [DecisionEntry] {
    // That somebody is back promises nothing.
    if letter.kind == .back { return [] }
    guard situation.clients[letter.client] != nil else {
      complain(
        "letter \(letter.name): its client is no longer in clients.csv", hint: "run `plan-cover plan` and look again")
      return []
    }
    if [.withdrawal, .closure, .offer].contains(letter.kind) {
      return letter.sessions.map {
        DecisionEntry(kind: .told, client: letter.client, session: $0.key, clinician: $0.clinician)
      }
    }
    guard let day = letter.absence,
      situation.absences.contains(where: { $0.clinician == letter.clinician && $0.days.contains(day) })
    else {
      complain(
        "letter \(letter.name): \(letter.clinician) is no longer away then",
        hint: "run `plan-cover plan`: it drafts the letter that says so")
      return []
    }
    // A letter of a change is told anew; a reminder says again what was told.
    if letter.kind != .change, let old = telling(letter.client, of: letter.clinician, on: day) {
      if letter.kind == .first { terminal.say("decided already: number \(old.tag)") }
      return []
    }
    return [
      DecisionEntry(
        kind: .told, client: letter.client,
        absence: Decision.AbsenceDay(clinician: letter.clinician, day: day))
    ]
  }

  /// The decision by which the client was told of that absence.
  private func telling(_ client: ClientID, of clinician: ClinicianID, on day: Day) -> DecisionRecord? {
    let absence = situation.absences.first { $0.clinician == clinician && $0.days.contains(day) }
    return records.first { record in
      guard record.entry.kind == .told, record.entry.client == client, let told = record.entry.absence else {
        return false
      }
      return told.clinician == clinician && absence?.days.contains(told.day) ?? false
    }
  }
}
