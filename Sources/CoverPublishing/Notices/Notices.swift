import CivilTime
import CoverDomain

/// The letters of a publication: written and checked, or refused with a reason.
struct Notices: Sendable {
  /// By the day they are due, then by path.
  let written: [Notice]
  /// By client, then kind.
  let refused: [RefusedNotice]
  let files: [PublishedFile]

  init(
    situation: Situation, plan: Plan, reading: Reading, history: EventHistory, templates: LetterTemplates,
    previous: PreviousPublication?, language: LanguageTag? = nil
  ) {
    let linter = NoticeLinter(situation: situation, reading: reading)
    let drafts = NoticeDrafts(
      writer: LetterWriter(practice: situation.practice, templates: templates, language: language),
      situation: situation, previous: previous)
    var written: [Notice] = []
    var refused: [RefusedNotice] = []
    var files: [PublishedFile] = []
    var paths: Set<String> = []
    var firstDue: [FirstLetter: Day] = [:]
    let published = previous?.bytes(PublicationPath.plan).flatMap { try? PublishedPlan(planFile: $0) }
    let subjects = NoticeSubjects(situation: situation, plan: plan, history: history, published: published)
    for subject in subjects.all {
      var draft = drafts.draft(of: subject)
      let absence = FirstLetter(subject.facts)
      if subject.facts.kind == .first { firstDue[absence] = draft.due }
      // A reminder of a letter that goes out on the same day or later would be a second letter, not a reminder.
      if subject.facts.kind == .reminder, let due = firstDue[absence], due >= subject.due { continue }
      var number = 2
      let name = draft.letter.fileName
      while !paths.insert(draft.letter.fileName).inserted {
        draft.letter.fileName = "\(name)-\(number)"
        number += 1
      }
      let breaches = linter.breaches(of: draft.letter)
      let facts = subject.facts
      guard breaches.isEmpty else {
        paths.remove(draft.letter.fileName)
        refused.append(
          RefusedNotice(
            client: facts.client.id, kind: facts.kind, reasons: breaches.map(\.fault),
            text: draft.letter.text))
        continue
      }
      let path = "notices/\(draft.letter.fileName)"
      files.append(PublishedFile(path: path + ".txt", text: draft.letter.text))
      var hasMail = false
      do {
        if let mail = try drafts.mail(of: draft.letter, path: path) {
          files.append(mail)
          hasMail = true
        }
      } catch {
        refused.append(
          RefusedNotice(
            client: facts.client.id, kind: facts.kind,
            reasons: ["no mail: the header \(error.header) would hold control characters"], text: draft.letter.text))
      }
      written.append(
        Notice(
          client: facts.client.id, kind: facts.kind, clinician: facts.clinician,
          absence: facts.away.map { situation.practice.zone.days(of: $0).lowerBound }, sessions: facts.about,
          due: draft.due, send: draft.send, missed: draft.missed, path: path,
          text: draft.letter.text, language: draft.letter.values.language.tag,
          unwritten: draft.letter.isInOwnLanguage ? nil : facts.client.language, way: facts.client.contact,
          hasMail: hasMail,
          cautions: LetterCaution.of(
            facts, draft.letter.values, practice: situation.practice, isInOwnLanguage: draft.letter.isInOwnLanguage)))
    }
    self.written = written.sorted { ($0.due, $0.path) < ($1.due, $1.path) }
    self.refused = refused
    self.files = files
  }
}

/// An absence of which a client is told.
private struct FirstLetter: Hashable {
  let client: ClientID
  let clinician: ClinicianID
  let away: Interval?

  init(_ facts: NoticeFacts) {
    client = facts.client.id
    clinician = facts.clinician
    away = facts.away
  }
}
