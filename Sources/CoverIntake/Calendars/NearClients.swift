import CoverDomain

/// Clients whom a title comes near to, for a person to choose from. Built once, by what can be nearly right in a title; a
/// lookup costs as much as the title and the clients found are long, however large the practice.
struct NearClients: Sendable {
  /// No more are told.
  static let limit = 4
  /// Of those who have a word, a number or a name in common, no more are looked at.
  private static let maxSharing = 200
  /// Shorter runs of digits are as likely a room, a count, or a time.
  private static let shortestNumber = 3

  private struct Entry: Sendable {
    let client: ClientID
    let words: [Substring]
    let initials: String
  }

  /// Words, initials and the like stand for many people: they are looked up among the clinician's own clients.
  private struct OwnKey: Hashable {
    /// Nil for clients who have no clinician: they may be anybody's.
    let clinician: ClinicianID?
    let word: String
  }

  private let entries: [Entry]
  private let own: [OwnKey: [Int]]
  /// By the words of the whole name in the order of the alphabet, and by its letters without anything between them.
  private let whole: [String: [Int]]
  private let numbers: [Substring: [Int]]

  init(_ clients: [Client]) {
    var own: [OwnKey: [Int]] = [:]
    var whole: [String: [Int]] = [:]
    var numbers: [Substring: [Int]] = [:]
    let names = clients.concurrentMap { PersonName($0.name) }
    entries = zip(clients, names).map { client, name in
      Entry(client: client.id, words: name.words, initials: NearClients.initials(name.words))
    }
    for (position, client) in clients.enumerated() {
      let entry = entries[position]
      for word in Set(entry.words.map(String.init) + [Self.key(initials: entry.initials)]) {
        own[OwnKey(clinician: client.clinician, word: word), default: []].append(position)
      }
      if entry.words.count > 1 {
        let spelled = names[position].spelledOut
        for key in Set(([entry.words] + [spelled].compactMap(\.self)).flatMap(NearClients.keys)) {
          whole[key, default: []].append(position)
        }
      }
      for number in NearClients.numbers(in: client.id.text) { numbers[number, default: []].append(position) }
    }
    self.own = own
    self.whole = whole
    self.numbers = numbers
  }

  /// The nearest clients of a title in a clinician's calendar, at most `limit`: the strongest reason first.
  ///
  /// - Parameter match: What the sure ways came to.
  func near(_ text: String, of clinician: ClinicianID, match: ClientIndex.Match) -> [NearClient] {
    if case .ambiguous(let same) = match { return same.prefix(Self.limit).map { NearClient($0, .sameName) } }
    let title = Words(text)
    var best: [Int: (reason: NearClient.Reason, score: Int)] = [:]
    func add(_ positions: [Int], _ reason: NearClient.Reason, score: Int = 0) {
      for position in positions.prefix(Self.maxSharing) {
        if let known = best[position], (known.reason, -known.score) <= (reason, -score) { continue }
        best[position] = (reason, score)
      }
    }
    for words in [title.parts, Words.spelledOut(text)?.parts].compactMap(\.self) {
      let said = words.filter { !AppointmentWords.contains($0) && !PersonName.titles.contains($0) }
      add(whole[Self.arranged(said)] ?? [], .order)
      for letters in [said.joined()] + said.map(String.init) { add(whole["=" + letters] ?? [], .spelling) }
    }
    for number in Set(title.words.flatMap { Self.numbers(in: String($0)) }) { add(numbers[number] ?? [], .number) }
    for position in byName(title.parts, clinician) {
      guard let reason = reason(entries[position], title.parts) else { continue }
      add([position], reason, score: shared(entries[position], title.parts))
    }
    for initials in Self.spokenInitials(title.parts) {
      add(own(Self.key(initials: initials), of: clinician), .initials)
    }
    // Beside somebody who is nearer, a part of a name is no news.
    let isNearer = best.values.contains { $0.reason < .partOfName }
    return best.filter { !isNearer || $0.value.reason < .partOfName }.sorted { left, right in
      (left.value.reason, -left.value.score, entries[left.key].client)
        < (right.value.reason, -right.value.score, entries[right.key].client)
    }.prefix(Self.limit).map { NearClient(entries[$0.key].client, $0.value.reason) }
  }

  /// The clinician's own clients of whose name a word of more than two letters stands there.
  private func byName(_ parts: [Substring], _ clinician: ClinicianID) -> [Int] {
    Set(parts).filter { $0.count > 2 }.sorted()
      .flatMap { own(String($0), of: clinician).prefix(Self.maxSharing) }
  }

  /// The clinician's own clients of that word, and those of nobody.
  private func own(_ word: String, of clinician: ClinicianID) -> [Int] {
    (own[OwnKey(clinician: clinician, word: word)] ?? []) + (own[OwnKey(clinician: nil, word: word)] ?? [])
  }

  private func shared(_ entry: Entry, _ parts: [Substring]) -> Int {
    entry.words.count { $0.count > 2 && parts.contains($0) }
  }

  /// Why a client one of whose names stands there is near: the other names are nearly there, or begin as what is there.
  private func reason(_ entry: Entry, _ parts: [Substring]) -> NearClient.Reason? {
    // A run of letters that is somebody's initials is no part of a name.
    guard shared(entry, parts) > 0 else { return nil }
    let missing = entry.words.filter { !parts.contains($0) }
    guard !missing.isEmpty else { return .order }
    let isSlip = missing.allSatisfy { word in
      word.count > 3
        && parts.contains { abs($0.count - word.count) <= 1 && Suggestion.distance(Array($0), Array(word)) == 1 }
    }
    if isSlip { return .spelling }
    let isShort = missing.allSatisfy { word in parts.contains { $0.count == 1 && word.hasPrefix($0) } }
    return isShort ? .initialAndName : .partOfName
  }

  /// What in a title may be initials: a word of two to four letters, or single letters after one another.
  private static func spokenInitials(_ parts: [Substring]) -> Set<String> {
    var found = Set(parts.filter { (2...4).contains($0.count) }.map(String.init))
    let letters = parts.filter { $0.count == 1 }.joined()
    if letters.count > 1 { found.formUnion([letters, String(letters.reversed())]) }
    // Surname first.
    found.formUnion(found.filter { $0.count == 2 }.map { String($0.reversed()) })
    return found
  }

  private static func initials(_ words: [Substring]) -> String {
    words.count > 1 ? String(words.compactMap(\.first)) : ""
  }

  /// No word has a full stop in it.
  private static func key(initials: String) -> String { "." + initials }

  private static func arranged(_ words: [Substring]) -> String { words.sorted().joined(separator: " ") }

  private static func keys(_ words: [Substring]) -> [String] {
    [arranged(words), "=" + words.joined(), "=" + (words.suffix(1) + words.dropLast()).joined()]
  }

  /// The runs of digits in a text, leading zeros left out.
  private static func numbers(in text: String) -> [Substring] {
    text.split { character in !(character.isASCII && character.isNumber) }
      .filter { $0.count >= shortestNumber }
      .map { digits in digits.drop { $0 == "0" } }
      .filter { !$0.isEmpty }
  }
}
