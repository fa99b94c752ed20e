import CivilTime
import CoverDomain
import CoverIdentity

extension AccountMaker {
  /// What needs a person, most urgent first.
  var needs: [Block] {
    let required = openGaps.filter { $0.assignment.demand.need == .required }
    let others = openGaps.filter { $0.assignment.demand.need != .required }
    let missed = uncovered.map(\.assignment).filter { situation.isMissed($0) }
    let mattered = missed.contains { $0.demand.need == .required }
    let unrecognised = reading.unrecognised.map(unrecognised)
    let wayOut = "plan-cover check shows what stands there, and the lines of practice.yaml that settle it."
    return [
      .group("Promises that cannot be kept", [.entries(plan.brokenPromises.map(brokenPromise))], .pressing),
      .group(
        "Leave that could not be read: somebody may be away, and is not planned for", [.entries(unread(leave: true))],
        .pressing),
      .group("Must be covered and nobody can", [.entries(required.map { gap($0.assignment, $0.gap) })], .pressing),
      .group("Should be covered and nobody can", [.entries(others.map { gap($0.assignment, $0.gap) })], .open),
      .group(
        "Their time has come, and nobody was there: ask how they are, and offer another",
        [.entries(missed.map(missedSession))], mattered ? .pressing : .open),
      .group("What would help most", [.entries(together)]),
      .group(unrecognisedTitle, [.entries(unrecognised), .words(unrecognised.isEmpty ? "" : wayOut)], .pressing),
      .group("Answers that only you can settle", [.entries(reading.openReplies.map(openReply))], .pressing),
      .group(
        "Calendar entries that could not be understood",
        [.entries(unread(leave: false))], .pressing),
      .group(
        "Cannot be invited by mail: ask them, and record it with plan-cover decide assign",
        [.entries(uninvited.colleagues.map(uninvitedColleague))], .pressing),
      .group("Asked for a second professional and nobody can", [.entries(openRequests)], .open),
      .group("Nobody can be named", [.entries(missingContacts)], .open),
      .group(
        "Clinician and supervisor both away: who answers for these clients?", [.entries(withoutSupervisor)], .open),
      .group("Letters that were not written", [.entries(notices.refused.map(refused))], .open),
      .group("Meetings for which no time was found", [.entries(unplacedHandovers)], .open),
      .group("Beyond the days of this plan", [.entries(beyond)], .open),
      .group("Letters to send", [.entries(nextLetters)]),
    ].filter { !$0.isEmpty }
  }

  private func refused(_ notice: RefusedNotice) -> Entry {
    Entry(
      "\(PlainText.oneLine(notice.client.text)), \(notice.kind.rawValue): \(notice.reasons.joined(separator: "; "))")
  }

  private func brokenPromise(_ promise: BrokenPromise) -> Entry {
    let pin = promise.pin
    let session = plan.assignments.first { $0.session.id == pin.session }
    let request = plan.referrals.first { $0.referral.id == pin.session }
    let what =
      session.map { [times.short($0.session.interval), names.clients($0.session.clients)] }
      ?? request.map { [self.request($0.referral)] } ?? [pin.session.key]
    let how =
      switch pin.reason {
      case .assigned: "it was decided that \(names.clinician(pin.colleague)) takes it"
      case .begun: "\(names.clinician(pin.colleague)) was to have taken it"
      case .told: "the client was told that \(names.clinician(pin.colleague)) takes it"
      case .accepted: "\(names.clinician(pin.colleague)) had accepted it"
      }
    let now =
      (session?.outcome.cover ?? request?.cover).map {
        "now \(names.clinician($0.by)), \(times.short($0.interval.start))"
      } ?? "now nobody"
    return Entry(
      what,
      notes: [.words("\(how), but \(names.clinician(pin.colleague)) \(obstacles(promise.rules)); \(now).")])
  }

  /// What can still be given to somebody.
  private var openGaps: [(assignment: Assignment, gap: Gap)] {
    uncovered.filter { !situation.isMissed($0.assignment) }
  }

  private func missedSession(_ assignment: Assignment) -> Entry {
    Entry(columns(assignment.session) + [assignment.demand.need == .required ? "was to be seen" : ""])
  }

  private func columns(_ session: Session) -> [String] {
    [
      times.short(session.interval), names.clients(session.clients), "of \(names.clinician(session.clinician))",
      names.place(session.place),
    ]
  }

  private func gap(_ assignment: Assignment, _ gap: Gap) -> Entry {
    let session = assignment.session
    return Entry(
      columns(session),
      notes: gap.wouldHelp.map { .remedy(RemedyWords.line($0, of: session.id, names)) }
        + (OutsideWords.line(situation.outside(for: assignment.demand)).map { [.words($0)] } ?? [])
        + reasons(gap.why, ObstacleWords(situation, assignment.demand)).map { .reason($0) })
  }

  /// `Ben Birch: no email in practice.yaml; 3 sessions, the first Mon 21 Dec 10:00-10:50`.
  private func uninvitedColleague(_ id: ClinicianID, _ sessions: [Interval]) -> Entry {
    let first = sessions.first.map { times.short($0) } ?? ""
    let when = sessions.count == 1 ? first : "\(PlainText.count(sessions.count, "session")), the first \(first)"
    return Entry([
      names.clinician(id), when,
      uninvited.isPracticeSilent ? "the practice has no email in practice.yaml" : "no email in practice.yaml",
    ])
  }

