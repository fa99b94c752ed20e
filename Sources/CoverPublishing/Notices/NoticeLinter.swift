import CivilTime
import CoverDomain

/// Holds every letter against what it must say and what it must not hold.
struct NoticeLinter: Sendable {
  /// A letter as it would be written.
  struct Draft: Sendable {
    var text: String
    /// What its mail holds.
    var body: String
    var subject: String
    /// The last part of its path, without ending.
    var fileName: String
    let facts: NoticeFacts
    let values: LetterValues
    let isInOwnLanguage: Bool
  }

  private let practice: Practice
  private let languages: [LanguageTag: WordPatterns]
  /// What no letter may hold, whatever its language.
  private let forbidden: PhraseSet
  /// The words of what stands in any letter: what the practice calls itself and its places.
  private let ours: [[String]]

  init(situation: Situation, reading: Reading) {
    practice = situation.practice
    ours = Self.words(
      [practice.name, "online"] + [practice.email, practice.phone].compactMap(\.self) + practice.sites.map(Names.site))
    languages = Dictionary(
      LetterLanguages.all.map { ($0.tag, WordPatterns($0.forbidden)) }, uniquingKeysWith: { first, _ in first })
    var phrases = PhraseSet()
    for clinician in situation.practice.clinicians {
      for tag in clinician.specialties.union(clinician.background) { phrases.add(tag.text, .specialty) }
      for tag in clinician.payers ?? [] { phrases.add(tag.text, .payer) }
    }
    for client in situation.clients.values {
      for tag in client.needs { phrases.add(tag.text, .specialty) }
      if let payer = client.payer { phrases.add(payer.text, .payer) }
      Self.addIdentity(of: client, to: &phrases)
    }
    for event in reading.unrecognised where PhraseSet.words(event.summary).count > 1 {
      phrases.add(event.summary, .calendarText)
    }
    forbidden = phrases
  }

  /// A name of one word, or an id of letters or digits alone, is too often a word of another meaning ("May", "10").
  private static func addIdentity(of client: Client, to phrases: inout PhraseSet) {
    let owner = client.id.text
    if PhraseSet.words(client.name).count > 1 { phrases.add(client.name, .otherClient, owner: owner) }
    if owner.contains(where: \.isLetter), owner.contains(where: \.isNumber) {
      phrases.add(owner, .otherClient, owner: owner)
    }
    if let email = client.email { phrases.add(email, .otherClient, owner: owner) }
  }

  /// The rules that the draft breaks, in their order; none for a letter that may be written.
  func breaches(of draft: Draft) -> [NoticeRule] {
    let values = draft.values
    let text = FlatText(draft.text)
    let plain = WritingDirection.withoutIsolates(draft.text)
    let words = PhraseSet.words(PhraseSet.words(plain), without: allowed(in: draft))
    let held = forbidden.found(in: words)
    let broken = languages[values.language.tag]?.found(in: words) ?? []
    func says(_ phrase: String) -> Bool { text.contains(FlatText(phrase)) }
    return NoticeRule.allCases.filter { rule in
      switch rule {
      case .away: !saysAway(values, draft.facts, says)
      case .appointments: !saysAppointments(values, draft.facts, says)
      case .choice: !says(values.language.freedom)
      case .answer: !(values.answer.map(says) ?? false)
      case .contact: !(values.contact.map(says) ?? false)
      case .urgentHelp: !says(values.urgentHelp)
      case .diagnosis, .specialty, .nature, .risk, .payer, .reason, .otherClient, .calendarText:
        broken.contains(rule) || held.contains { $0.rule == rule && $0.owner != draft.facts.client.id.text }
      case .controls: PlainText.isUnfit(plain, besides: "\n")
      case .subject: draft.subject != values.language.subject(practice.name)
      case .fileName: !isFileName(draft.fileName, draft.facts)
      }
    }
  }

