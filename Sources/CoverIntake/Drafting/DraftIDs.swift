import CoverDomain

/// Ids for the clients of a draft: the record system's numbers as they are, initials where nobody else has them, and else
/// two letters with a number that stand in no title.
struct DraftIDs {
  private var taken: Set<String> = []
  private let words: Set<String>

  /// - Parameter events: whose titles hold words that no drafted id may be.
  init(avoiding events: [DraftEvent]) {
    words = Set(events.flatMap { Words($0.title).words.map(String.init) })
  }

  /// One a person, in their order.
  mutating func ids(of people: [DraftPeople.Person]) -> [ClientID] {
    var ids: [Int: String] = [:]
    for (index, person) in people.enumerated() {
      if let number = person.number, Identifier.fault(number) == nil, taken.insert(number.lowercased()).inserted {
        ids[index] = number
      }
    }
    // Initials that two clinicians use mean two people: neither can have them for an id.
    let initials = people.map { person in person.number == nil ? person.initials ?? "" : "" }
    let counts = Dictionary(initials.map { ($0.filter(\.isLetter).lowercased(), 1) }, uniquingKeysWith: +)
    for (index, text) in initials.enumerated() where ids[index] == nil && !text.isEmpty {
      let letters = text.filter(\.isLetter).lowercased()
      guard counts[letters] == 1, text.utf8.allSatisfy({ $0 < 128 }), Identifier.fault(text) == nil,
        taken.insert(text.lowercased()).inserted
      else { continue }
      ids[index] = text
    }
    return people.indices.map { ClientID(ids[$0] ?? drafted(people[$0])) }
  }

  private mutating func drafted(_ person: DraftPeople.Person) -> String {
    let letters = DraftIDs.letters(of: person)
    var number = 1
    while true {
      let id = letters + (number < 10 ? "0\(number)" : "\(number)")
      if !words.contains(id.lowercased()), taken.insert(id.lowercased()).inserted { return id }
      number += 1
    }
  }

  /// The first letters of the first and the last name, else the initials, else the first letter of the address.
  private static func letters(of person: DraftPeople.Person) -> String {
    let name = person.name.text
    if name.isEmpty, let initials = person.initials, let slug = DraftName.slug(initials) {
      return slug.filter(\.isLetter).prefix(3).uppercased()
    }
    let source = name.isEmpty ? String(person.email?.split(separator: "@").first ?? "") : name
    let words = (DraftName.slug(PersonName(source).words.joined(separator: " ")) ?? "").split(separator: "-")
    let ends = words.count > 1 ? [words.first, words.last] : [words.first]
    let letters = ends.compactMap { $0?.first { $0.isLetter } }
    return letters.isEmpty ? "C" : String(letters).uppercased()
  }
}
