import CivilTime
import CoverDomain

/// Changes of a publication in words: ids of clients, names of clinicians.
struct ChangeWords: Sendable {
  let practice: Practice

  private var names: Names { Names(practice: practice) }
  private var times: LocalTimes { LocalTimes(zone: practice.zone) }

  /// What changed, and what is to be deleted from calendars that take in a file once.
  func blocks(_ change: LastChange) -> [Block] {
    if change.entries.isEmpty { return [] }
    if change.isEverything { return [.words("Everything is new: \(counts(change.entries.map(\.event))).")] }
    let kinds: [(LastChange.Kind, String)] = [
      (.changed, "Changed"), (.new, "New"), (.withdrawn, "Taken back"), (.updated, "Updated"),
    ]
    let stale = change.entries.filter { $0.kind == .changed || $0.kind == .withdrawn }
    return kinds.map { kind, title in .group(title, [.entries(change.entries(kind).map(line))]) }
      + [.group("Delete by hand from calendars that take in a file once", [.entries(stale.map(deletion))])]
  }

  /// The changes of this run, one a line.
  func lines(_ changes: PlanChanges) -> [String] {
    if changes.isEmpty { return ["Nothing has changed since the last publication."] }
    if changes.isFirst { return ["First publication: \(counts(changes.new))."] }
    return changes.changed.map { "changed     \(what($0.event)): \(who($0.event)), was \(was($0))" }
      + changes.new.map { "new         \(what($0)): \(who($0))" }
      + changes.withdrawn.map { "taken back  \(what($0)): \(who($0))" }
      + changes.updated.map { "updated     \(what($0.event)): \(who($0.event))\(answer($0.event))" }
  }

  private func counts(_ events: [CoverEvent]) -> String {
    let covers = events.count { $0.kind == .cover }
    let contacts = events.count { $0.kind == .contact && $0.supervisee == nil }
    let supervising = events.count { $0.kind == .contact && $0.supervisee != nil }
    let handovers = events.count { $0.kind == .handover }
    return [
      PlainText.count(covers, "cover session"), PlainText.count(contacts, "contact day"),
      supervising > 0 ? PlainText.count(supervising, "day as supervisor", many: "days as supervisor") : "",
      PlainText.count(handovers, "meeting"),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func line(_ entry: LastChange.Entry) -> Entry {
    let who =
      switch entry.kind {
      case .new: who(entry.event)
      case .changed:
        who(entry.event)
          + (entry.before.map { ", was \(names.clinician($0.by)), \(when($0.start, like: entry.event))" } ?? "")
      case .withdrawn: "no longer \(who(entry.event))"
      case .updated: "\(who(entry.event))\(answer(entry.event))"
      }
    return Entry([when(entry.event), "\(deed(entry.event)) for \(names.clinician(entry.event.absent)): \(who)"])
  }

  private func was(_ change: PlanChanges.Change) -> String {
    "\(names.clinician(change.before.by)), \(when(change.before))"
  }

  /// `Tue 22 Dec 10:00  cover AB12 for Dr Amara Osei`.
  private func what(_ event: CoverEvent) -> String {
    "\(when(event))  \(deed(event)) for \(names.clinician(event.absent))"
  }

  private func deed(_ event: CoverEvent) -> String {
    switch event.kind {
    case .cover:
      event.isOwnMove ? "moved session \(names.clients(event.clients))" : "cover \(names.clients(event.clients))"
    case .referral: referral(event)
    case .contact: event.supervisee.map { "supervision of \(names.clinician($0))" } ?? "contact"
    case .handover: event.isHandback ? "handback" : "handover"
    }
  }

  /// `a specialist for AB12`, asked for by the clinician.
  private func referral(_ event: CoverEvent) -> String {
    let clients = names.clients(event.clients)
    return (event.reason?.phrase ?? "a second view") + (clients.isEmpty ? "" : " about \(clients)")
  }

  private func when(_ event: CoverEvent) -> String { when(event.time.interval(in: practice.zone).start, like: event) }

  /// A day alone where the event is of whole days.
  private func when(_ start: Instant, like event: CoverEvent) -> String {
    if case .day = event.time { times.shortDay(practice.zone.day(of: start)) } else { times.short(start) }
  }

  private func who(_ event: CoverEvent) -> String { names.clinician(event.by) }

  private func answer(_ event: CoverEvent) -> String {
    switch event.attendees.first(where: { $0.answer != "NEEDS-ACTION" })?.answer {
    case "ACCEPTED": ", accepted"
    case "TENTATIVE": ", answered perhaps"
    default: ""
    }
  }

  /// Whose calendars have something that no longer is, and where to find it in them.
  private func deletion(_ entry: LastChange.Entry) -> Entry {
    let event = entry.event
    let by = entry.before?.by ?? event.by
    let start = entry.before?.start ?? event.time.interval(in: practice.zone).start
    let holders = [by, event.absent] + (event.supervisee.map { [$0] } ?? [])
    let what = event.kind == .contact ? "contact" : deed(event)
    return Entry([
      when(start, like: event), "\(what), in the calendars of \(PlainText.list(holders.map { $0.text }))",
    ])
  }
}
