import CoverDomain

/// Somebody in an event whom a draft may take for a client.
struct DraftMention: Sendable {
  let event: DraftEvent
  let origin: DraftClient.Origin
  /// As the calendar writes it: a number, an id of X-PLAN-COVER-CLIENT, or initials.
  var number: String?
  var email: String?
  /// Empty where nothing names them.
  var name = ""
  var isNamedByAddress = false

  /// Everybody whom the event names: by X-PLAN-COVER-CLIENT, else by its guests, else by its title.
  static func all(of event: DraftEvent) -> [DraftMention] {
    if !event.named.isEmpty {
      return event.named.map { DraftMention(event: event, origin: .property, number: $0) }
    }
    if !event.guests.isEmpty { return event.guests.map { guest($0, event) } }
    switch event.reading {
    case .people(let people):
      return people.map { person in
        DraftMention(
          event: event, origin: person.number == nil ? .name : .number, number: person.number, name: person.name)
      }
    case .initials(let all): return all.map { DraftMention(event: event, origin: .initials, number: $0) }
    case .word(let word): return [DraftMention(event: event, origin: .word, name: word)]
    case .unnamed, .other: return []
    }
  }

  /// A guest goes by the name in the calendar, else by that of the title where it names one, else by the address.
  private static func guest(_ guest: DraftEvent.Guest, _ event: DraftEvent) -> DraftMention {
    var mention = DraftMention(event: event, origin: .address, email: guest.email)
    var titled: TitleReading.Person?
    if event.guests.count == 1, case .people(let people) = event.reading, people.count == 1 { titled = people[0] }
    mention.number = titled?.number
    if let name = guest.name ?? titled.map(\.name), !name.isEmpty {
      let whole = DraftName.completed(name, by: guest.email)
      mention.name = whole ?? name
      mention.isNamedByAddress = whole != nil
    } else if let name = DraftName.fromAddress(guest.email) {
      mention.name = name
      mention.isNamedByAddress = true
    }
    return mention
  }

  /// The words of the name, as names compare.
  var nameWords: [Substring] { PersonName(name).words }

  /// Whether the name says no more than some of its letters.
  var hasShortName: Bool { nameWords.count < 2 || nameWords.contains { $0.count < 2 } }
}
