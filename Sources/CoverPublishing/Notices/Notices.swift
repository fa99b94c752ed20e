import CivilTime
import CoverDomain

/// The letters of a publication: written and checked, or refused with a reason.
struct Notices: Sendable {
  /// By the day they are due, then by path.
  let written: [Notice]
  /// Those that may not be written, then those whose mail may not.
  let refused: [RefusedNotice]
  let files: [PublishedFile]
  /// What lies outside the planned days.
  let beyond: BeyondWindow
  /// The last publication; nil where there is none.
  let published: PublishedPlan?

  init(
    situation: Situation, plan: Plan, reading: Reading, history: EventHistory, templates: LetterTemplates,
    previous: PreviousPublication?, language: LanguageTag? = nil
  ) {
    let linter = NoticeLinter(situation: situation, reading: reading)
    let drafts = NoticeDrafts(
      writer: LetterWriter(practice: situation.practice, templates: templates, language: language),
      situation: situation, previous: previous)
    var drawn: [Drawn] = []
    var refused: [RefusedNotice] = []
    var paths: Set<String> = []
    var firstDue: [FirstLetter: Day] = [:]
    let published = previous?.bytes(PublicationPath.plan).flatMap { try? PublishedPlan(planFile: $0) }
    let beyond = BeyondWindow(situation: situation, published: published)
    let subjects = NoticeSubjects(
      situation: situation, plan: plan, history: history, published: published, beyond: beyond.settled)
    let checked = subjects.all.concurrentMap { subject in
      let draft = drafts.draft(of: subject)
      return (subject: subject, draft: draft, breaches: linter.breaches(of: draft.letter))
    }
    for (subject, draft, breaches) in checked {
      let absence = FirstLetter(subject.facts)
      if subject.facts.kind == .first { firstDue[absence] = draft.due }
      // A reminder of a letter that goes out on the same day or later would be a second letter, not a reminder.
      if subject.facts.kind == .reminder, let due = firstDue[absence], due >= subject.due { continue }
      let facts = subject.facts
      guard breaches.isEmpty else {
        refused.append(
          RefusedNotice(
            client: facts.client.id, kind: facts.kind, reasons: breaches.map(\.fault),
            text: draft.letter.text))
        continue
      }
      var number = 1
      var name: String { draft.letter.fileName + (number == 1 ? "" : "-\(number)") }
      while !paths.insert(name).inserted { number += 1 }
      drawn.append(Drawn(draft: draft, path: "notices/\(name)"))
    }
    let mails = drawn.concurrentMap { drawn in
      Result { () throws(MailError) in try drafts.mail(of: drawn.draft.letter, path: drawn.path) }
    }
    var written: [Notice] = []
    var files: [PublishedFile] = []
    for (drawn, mail) in zip(drawn, mails) {
      let draft = drawn.draft
      let facts = draft.letter.facts
      files.append(PublishedFile(path: drawn.path + ".txt", text: draft.letter.text))
      var hasMail = false
      switch mail {
      case .success(let mail):
        if let mail { files.append(mail) }
        hasMail = mail != nil
      case .failure(let error):
        refused.append(
          RefusedNotice(
            client: facts.client.id, kind: facts.kind,
            reasons: ["no mail: the header \(error.header) would hold control characters"], text: draft.letter.text))
      }
      written.append(
        Notice(
          client: facts.client.id, kind: facts.kind, clinician: facts.clinician,
          absence: facts.away.map { situation.practice.zone.days(of: $0).lowerBound }, sessions: facts.about,
          due: draft.due, send: draft.send, missed: draft.missed, path: drawn.path,
          text: draft.letter.text, language: draft.letter.values.language.tag,
          unwritten: draft.letter.isInOwnLanguage ? nil : facts.client.language, way: facts.client.contact,
          hasMail: hasMail,
          cautions: LetterCaution.of(
            facts, draft.letter.values, practice: situation.practice, isInOwnLanguage: draft.letter.isInOwnLanguage)))
    }
    self.written = written.sorted { ($0.due, $0.path) < ($1.due, $1.path) }
    self.refused = refused
    self.files = files
    self.beyond = beyond
    self.published = published
  }
}

/// A letter that may be written, and its path without ending.
private struct Drawn: Sendable {
  let draft: NoticeDrafts.Dated
  let path: String
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
