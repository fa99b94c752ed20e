import CivilTime
import CoverDomain
import CoverIdentity

/// Which letters are called for, and what each has to say.
struct NoticeSubjects: Sendable {
  /// A letter that is called for.
  struct Subject: Sendable {
    let facts: NoticeFacts
    /// The day on which it should go out; nil for a letter that a change calls for: at once.
    let due: Day
  }

  let situation: Situation
  let plan: Plan
  let history: EventHistory
  /// The last publication; nil where there is none.
  var published: PublishedPlan?
  /// What lies outside the planned days: its clients are told of it as before.
  var beyond: [Assignment] = []

  var zone: Zone { situation.practice.zone }
  var today: Day { zone.day(of: situation.now) }

  /// By client, then kind and absence.
  var all: [Subject] {
    let withdrawn = Dictionary(grouping: withdrawals, by: \.facts.client.id)
    let returning = Dictionary(grouping: returns, by: \.facts.client.id)
    let offered = Dictionary(grouping: offers, by: \.facts.client.id)
    let byClient = Dictionary(
      grouping: (plan.assignments + beyond).flatMap { assignment in assignment.session.clients.map { ($0, assignment) }
      },
      by: \.0)
    let ids = Set(byClient.keys).union(withdrawn.keys).union(returning.keys).union(offered.keys)
    return ids.sorted().flatMap { id -> [Subject] in
      guard let client = situation.clients[id], client.contact != .none else { return [] }
      let assignments = (byClient[id] ?? []).map(\.1).filter { $0.session.interval.end > situation.now }
        .sorted { $0.session < $1.session }
      let away = Dictionary(grouping: assignments.filter { $0.demand.absence != nil }, by: \.demand.absence)
      let absences = away.keys.compactMap(\.self).sorted()
      return absences.flatMap { letters(to: client, in: $0, about: away[$0] ?? []) }
        + closure(to: client, about: assignments.filter { $0.demand.absence == nil }) + (withdrawn[id] ?? [])
        + (returning[id] ?? []) + (offered[id] ?? [])
    }
  }

  // MARK: An absence

  private func letters(to client: Client, in absence: Absence, about assignments: [Assignment]) -> [Subject] {
    // A letter of a change says everything anew: what it left out would be thought to hold no more.
    if let since = assignments.compactMap({ changeTime(of: $0, for: client.id) }).max() {
      return [Subject(facts: facts(.change, client, absence, assignments), due: zone.day(of: since))]
    }
    var subjects: [Subject] = []
    let rules = situation.practice.rules.notice
    let firstDay = absence.days.lowerBound
    if !assignments.allSatisfy({ isTold(client.id, $0) }) {
      let due = firstDay - rules.lead(absenceDays: absence.dayCount)
      subjects.append(Subject(facts: facts(.first, client, absence, assignments), due: due))
    }
    let due = firstDay - rules.reminderDays
    if today < firstDay, !isSent(.reminder, to: client, about: absence), !isTold(client.id, assignments, since: due) {
      subjects.append(Subject(facts: facts(.reminder, client, absence, assignments), due: due))
    }
    return subjects
  }

  private func facts(
    _ kind: Notice.Kind, _ client: Client, _ absence: Absence, _ assignments: [Assignment]
  ) -> NoticeFacts {
    NoticeFacts(
      client: client, kind: kind, clinician: absence.clinician, away: absence.interval, back: nil,
      appointments: assignments.map { appointment($0, client) }, contacts: contacts(in: absence, assignments),
      about: assignments.map(\.session.id))
  }

  private func appointment(_ assignment: Assignment, _ client: Client) -> NoticeFacts.Appointment {
    let session = assignment.session
    // Where the same appointment stands in another clinician's calendar, that one's fate is this one's.
    if let holder = assignment.demand.sharedWith {
      guard let other = plan.assignment(of: holder) ?? beyond.first(where: { $0.session.id == holder }) else {
        return NoticeFacts.Appointment(
          interval: session.interval, place: session.place, fate: .seen(by: holder.clinician), asksConsent: false)
      }
      return appointment(other, client)
    }
    let consent = situation.consent(of: client.id, to: assignment.demand)
    let fate: NoticeFacts.Appointment.Fate =
      switch assignment.outcome {
      case .covered(let cover):
        assignment.isMoved ? .offered(by: cover.by, at: cover.interval) : .seen(by: cover.by)
      case .closed: .closed
      case .waiting, .none: .rests
      case .uncovered: consent == .no ? .rests : .notHeld
      }
    return NoticeFacts.Appointment(
      interval: session.interval, place: session.place, fate: fate,
      asksConsent: consent == .ask && assignment.outcome.cover != nil)
  }

