import CivilTime
import CoverDomain

/// The people whom events name, each with all that names them.
///
/// A number of the record system is somebody; so is an address that goes with no number or with one; so is a name that is
/// nobody's who has either. Whole names are one person's in every calendar, anything shorter in one calendar alone.
struct DraftPeople {
  struct Person {
    fileprivate(set) var mentions: [DraftMention] = []
    /// Numbers and addresses that are this person's and of others as well.
    fileprivate(set) var sharesAddress = false

    var number: String? { mentions.lazy.filter { $0.origin != .initials }.compactMap(\.number).first }
    var initials: String? { mentions.lazy.filter { $0.origin == .initials }.compactMap(\.number).first }
    var email: String? { mentions.lazy.compactMap(\.email).first }

    /// The strongest of what names the person.
    var origin: DraftClient.Origin {
      let origins = Set(mentions.map(\.origin))
      return DraftClient.Origin.allCases.first(where: origins.contains) ?? .word
    }

    /// The longest name that calendars give, else that of the address.
    var name: (text: String, isByAddress: Bool) {
      let named = mentions.filter { !$0.name.isEmpty }
      let own = named.filter { !$0.isNamedByAddress }
      let best = (own.isEmpty ? named : own).map(\.name).max { left, right in
        (PersonName(left).words.count, left.count, right) < (PersonName(right).words.count, right.count, left)
      }
      return (best ?? "", own.isEmpty)
    }

    /// When they were seen, by calendar: each time once.
    var sessions: [Int: Set<Interval>] {
      mentions.reduce(into: [:]) { $0[$1.event.owner, default: []].formUnion($1.event.occurrences) }
    }

    /// The calendar with most of the sessions; of equally many the first.
    var owner: Int { sessions.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? 0 }
  }

  /// What a person is looked up by.
  private enum Key: Hashable {
    case number(String)
    case email(String)
    case name(String)
    case local(Int, String)
  }

  private(set) var people: [Person] = []
  private var known: [Key: [Int]] = [:]

  init(_ events: [DraftEvent]) {
    let mentions = events.flatMap(DraftMention.all)
    for mention in mentions where mention.number != nil && mention.origin != .initials { addNumbered(mention) }
    for mention in mentions where mention.email != nil && mention.number == nil { addByAddress(mention) }
    for mention in mentions where mention.email == nil && (mention.number == nil || mention.origin == .initials) {
      addByName(mention)
    }
  }

  private mutating func addNumbered(_ mention: DraftMention) {
    let key = Key.number(mention.number?.lowercased() ?? "")
    add(mention, to: known[key]?.first ?? new(key))
  }

  private mutating func addByAddress(_ mention: DraftMention) {
    let key = Key.email(mention.email ?? "")
    switch known[key]?.count ?? 0 {
    case 0: add(mention, to: new(key))
    case 1: add(mention, to: known[key]?.first ?? new(key))
    // Several people have it: each session of theirs names one by number, and here nobody could say whom.
    default: break
    }
  }

  private mutating func addByName(_ mention: DraftMention) {
    let owner = mention.event.owner
    if mention.origin == .initials {
      let key = Key.local(owner, "." + (mention.number ?? "").filter(\.isLetter).lowercased())
      return add(mention, to: known[key]?.first ?? new(key))
    }
    let words = mention.nameWords.joined(separator: " ")
    let local = known[.local(owner, words)] ?? []
    if local.count > 1 { return }
    if let person = local.first { return add(mention, to: person) }
    if !mention.hasShortName {
      let whole = known[.name(words)] ?? []
      if whole.count > 1 { return }
      if let person = whole.first { return add(mention, to: person) }
    }
    add(mention, to: new(.local(owner, words)))
  }

  private mutating func new(_ key: Key) -> Int {
    people.append(Person())
    known[key, default: []].append(people.count - 1)
    return people.count - 1
  }

  private mutating func add(_ mention: DraftMention, to index: Int) {
    people[index].mentions.append(mention)
    if let email = mention.email { remember(.email(email), index) }
    let words = mention.nameWords.joined(separator: " ")
    guard !words.isEmpty, mention.origin != .initials else { return }
    remember(.local(mention.event.owner, words), index)
    if !mention.hasShortName { remember(.name(words), index) }
  }

  private mutating func remember(_ key: Key, _ index: Int) {
    if known[key]?.contains(index) ?? false { return }
    known[key, default: []].append(index)
    if case .email = key, let sharing = known[key], sharing.count > 1 {
      for person in sharing { people[person].sharesAddress = true }
    }
  }
}
