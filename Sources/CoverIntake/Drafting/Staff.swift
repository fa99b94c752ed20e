import CoverDomain
import ICalendar

/// The people of the practice, as far as calendars show them: nobody of them is a client.
struct Staff: Sendable {
  /// Whose calendar an address is the owner's of.
  private let owners: [String: Set<Int>]
  private let domains: Set<Substring>
  private let names: PhraseIndex<Int>
  private let firstNames: [Substring: Set<Int>]
  private let fitting: [Int: String]

  /// Where many people have their private addresses.
  private static let publicDomains: Set<Substring> = [
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com", "live.co.uk", "msn.com",
    "yahoo.com", "yahoo.co.uk",
    "yahoo.fr", "yahoo.de", "icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de",
    "t-online.de", "freenet.de",
    "proton.me", "protonmail.com", "aol.com", "mail.com", "fastmail.com", "btinternet.com", "sky.com",
    "virginmedia.com", "talktalk.net", "orange.fr",
    "free.fr", "wanadoo.fr", "laposte.net", "sfr.fr", "wp.pl", "onet.pl", "o2.pl", "interia.pl", "libero.it",
    "zoho.com", "yandex.ru", "mail.ru",
    "qq.com", "163.com",
  ]

  /// - Parameter documents: every calendar of the folder.
  init(_ clues: [OwnerClues], documents: [CalendarDocument]) {
    var owners: [String: Set<Int>] = [:]
    var names = PhraseIndex<Int>()
    var firstNames: [Substring: Set<Int>] = [:]
    for (owner, clue) in clues.enumerated() {
      for email in clue.emails { owners[email, default: []].insert(owner) }
      guard let text = clue.name else { continue }
      let name = PersonName(text)
      for words in Set([name.words] + name.turned) { names.add(words, owner) }
      if let first = name.words.first { firstNames[first, default: []].insert(owner) }
    }
    self.owners = owners
    self.names = names
    self.firstNames = firstNames
    domains = Set(owners.keys.compactMap { $0.split(separator: "@").last }).subtracting(Self.publicDomains)
    fitting = Self.fitting(clues, owners, domains, documents)
  }

  /// The owner's own address: the first that is nobody else's.
  func email(of clue: OwnerClues) -> String? { clue.emails.first { owners[$0]?.count == 1 } }

  /// Of the practice's addresses that stand in its calendars the one that fits the name of this owner alone, where their
  /// calendar gives none.
  func fittingEmail(of owner: Int) -> String? { fitting[owner] }

  /// Addresses that are nobody's yet, by the one owner whose name each fits: `amara`, `amara.osei`, `aosei`.
  private static func fitting(
    _ clues: [OwnerClues], _ owners: [String: Set<Int>], _ domains: Set<Substring>, _ documents: [CalendarDocument]
  ) -> [Int: String] {
    var seen: Set<String> = []
    for component in documents.flatMap(\.components) {
      for property in component.properties where property.name == "ATTENDEE" || property.name == "ORGANIZER" {
        for email in EmailAddress.all(of: property) where owners[email] == nil { seen.insert(email) }
      }
    }
    let missing = clues.indices.filter { owner in !clues[owner].emails.contains { owners[$0]?.count == 1 } }
    var found: [Int: String] = [:]
    for email in seen.sorted() {
      let sides = email.split(separator: "@")
      guard sides.count == 2, domains.contains(sides[1]), isSafe(email) else { continue }
      let local = sides[0].filter { $0.isLetter || $0.isNumber }
      let fits = clues.indices.filter { owner in
        guard let words = clues[owner].name.map({ PersonName($0).words }), let first = words.first,
          let last = words.last
        else { return false }
        return [String(first), words.joined(), "\(first.prefix(1))\(last)", "\(first)\(last)"].contains(local)
      }
      if fits.count == 1, let owner = fits.first, missing.contains(owner), found[owner] == nil { found[owner] = email }
    }
    return found
  }

  /// The first address of the owner that others have as well.
  func sharedEmail(of clue: OwnerClues) -> String? { clue.emails.first { (owners[$0]?.count ?? 0) > 1 } }

  /// Those invited who are none of the practice, each once, and whether others of the practice are.
  func guests(of component: Component, owner: Int) -> (outside: [DraftEvent.Guest], hasColleagues: Bool) {
    var outside: [DraftEvent.Guest] = []
    var hasColleagues = false
    for property in component.all("ATTENDEE") {
      let kind = property.parameter("CUTYPE")?.uppercased()
      if kind == "RESOURCE" || kind == "ROOM" || kind == "GROUP" { continue }
      let emails = EmailAddress.all(of: property)
      if emails.contains(where: { owners[$0] != nil }) {
        hasColleagues = hasColleagues || emails.contains { owners[$0].map { !$0.contains(owner) } ?? false }
        continue
      }
      guard let email = emails.last, Self.isSafe(email) else { continue }
      if email.split(separator: "@").last.map(domains.contains) ?? false {
        hasColleagues = true
      } else if !email.hasSuffix("calendar.google.com"), !outside.contains(where: { $0.email == email }) {
        outside.append(DraftEvent.Guest(email: email, name: property.parameter("CN").flatMap { DraftName.person($0) }))
      }
    }
    return (outside, hasColleagues)
  }

  /// The clinicians whose whole names stand in the title, else those whose first names, nobody else's, do.
  func named(in title: Words) -> Set<Int> {
    let whole = Set(names.matches(in: title.parts).flatMap(\.values))
    guard whole.isEmpty else { return whole }
    return Set(title.parts.compactMap { firstNames[$0] }.filter { $0.count == 1 }.joined())
  }

  /// Whether the name is a clinician's, whole or the first alone.
  func isNamed(_ name: String) -> Bool {
    let words = PersonName(name).words
    if words.count == 1 { return words.first.map { firstNames[$0] != nil } ?? false }
    return names.matches(in: words).contains { $0.range.count == words.count }
  }

  /// Whether a spreadsheet takes the address for an address, and not for a formula.
  private static func isSafe(_ email: String) -> Bool {
    email.unicodeScalars.first.map { !"=+-@'".unicodeScalars.contains($0) } ?? false && !email.contains("\"")
  }
}