  /// The contacts of the absence; without any, the colleagues who see the client, or where the practice is closed
  /// throughout, the clinician.
  private func contacts(in absence: Absence, _ assignments: [Assignment]) -> [NoticeFacts.ContactDays] {
    let planned = plan.absences.first { $0.absence == absence }?.contacts ?? []
    let named = (planned + publishedContacts(in: absence)).sorted { $0.day < $1.day }
    var runs: [NoticeFacts.ContactDays] = []
    for by in Self.unique(named.compactMap(\.by)) {
      runs.append(NoticeFacts.ContactDays(days: Self.runs(of: named.map { ($0.day, $0.by == by) }), by: by))
    }
    if !runs.isEmpty { return runs }
    let covering = Self.unique(assignments.compactMap { $0.outcome.cover?.by }).filter { $0 != absence.clinician }
    if !covering.isEmpty { return covering.map { NoticeFacts.ContactDays(days: [], by: $0) } }
    let isClosed = assignments.allSatisfy(\.demand.isClosed)
    return isClosed ? [NoticeFacts.ContactDays(days: [], by: absence.clinician)] : []
  }

  /// Those whom the last publication names for days that are not planned now.
  private func publishedContacts(in absence: Absence) -> [Contact] {
    situation.publishedContacts.filter {
      $0.clinician == absence.clinician && $0.supervisee == nil && absence.days.contains($0.day) && $0.day >= today
        && !situation.window.days.contains($0.day)
    }.map { Contact(day: $0.day, by: $0.by) }
  }

  /// The days that are marked, those with no other between them together.
  static func runs(of days: [(day: Day, isMarked: Bool)]) -> [ClosedRange<Day>] {
    var runs: [ClosedRange<Day>] = []
    var isGoingOn = false
    for (day, isMarked) in days {
      if isMarked, isGoingOn, let last = runs.popLast() {
        runs.append(last.lowerBound...day)
      } else if isMarked {
        runs.append(day...day)
      }
      isGoingOn = isMarked
    }
    return runs
  }

  private static func unique(_ ids: [ClinicianID]) -> [ClinicianID] {
    var seen: Set<ClinicianID> = []
    return ids.filter { seen.insert($0).inserted }
  }

  // MARK: A closure

  /// Of a closure a client is told session by session: what was said about an absence is no word about it.
  private func closure(to client: Client, about all: [Assignment]) -> [Subject] {
    let assignments = all.filter { !tellings(client.id, $0).contains { $0.session != nil } }
    guard let first = assignments.first else { return [] }
    let clinicians = Self.unique(assignments.map(\.session.clinician))
    let facts = NoticeFacts(
      client: client, kind: .closure, clinician: first.session.clinician, away: nil, back: nil,
      appointments: assignments.map { appointment($0, client) },
      contacts: clinicians.map { NoticeFacts.ContactDays(days: [], by: $0) }, about: assignments.map(\.session.id))
    let day = zone.day(of: first.session.interval.start)
    let closure = situation.closures.first { $0.interval.overlaps(first.session.interval) }?.interval
    let closedDays = closure.map { zone.days(of: $0) } ?? day...day
    let lead = situation.practice.rules.notice.lead(absenceDays: closedDays.count)
    return [Subject(facts: facts, due: min(day, closedDays.lowerBound) - lead)]
  }

  // MARK: What the client was told before

  /// The decisions by which the client was told of the session's cover.
  private func tellings(_ client: ClientID, _ assignment: Assignment) -> [Decision] {
    situation.decisionBook.tellings(client, of: assignment.session, in: assignment.demand.absence)
  }

  /// Whether that letter has gone out, and does not come again.
  func isSent(_ letter: Decision.Letter, to client: Client, about absence: Absence) -> Bool {
    situation.decisionBook.isSent(letter, to: client.id, about: absence)
  }

  /// Whether the client was told on that day or later: a reminder would be a second letter.
  private func isTold(_ client: ClientID, _ assignments: [Assignment], since day: Day) -> Bool {
    assignments.contains { assignment in
      tellings(client, assignment).contains { $0.at.map { zone.day(of: $0) >= day } ?? false }
    }
  }

  private func isTold(_ client: ClientID, _ assignment: Assignment) -> Bool { !tellings(client, assignment).isEmpty }

