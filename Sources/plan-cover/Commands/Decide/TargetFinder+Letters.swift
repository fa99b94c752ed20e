import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing

extension TargetFinder {
  /// What went out with letters of the last publication: with those of the names, or, without names, with all that are to
  /// be sent by today. What was recorded already is counted in one line.
  func tellings(_ names: [String]?) -> [DecisionEntry] {
    guard let published else {
      complain("nothing has been published yet", hint: "run `plan-cover plan` first: it drafts the letters")
      return []
    }
    let letters = names.map { named($0, in: published) } ?? due(in: published)
    var entries: [DecisionEntry] = []
    var known: [DecisionRecord?] = []
    for letter in letters.sorted(by: { ($0.due, $0.name) < ($1.due, $1.name) }) {
      guard let said = what(letter) else { continue }
      let fresh = said.filter { record(of: $0, letter, published) == nil }
      if fresh.isEmpty { known.append(said.first.flatMap { record(of: $0, letter, published) }) }
      for entry in fresh where !entries.contains(where: { $0.decidesTheSame(as: entry) }) { entries.append(entry) }
    }
    if known.count == 1, let only = known[0] {
      terminal.say("1 letter was recorded already: number \(only.tag)")
    } else if !known.isEmpty {
      terminal.say("\(known.count) letters were recorded already")
    }
    return entries
  }

  private func named(_ names: [String], in published: PublishedPlan) -> [PublishedNotice] {
    names.compactMap { name in
      if let letter = published.notices.first(where: { $0.name == name }) { return letter }
      let question = Suggestion.question(name, among: published.notices.map(\.name))
      complain(
        "the last publication has no such letter" + question,
        hint: "the letters are in cover/notices; run `plan-cover plan` where it was made by an older version")
      return nil
    }
  }

  private func due(in published: PublishedPlan) -> [PublishedNotice] {
    let today = situation.practice.zone.day(of: situation.now)
    let letters = published.notices.filter { $0.send <= today }
    if letters.isEmpty { terminal.say("no letter is due") }
    return letters
  }

  /// What it comes to that the letter went out; nil where it no longer fits the practice.
  private func what(_ letter: PublishedNotice) -> [DecisionEntry]? {
    guard situation.clients[letter.client] != nil else {
      complain(
        "letter \(letter.name): its client is no longer in clients.csv", hint: "run `plan-cover plan` and look again")
      return nil
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
      return nil
    }
    func entry(_ kind: Decision.Kind, _ day: Day) -> DecisionEntry {
      DecisionEntry(
        kind: kind, client: letter.client,
        absence: Decision.AbsenceDay(clinician: letter.clinician, day: day))
    }
    switch letter.kind {
    case .reminder: return [entry(.told, day), entry(.sent(.reminder), day)]
    case .back: return [entry(.sent(.back), lastDay(of: letter, from: day))]
    case .first, .change, .withdrawal, .closure, .offer: return [entry(.told, day)]
    }
  }

  /// The last day of the absence, as the letter has it: one that lasts longer by now is another matter.
  private func lastDay(of letter: PublishedNotice, from day: Day) -> Day {
    let absence = (published?.absences ?? []).first { $0.clinician == letter.clinician && $0.days.contains(day) }
    return absence?.days.upperBound ?? day
  }

  /// By which decision that was recorded; nil where it is new.
  private func record(
    of entry: DecisionEntry, _ letter: PublishedNotice, _ published: PublishedPlan
  ) -> DecisionRecord? {
    guard entry.kind == .told else { return records.first { $0.entry.decidesTheSame(as: entry) } }
    // A first letter and a reminder say what holds for the whole absence, once.
    if letter.kind == .first || letter.kind == .reminder, let day = entry.absence {
      return telling(letter.client, of: day.clinician, on: day.day)
    }
    // Whatever the publication calls for anew was told before it, if at all.
    guard let at = published.at else { return nil }
    return records.first { record in
      record.entry.decidesTheSame(as: entry) && (record.entry.at.map { $0 >= min(at, toldAt) } ?? false)
    }
  }

  /// The decision by which the client was told of that absence.
  private func telling(_ client: ClientID, of clinician: ClinicianID, on day: Day) -> DecisionRecord? {
    let absence = situation.absences.first { $0.clinician == clinician && $0.days.contains(day) }
    return records.first { record in
      let entry = record.entry
      guard entry.kind == .told, entry.client == nil || entry.client == client, entry.session == nil else {
        return false
      }
      guard let told = entry.absence else { return true }
      return told.clinician == clinician && absence?.days.contains(told.day) ?? false
    }
  }
}
