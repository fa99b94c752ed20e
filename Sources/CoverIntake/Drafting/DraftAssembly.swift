import CivilTime
import CoverDomain
import ICalendar

/// Puts together what was seen in the calendars.
struct DraftAssembly {
  let name: String
  let zone: DraftZone
  let days: Range<Day>
  let groups: [DraftCalendars.Group]
  let clues: [OwnerClues]
  let ids: [ClinicianID]
  let documents: [[CalendarDocument]]
  let diaries: [DraftDiary]
  let staff: Staff
  let log: ProblemLog

  var draft: PracticeDraft {
    let caseload = DraftCaseload(diaries, owners: ids, staff: staff)
    let sessions = Dictionary(grouping: caseload.sessions.map(\.event), by: \.owner)
    let sites = SiteNames(locations(caseload.sessions.map(\.event))).sites
    let finder = PlaceFinder(sites.map(\.id))
    let clinicians = groups.indices.map { clinician($0, sessions[$0] ?? [], finder) }
    let seen = WeeklyHours.spanning(clinicians.compactMap(\.hours.weekly))
    let clients = caseload.clients.map(client)
    return PracticeDraft(
      name: name, zone: zone, hours: seen.isEmpty ? Self.usualHours : seen, hoursAreSeen: !seen.isEmpty, sites: sites,
      clinicians: clinicians.sorted { $0.id < $1.id },
      clients: clients.sorted { ($0.clinician, $0.id) < ($1.clinician, $1.id) },
      leaveWords: Set(diaries.flatMap(\.leaveWords)).sorted(), entries: entries(caseload, clients),
      titles: DraftTitle.joined(caseload.titles), days: days)
  }

  private static var usualHours: WeeklyHours {
    let day = WeeklyHours.Range(start: 9 * 3_600, end: 17 * 3_600)
    let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    return WeeklyHours(Dictionary(uniqueKeysWithValues: weekdays.map { ($0, [day].compactMap(\.self)) }))
  }

  private func locations(_ events: [DraftEvent]) -> [String: Int] {
    events.filter { !$0.isOnline && !$0.location.isEmpty }
      .reduce(into: [:]) { $0[$1.location, default: 0] += $1.occurrences.count }
  }

  // MARK: Clinicians

  private func clinician(_ owner: Int, _ sessions: [DraftEvent], _ finder: PlaceFinder) -> DraftClinician {
    let clue = clues[owner]
    let id = ids[owner]
    let pattern = WorkPattern(sessions.flatMap(\.occurrences), zone: zone.zone)
    if let shared = staff.sharedEmail(of: clue), staff.email(of: clue) == nil, shared.contains("@") {
      log.note(
        Problem(
          .remark, file: groups[owner].places.first ?? id.text,
          message: "its owner's address is that of other calendars here as well, and is left out for '\(id)'",
          hint: "where two calendars are one person's, name both in one entry of practice.yaml: calendars: [..., ...]"))
    }
    if sessions.isEmpty {
      log.note(
        Problem(
          .remark, file: groups[owner].places.first ?? id.text,
          message: "no client was found in it from \(days.lowerBound.iso8601) to \((days.upperBound - 1).iso8601)",
          hint: "export the calendar with all details and up to date, and see that the titles name the clients"))
    }
    let located = sessions.compactMap { event in event.isOnline ? nil : finder.site(in: event.location) }
    let online = sessions.filter(\.isOnline).reduce(0) { $0 + $1.occurrences.count }
    return DraftClinician(
      id: id, name: clue.name ?? "Clinician \(owner + 1)", nameOrigin: clue.nameOrigin,
      email: staff.email(of: clue) ?? staff.fittingEmail(of: owner), isEmailFitting: staff.email(of: clue) == nil,
      calendars: groups[owner].isDefault(for: id.text) ? nil : groups[owner].places, hours: hours(owner, pattern),
      weeks: pattern.weeks, mostInADay: pattern.mostInADay, mostInAWeek: pattern.mostInAWeek,
      sites: located.isEmpty && online == 0 ? nil : Set(located).sorted(), online: online,
      supervisionWith: supervision(owner))
  }