  /// Since when something else holds than the client was told; nil where the client was told nothing, or that still
  /// holds.
  private func changeTime(of assignment: Assignment, for client: ClientID) -> Instant? {
    let tellings = tellings(client, assignment)
    guard !tellings.isEmpty else { return nil }
    let uid = EventIdentity.cover(assignment.session.id).uid
    if let event = history.live(uid) {
      // Cover that was found after the letter went out is as new to the client as cover that was changed.
      let isOutdated = tellings.allSatisfy { telling in
        telling.at.map { $0 < event.stamps.since } ?? isBroken(assignment)
      }
      return isOutdated ? event.stamps.since : nil
    }
    // The cover that the client was told of is gone.
    guard let event = history.withdrawn.first(where: { $0.uid == uid }),
      tellings.allSatisfy({ $0.at.map { $0 < event.stamps.modified } ?? true })
    else { return nil }
    return event.stamps.modified
  }

  private func isBroken(_ assignment: Assignment) -> Bool {
    plan.brokenPromises.contains { $0.pin.session == assignment.session.id && $0.pin.reason == .told }
  }

  // MARK: Cover that was withdrawn

  private var withdrawals: [Subject] {
    let met = plan.referrals.filter { $0.cover != nil }.map { EventIdentity.referral($0.referral.id).uid }
    let planned = Set(plan.assignments.map { EventIdentity.cover($0.session.id).uid } + met)
    let events = history.withdrawn.filter {
      ($0.kind == .cover || $0.isAttended) && $0.session != nil && !planned.contains($0.uid)
    }
    let covered = events.flatMap { event in
      event.clients.filter { wasTold($0, of: event) }.compactMap { client -> TakenBack? in
        guard let key = event.session, let appointment = withdrawnAppointment(event) else { return nil }
        return TakenBack(
          client: client, session: SessionID(clinician: event.absent, key: key), appointment: appointment,
          day: zone.day(of: event.stamps.modified))
      }
    }
    return Dictionary(
      grouping: covered + restored, by: { WithdrawalKey(client: $0.client, clinician: $0.session.clinician) }
    )
    .sorted { $0.key < $1.key }.compactMap { key, all in
      guard let client = situation.clients[key.client], client.contact != .none, let day = all.map(\.day).max()
      else { return nil }
      // A session that two colleagues were to take one after the other was taken back twice.
      var seen: Set<String> = []
      let taken = all.filter { seen.insert(PlainText.oneLine($0.session.key)).inserted }
        .sorted { ($0.appointment.interval, $0.session.key) < ($1.appointment.interval, $1.session.key) }
      let facts = NoticeFacts(
        client: client, kind: .withdrawal, clinician: key.clinician, away: nil, back: nil,
        appointments: taken.map(\.appointment), contacts: [NoticeFacts.ContactDays(days: [], by: key.clinician)],
        about: taken.map(\.session))
      return Subject(facts: facts, due: day)
    }
  }

  /// Whether the client was told of the cover, which a word from before there was any is not, and has not been told since that it is taken back.
  private func wasTold(_ client: ClientID, of event: CoverEvent) -> Bool {
    let tellings = situation.decisions.filter { decision in
      decision.kind == .told && (decision.client == nil || decision.client == client)
        && (decision.session == nil && event.kind == .cover
          || decision.session == SessionID(clinician: event.absent, key: event.session ?? ""))
        && (decision.absence == nil || decision.absence?.clinician == event.absent)
        && (event.stamps.before != nil || decision.at.map { $0 >= event.stamps.since } ?? true)
    }
    return !tellings.isEmpty && tellings.allSatisfy { $0.at.map { $0 < event.stamps.modified } ?? true }
  }

  private func withdrawnAppointment(_ event: CoverEvent) -> NoticeFacts.Appointment? {
    let sessions = situation.standing[event.absent] ?? []
    if let session = sessions.first(where: { PlainText.oneLine($0.id.key) == event.session }) {
      return NoticeFacts.Appointment(
        interval: session.interval, place: session.place, fate: .asUsual, asksConsent: false)
    }
    return NoticeFacts.Appointment(
      interval: event.time.interval(in: zone), place: .open, fate: .unknown, asksConsent: false)
  }
}

private struct WithdrawalKey: Hashable, Comparable {
  let client: ClientID
  let clinician: ClinicianID
  static func < (left: WithdrawalKey, right: WithdrawalKey) -> Bool {
    left.client != right.client ? left.client < right.client : left.clinician < right.clinician
  }
}