  /// What a template holds in its own words and no letter may; words that it takes from names are held against the rules
  /// letter by letter.
  func breaches(ofTemplate template: LetterTemplate) -> [TemplateBreach] {
    guard let language = LetterLanguages.language(template.language) else { return [] }
    var breaches: [TemplateBreach] = []
    var words: [(word: String?, place: TextPlace)] = []
    for piece in template.pieces {
      switch piece {
      case .tag(let tag): words.append((nil, tag.place))
      case .text(let text, let place):
        words += PhraseSet.placed(text, from: place).map { ($0.word, $0.place) }
        var at = place
        for character in text {
          if character != "\n", PlainText.isUnfit(String(character)) {
            breaches.append(TemplateBreach(rule: .controls, place: at, phrase: nil))
          }
          at.advance(over: character)
        }
      }
    }
    let names = Names(practice: practice)
    let allowed = Self.words(
      [practice.urgentHelp].compactMap(\.self) + [language.urgentHelp]
        + practice.clinicians.map { names.clinician($0.id) })
    let held = PhraseSet.words(words.map(\.word), without: ours + allowed)
    let places =
      forbidden.places(in: held).map { (rule: $0.meaning.rule, start: $0.start, count: $0.count) }
      + (languages[language.tag]?.places(in: held) ?? [])
    for (rule, start, count) in places {
      // Whose name it is, and what a calendar says, is not for a message.
      let isSecret = rule == .otherClient || rule == .calendarText
      breaches.append(
        TemplateBreach(
          rule: rule, place: words[start].place,
          phrase: isSecret ? nil : held[start..<start + count].compactMap(\.self).joined(separator: " ")))
    }
    var seen: Set<TemplateBreach> = []
    return breaches.filter { seen.insert($0).inserted }.sorted { $0.place < $1.place }
  }

  /// A place in a template that breaks a rule.
  struct TemplateBreach: Hashable, Sendable {
    let rule: NoticeRule
    let place: TextPlace
    let phrase: String?
  }

  // MARK: One check each

  private func saysAway(_ values: LetterValues, _ facts: NoticeFacts, _ says: (String) -> Bool) -> Bool {
    guard let away = values.away else { return true }
    return says(away) && says(values.clinician.name) && values.back.map(says) ?? true
  }

  /// A letter that says that somebody is back may have no appointment to name.
  private func saysAppointments(_ values: LetterValues, _ facts: NoticeFacts, _ says: (String) -> Bool) -> Bool {
    (!values.groups.isEmpty || facts.kind == .back)
      && values.groups.allSatisfy { says($0.outcome) && $0.times.allSatisfy(says) }
  }

  /// `2026-11-23-AB12-first`, or with a number where a client has several of a kind on one day.
  private func isFileName(_ name: String, _ facts: NoticeFacts) -> Bool {
    guard Day(name.prefix(10)) != nil, name.dropFirst(10).first == "-" else { return false }
    let rest = name.dropFirst(11)
    let expected = "\(PathName.component(facts.client.id.text))-\(facts.kind.rawValue)"
    return rest == expected || rest.hasPrefix(expected + "-") && Int(rest.dropFirst(expected.count + 1)) != nil
  }

  /// What the practice calls itself, its people and its places, and what it says of urgent help, stands in any letter.
  private func allowed(in draft: Draft) -> [[String]] {
    ours + Self.words([draft.values.urgentHelp, draft.facts.client.name] + draft.values.people)
  }

  private static func words(_ phrases: [String]) -> [[String]] {
    phrases.map { PhraseSet.words(WritingDirection.withoutIsolates($0)) }
  }
}

/// A text on one line, so that a line break within a phrase hides nothing.
private struct FlatText {
  private let bytes: [UInt8]

  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isBetweenWords = false
    for byte in text.utf8 {
      if byte == 10 || byte == 32 {
        isBetweenWords = true
      } else {
        if isBetweenWords, !bytes.isEmpty { bytes.append(32) }
        isBetweenWords = false
        bytes.append(byte)
      }
    }
    self.bytes = bytes
  }

  func contains(_ phrase: FlatText) -> Bool { bytes.firstRange(ofBytes: phrase.bytes) != nil }
}