  /// The changes that do most, for several gaps at once.
  private var together: [Entry] {
    let count = openGaps.count
    var entries = plan.help.together.map { Entry(RemedyWords.line($0, of: count)) }
    if plan.help.notSought > 0 {
      let words =
        switch plan.help.reason {
        case .tooMany:
          "What would help was looked for in the \(count - plan.help.notSought) most urgent of these \(count) sessions."
        case .ended: "What would help was not looked for: the search was ended before."
        case .fault(let text): "What would help could not be looked for: \(PlainText.oneLine(text))."
        }
      entries.append(Entry(words))
    }
    return entries
  }

  /// Why nobody: first what keeps everybody away, else each reason with those whom it keeps away, least first.
  func reasons(_ why: [Gap.Obstacles], _ words: ObstacleWords) -> [String] {
    let common = Rule.allCases.filter { rule in why.count > 2 && why.allSatisfy { $0.rules.contains(rule) } }
    if !common.isEmpty {
      let free = why.filter { $0.rules == common }.map { names.clinician($0.colleague) }
      let phrases = words.phrases(common, ofEach: why.map(\.colleague))
      return ["each of \(why.count) colleagues: \(PlainText.list(phrases))"]
        + (free.isEmpty ? [] : ["nothing else keeps away \(PlainText.list(free))"])
    }
    var order: [[String]] = []
    var entries: [[String]: [Gap.Obstacles]] = [:]
    for entry in why.sorted(by: { $0.rules.count < $1.rules.count }) {
      let reason = words.phrases(entry.rules, of: entry.colleague)
      if entries[reason] == nil { order.append(reason) }
      entries[reason, default: []].append(entry)
    }
    return order.map { reason in
      let alike = entries[reason] ?? []
      let phrases =
        alike.count > 1
        ? alike.first.map { words.phrases($0.rules, of: $0.colleague, several: true) } ?? reason : reason
      return "\(PlainText.list(alike.map { names.clinician($0.colleague) })): \(PlainText.list(phrases))"
    }
  }

  func obstacles(_ rules: [Rule]) -> String { PlainText.list(rules.map(\.obstacle)) }

  private var unrecognisedTitle: String {
    let place = reading.unrecognised.contains { $0.occasion == .closure } ? "leave, or on a closed day" : "leave"
    return "In somebody's \(place), and matching no client: is a client left untold?"
  }

  private func openReply(_ words: String) -> Entry {
    let lines = words.split(separator: "\n").map { PlainText.oneLine(String($0)) }
    return Entry(lines.first ?? "", notes: lines.dropFirst().map { .words($0) })
  }

  private func unrecognised(_ event: UnrecognisedEvent) -> Entry {
    Entry([
      times.short(event.interval), "in \(names.clinician(event.clinician))'s calendar (\(place(event.source)))",
      event.candidates.isEmpty ? "" : "perhaps \(names.clients(event.candidates))",
    ])
  }

  private func place(_ source: Source) -> String { source.line.map { "\(source.file):\($0)" } ?? source.file }

  private func unread(leave: Bool) -> [Entry] {
    reading.notUnderstood.filter { $0.mayMatter && $0.isLeave == leave }.map(notUnderstood)
  }

  private func notUnderstood(_ component: NotUnderstood) -> Entry {
    Entry(
      "\(place(component.source)): \(component.reason)", notes: component.hint.map { [.words("hint: \($0)")] } ?? [])
  }

  private var missingContacts: [Entry] {
    plan.absences.flatMap { entry -> [Entry] in
      let absent = names.clinician(entry.absence.clinician)
      let days = entry.contacts.filter { $0.by == nil }.map { times.shortDay($0.day) }
      var entries = days.isEmpty ? [] : [Entry("contact for \(absent): \(PlainText.list(days))")]
      let missing = Dictionary(grouping: entry.supervisors.filter { $0.by == nil }, by: \.supervisee)
      for supervisee in missing.keys.sorted() {
        let days = (missing[supervisee] ?? []).map { times.shortDay($0.day) }
        entries.append(Entry("supervisor of \(names.clinician(supervisee)): \(PlainText.list(days))"))
      }
      return entries
    }
  }

  /// `of Ann Ash: AB1, CD2; their contact is Ben Birch`.
  private var withoutSupervisor: [Entry] {
    plan.absences.filter { !$0.withoutSupervisor.isEmpty }.map { entry in
      let contacts = Set(entry.contacts.compactMap(\.by)).sorted().map(names.clinician)
      let isOrAre = contacts.count == 1 ? "contact is" : "contacts are"
      let contact = contacts.isEmpty ? "" : "; their \(isOrAre) \(PlainText.list(contacts))"
      return Entry(
        "of \(names.clinician(entry.absence.clinician)): \(names.clients(entry.withoutSupervisor))\(contact)")
    }
  }

  /// Those that did not take place earlier.
  private var unplacedHandovers: [Entry] {
    let live = Set(history.live.map(\.uid))
    return plan.absences.flatMap { entry -> [Entry] in
      entry.handovers.filter { handover in
        let identity = EventIdentity.handover(
          handover.kind, of: entry.absence.clinician, from: entry.absence.days.lowerBound, with: handover.colleague)
        return handover.interval == nil && !live.contains(identity.uid)
      }.map {
        Entry(
          "\($0.kind.rawValue) of \(names.clinician(entry.absence.clinician)) with \(names.clinician($0.colleague)),"
            + " \(PlainText.count($0.minutes, "minute"))")
      }
    }
  }
}
