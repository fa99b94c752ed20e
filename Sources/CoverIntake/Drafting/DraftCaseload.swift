import CivilTime
import CoverDomain

/// The clients of a draft, and the titles that are none: what the people whom events name come to.
struct DraftCaseload {
  /// Somebody who is taken for a client.
  struct Found {
    let id: ClientID
    let person: DraftPeople.Person
  }

  /// By id.
  private(set) var clients: [Found] = []
  /// The events that are sessions, with their clients; sorted ids.
  private(set) var sessions: [(event: DraftEvent, clients: [ClientID])] = []
  private(set) var titles: [DraftTitle] = []

  private let owners: [ClinicianID]

  /// More people are no couple and no family, and their event is none of theirs alone.
  private static let mostGuests = 4
  /// So many clients of one word show that a calendar goes by first names.
  private static let manner = 3

  init(_ diaries: [DraftDiary], owners: [ClinicianID], staff: Staff) {
    self.owners = owners
    let events = diaries.flatMap(\.events)
    let shared = SharedTitles(events)
    var candidates: [DraftEvent] = []
    for event in events {
      if let kind = Self.kindWithoutClient(event, shared, staff) { note(event, kind) } else { candidates.append(event) }
    }
    let people = DraftPeople(candidates).people
    let accepted = Self.accepted(people)
    var ids = DraftIDs(avoiding: events)
    let settled = ids.ids(of: people.indices.filter(accepted.contains).map { people[$0] })
    clients = zip(settled, people.indices.filter(accepted.contains)).map { Found(id: $0, person: people[$1]) }
      .sorted { $0.id < $1.id }
    placeSessions(candidates, events)
  }

  /// Why an event names no client; nil where it may.
  private static func kindWithoutClient(_ event: DraftEvent, _ shared: SharedTitles, _ staff: Staff) -> DraftTitle.Kind?
  {
    if !event.named.isEmpty { return nil }
    let words = Words(event.title)
    if !event.guests.isEmpty {
      if event.guests.count > mostGuests { return .guests }
      return event.reading == .other && !SessionWords.isNamed(in: words) ? .guests : nil
    }
    switch event.reading {
    case .other: return shared.isShared(event) ? .shared : .other
    case .unnamed: return shared.isShared(event) || event.hasColleagues ? .shared : .unnamed
    case .people(let people):
      if people.allSatisfy({ $0.number == nil && staff.isNamed($0.name) }) { return .shared }
      return nil
    case .word(let word):
      return staff.isNamed(word) || shared.isShared(event) || event.hasColleagues ? .shared : nil
    case .initials: return shared.isShared(event) || event.hasColleagues ? .shared : nil
    }
  }

  /// The people who are taken for clients: who comes again, or whose one session says that it is one.
  private static func accepted(_ people: [DraftPeople.Person]) -> Set<Int> {
    // Worked out once: each is a look at every session of the person.
    let owners = people.map(\.owner)
    var accepted: Set<Int> = []
    var shapes: [Int: [String: Int]] = [:]
    for (index, person) in people.enumerated() where person.origin != .word {
      let isSaid = person.mentions.contains { $0.email != nil && SessionWords.isNamed(in: Words($0.event.title)) }
      guard person.origin == .property || isSaid || days(person) > 1 else { continue }
      accepted.insert(index)
      if let number = person.number { shapes[owners[index], default: [:]][shape(number), default: 0] += 1 }
    }
    for (index, person) in people.enumerated() {
      if let number = person.number, shapes[owners[index]]?[shape(number)] ?? 0 >= manner { accepted.insert(index) }
    }
    // One word is a first name where the calendar goes by first names.
    let acceptedOf = Dictionary(grouping: accepted, by: { owners[$0] }).mapValues(\.count)
    for (owner, indices) in Dictionary(grouping: people.indices, by: { owners[$0] }) {
      let words = indices.filter { people[$0].origin == .word && days(people[$0]) > 1 }
      if words.count >= manner, words.count >= acceptedOf[owner] ?? 0 { accepted.formUnion(words) }
    }
    return accepted
  }

  private static func days(_ person: DraftPeople.Person) -> Int {
    Set(person.sessions.values.joined().map { $0.start.seconds / 86_400 }).count
  }

  /// `AB12` is `aa00`.
  private static func shape(_ number: String) -> String {
    String(number.map { $0.isLetter ? "a" : $0.isNumber ? "0" : $0 })
  }

  private mutating func placeSessions(_ candidates: [DraftEvent], _ all: [DraftEvent]) {
    var byEvent: [EventKey: [ClientID]] = [:]
    for client in clients {
      for mention in client.person.mentions { byEvent[EventKey(mention.event), default: []].append(client.id) }
    }
    for event in candidates {
      if let found = byEvent[EventKey(event)] {
        sessions.append((event, Set(found).sorted()))
      } else if case .word = event.reading, event.guests.isEmpty {
        note(event, .oneWord)
      } else {
        note(event, event.guests.isEmpty ? .once : .guests)
      }
    }
  }

  private struct EventKey: Hashable {
    let owner: Int
    let source: Source
    init(_ event: DraftEvent) {
      owner = event.owner
      source = event.source
    }
  }

  private mutating func note(_ event: DraftEvent, _ kind: DraftTitle.Kind) {
    guard let first = event.occurrences.first else { return }
    titles.append(
      DraftTitle(
        clinician: owners[event.owner], title: event.title, kind: kind, count: event.occurrences.count,
        source: event.source, first: first))
  }
}