  private func hours(_ owner: Int, _ pattern: WorkPattern) -> DraftClinician.Hours {
    if diaries[owner].statesHours { return .stated }
    if !pattern.hours.isEmpty { return .seen(pattern.hours) }
    return OutlookHours.hours(documents[owner]).map { .set($0) } ?? .unknown
  }

  /// The other clinicians whom an event of supervision names.
  private func supervision(_ owner: Int) -> [ClinicianID] {
    let others = diaries[owner].events.filter { event in
      Words(event.title).parts.contains { $0.hasPrefix("supervis") || $0 == "superwizja" || $0 == "intervision" }
    }.flatMap { staff.named(in: Words($0.title)) }
    return Set(others).subtracting([owner]).map { ids[$0] }.sorted()
  }

  // MARK: Clients

  private func client(_ found: DraftCaseload.Found) -> DraftClient {
    let person = found.person
    let name = person.name
    let others = person.sessions.keys.filter { $0 != person.owner }.map { ids[$0] }.sorted()
    let words = PersonName(name.text).words
    let count = person.sessions.values.reduce(0) { $0 + $1.count }
    var doubts: [DraftClient.Doubt] = []
    if person.origin == .word { doubts.append(.oneWord) }
    if name.text.isEmpty {
      doubts.append(.nameMissing)
    } else if name.isByAddress {
      doubts.append(.nameFromAddress)
    } else if person.origin != .word, words.count < 2 || words.contains(where: { $0.count < 2 }) {
      doubts.append(.nameIsShort)
    }
    if count == 1 { doubts.append(.once) }
    if !others.isEmpty { doubts.append(.sharedWith(others)) }
    if person.sharesAddress { doubts.append(.addressShared) }
    return DraftClient(
      id: found.id, name: name.text, clinician: ids[person.owner], email: person.email, origin: person.origin,
      sessions: count, doubts: doubts)
  }

  /// The titles by which clients.csv alone would not find the clients whom they mean.
  private func entries(_ caseload: DraftCaseload, _ drafted: [DraftClient]) -> [DraftEventEntry] {
    let index = ClientIndex(
      drafted.map { draft in
        var client = Client(id: draft.id, name: draft.name)
        client.clinician = draft.clinician
        client.email = draft.email
        return client
      })
    var seen: Set<[String]> = []
    var entries: [DraftEventEntry] = []
    for (event, clients) in caseload.sessions where event.named.isEmpty {
      let owner = ids[event.owner]
      let addresses = event.guests.map(\.email)
      if !index.clients(emails: addresses, text: event.title, of: owner).isEmpty { continue }
      if index.match(event.title, of: owner) == .clients(clients) { continue }
      let words = Words(event.title).parts.map(String.init)
      guard words.joined().count > 1, seen.insert([owner.text] + words).inserted else { continue }
      entries.append(DraftEventEntry(summary: event.title, clinician: owner, clients: clients))
    }
    return Array(
      entries.sorted { ($0.clinician, $0.summary) < ($1.clinician, $1.summary) }.prefix(EventEntries.maxCount))
  }
}

extension DraftClinician.Hours {
  /// Hours in numbers; nil where the calendar says them, or nothing does.
  var weekly: WeeklyHours? {
    switch self {
    case .seen(let hours), .set(let hours): hours
    case .stated, .unknown: nil
    }
  }
}

extension DraftTitle {
  /// Those of one clinician, title and kind together.
  static func joined(_ titles: [DraftTitle]) -> [DraftTitle] {
    struct Same: Hashable {
      let clinician: ClinicianID
      let title: String
      let kind: Kind
    }
    return Dictionary(grouping: titles) { Same(clinician: $0.clinician, title: $0.title, kind: $0.kind) }
      .map { same, titles in
        let first = titles.min { ($0.first, $0.source) < ($1.first, $1.source) } ?? titles[0]
        return DraftTitle(
          clinician: same.clinician, title: same.title, kind: same.kind, count: titles.reduce(0) { $0 + $1.count },
          source: first.source, first: first.first)
      }
      .sorted { ($0.clinician, $0.title, $0.kind.rawValue) < ($1.clinician, $1.title, $1.kind.rawValue) }
  }
}
