import CivilTime
import CoverDomain
import CoverIdentity

extension SummaryMaker {
  /// What needs a person, most urgent first.
  var needs: [String] {
    var parts: [[String]] = []
    if !plan.brokenPromises.isEmpty {
      parts.append(["Promises that cannot be kept"] + plan.brokenPromises.flatMap(brokenPromise))
    }
    let required = uncovered.filter { $0.assignment.demand.need == .required }
    if !required.isEmpty {
      parts.append(["Must be covered and nobody can"] + required.flatMap { gap($0.assignment, $0.gap) })
    }
    let others = uncovered.filter { $0.assignment.demand.need != .required }
    if !others.isEmpty {
      parts.append(["Should be covered and nobody can"] + others.flatMap { gap($0.assignment, $0.gap) })
    }
    if !together.isEmpty { parts.append(["What would help most"] + together) }
    if !reading.unrecognised.isEmpty {
      parts.append(
        [unrecognisedTitle]
          + reading.unrecognised.flatMap(unrecognised)
          + ["  plan-cover check shows what stands there, and the lines of practice.yaml that settle it."])
    }
    if !reading.openReplies.isEmpty {
      parts.append(["Answers that only you can settle"] + reading.openReplies.flatMap(openReply))
    }
    let unread = reading.notUnderstood.filter(\.mayMatter)
    if !unread.isEmpty {
      parts.append(["Calendar entries that could not be understood"] + unread.flatMap(notUnderstood))
    }
    let requests = openRequests
    if !requests.isEmpty { parts.append(["Asked for a second professional and nobody can"] + requests) }
    let contacts = missingContacts
    if !contacts.isEmpty { parts.append(["Nobody can be named"] + contacts) }
    let unsupervised = withoutSupervisor
    if !unsupervised.isEmpty {
      parts.append(["Clinician and supervisor both away: who answers for these clients?"] + unsupervised)
    }
    if !notices.refused.isEmpty {
      parts.append(
        ["Letters that were not written"]
          + notices.refused.map {
            "  \(PlainText.oneLine($0.client.text)), \($0.kind.rawValue): \($0.reasons.joined(separator: "; "))"
          })
    }
    let unplaced = unplacedHandovers
    if !unplaced.isEmpty { parts.append(["Meetings for which no time was found"] + unplaced) }
    return Array(parts.joined(separator: [""]))
  }

  private func brokenPromise(_ promise: BrokenPromise) -> [String] {
    let pin = promise.pin
    let session = plan.assignments.first { $0.session.id == pin.session }
    let request = plan.referrals.first { $0.referral.id == pin.session }
    let what =
      session.map { "\(times.short($0.session.interval))  \(names.clients($0.session.clients))" }
      ?? request.map { self.request($0.referral) } ?? pin.session.key
    let how =
      switch pin.reason {
      case .assigned: "it was decided that \(names.clinician(pin.colleague)) takes it"
      case .told: "the client was told that \(names.clinician(pin.colleague)) takes it"
      case .accepted: "\(names.clinician(pin.colleague)) had accepted it"
      }
    let now =
      (session?.outcome.cover ?? request?.cover).map {
        "now \(names.clinician($0.by)), \(times.short($0.interval.start))"
      } ?? "now nobody"
    return ["  \(what)"]
      + wrapped("\(how), but \(names.clinician(pin.colleague)) \(obstacles(promise.rules)); \(now).", indent: "    ")
  }

  private func gap(_ assignment: Assignment, _ gap: Gap) -> [String] {
    let session = assignment.session
    let place = names.place(session.place)
    var lines = [
      "  \(times.short(session.interval))  \(names.clients(session.clients))  of \(names.clinician(session.clinician))"
        + (place.isEmpty ? "" : "  \(place)")
    ]
    lines += reasons(gap.why).flatMap { wrapped($0, indent: "    ") }
    for remedy in gap.wouldHelp {
      lines += wrapped("would help: \(RemedyWords.line(remedy, of: session.id, names))", indent: "    ")
    }
    return lines
  }

  /// The changes that do most, for several gaps at once.
  private var together: [String] {
    let count = uncovered.count
    var lines = plan.help.together.flatMap { wrapped(RemedyWords.line($0, of: count), indent: "  ") }
    if plan.help.notSought > 0 {
      lines += wrapped(
        "What would help was looked for in the \(count - plan.help.notSought) most urgent of these \(count) sessions.",
        indent: "  ")
    }
    return lines
  }

  /// Why nobody: first what keeps everybody away, else each reason with those whom it keeps away, least first.
  func reasons(_ why: [Gap.Obstacles]) -> [String] {
    let common = Rule.allCases.filter { rule in why.count > 2 && why.allSatisfy { $0.rules.contains(rule) } }
    if !common.isEmpty {
      let free = why.filter { $0.rules == common }.map { names.clinician($0.colleague) }
      return ["each of \(why.count) colleagues: \(obstacles(common))"]
        + (free.isEmpty ? [] : ["nothing else keeps away \(PlainText.list(free))"])
    }
    var order: [String] = []
    var colleagues: [String: [String]] = [:]
    for entry in why.sorted(by: { $0.rules.count < $1.rules.count }) {
      let reason = obstacles(entry.rules)
      if colleagues[reason] == nil { order.append(reason) }
      colleagues[reason, default: []].append(names.clinician(entry.colleague))
    }
    return order.map { "\(PlainText.list(colleagues[$0] ?? [])): \($0)" }
  }

  func obstacles(_ rules: [Rule]) -> String { PlainText.list(rules.map(\.obstacle)) }

  private var unrecognisedTitle: String {
    let place = reading.unrecognised.contains { $0.occasion == .closure } ? "leave, or on a closed day" : "leave"
    return "In somebody's \(place), and matching no client: is a client left untold?"
  }

  private func openReply(_ words: String) -> [String] {
    words.split(separator: "\n").enumerated().flatMap { line, text in
      wrapped(PlainText.oneLine(String(text)), indent: line == 0 ? "  " : "    ")
    }
  }

  private func unrecognised(_ event: UnrecognisedEvent) -> [String] {
    let near = event.candidates.isEmpty ? "" : "  perhaps \(names.clients(event.candidates))"
    return [
      "  \(times.short(event.interval))  in \(names.clinician(event.clinician))'s calendar (\(place(event.source)))\(near)"
    ]
  }

  private func place(_ source: Source) -> String { source.line.map { "\(source.file):\($0)" } ?? source.file }

  private func notUnderstood(_ component: NotUnderstood) -> [String] {
    ["  \(place(component.source)): \(component.reason)"] + (component.hint.map { ["    hint: \($0)"] } ?? [])
  }

  private var missingContacts: [String] {
    plan.absences.flatMap { entry -> [String] in
      let absent = names.clinician(entry.absence.clinician)
      let days = entry.contacts.filter { $0.by == nil }.map { times.shortDay($0.day) }
      var lines = days.isEmpty ? [] : wrapped("contact for \(absent): \(PlainText.list(days))", indent: "  ")
      let missing = Dictionary(grouping: entry.supervisors.filter { $0.by == nil }, by: \.supervisee)
      for supervisee in missing.keys.sorted() {
        let days = (missing[supervisee] ?? []).map { times.shortDay($0.day) }
        lines += wrapped("supervisor of \(names.clinician(supervisee)): \(PlainText.list(days))", indent: "  ")
      }
      return lines
    }
  }

  /// `of Ann Ash: AB1, CD2; their contact is Ben Birch`.
  private var withoutSupervisor: [String] {
    plan.absences.filter { !$0.withoutSupervisor.isEmpty }.flatMap { entry -> [String] in
      let contacts = Set(entry.contacts.compactMap(\.by)).sorted().map(names.clinician)
      let isOrAre = contacts.count == 1 ? "contact is" : "contacts are"
      let contact = contacts.isEmpty ? "" : "; their \(isOrAre) \(PlainText.list(contacts))"
      return wrapped(
        "of \(names.clinician(entry.absence.clinician)): \(names.clients(entry.withoutSupervisor))\(contact)",
        indent: "  ")
    }
  }

  /// Those that did not take place earlier.
  private var unplacedHandovers: [String] {
    let live = Set(history.live.map(\.uid))
    return plan.absences.flatMap { entry -> [String] in
      entry.handovers.filter { handover in
        let identity = EventIdentity.handover(
          handover.kind, of: entry.absence.clinician, from: entry.absence.days.lowerBound, with: handover.colleague)
        return handover.interval == nil && !live.contains(identity.uid)
      }.map {
        "  \($0.kind.rawValue) of \(names.clinician(entry.absence.clinician)) with \(names.clinician($0.colleague)),"
          + " \(PlainText.count($0.minutes, "minute"))"
      }
    }
  }
}
