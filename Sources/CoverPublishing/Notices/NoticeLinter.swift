import CivilTime
import CoverDomain

/// Holds every letter against what it must say and what it must not hold.
struct NoticeLinter: Sendable {
  /// A letter as it would be written.
  struct Draft: Sendable {
    var text: String
    var subject: String
    /// The last part of its path, without ending.
    var fileName: String
    let facts: NoticeFacts
  }

  private let practice: Practice
  private let forbidden: PhraseSet

  init(situation: Situation, reading: Reading) {
    practice = situation.practice
    var phrases = PhraseSet()
    for (rule, words) in ForbiddenWords.lists {
      for word in words { phrases.add(word, rule) }
    }
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
    let words = NoticeWords(facts: draft.facts, practice: practice)
    let text = Self.flat(draft.text)
    let held = forbidden.found(in: PhraseSet.words(draft.text, without: allowed(in: draft)))
    return NoticeRule.allCases.filter { rule in
      switch rule {
      case .away: !saysAway(text, words, draft.facts)
      case .appointments: !saysAppointments(text, words, draft.facts)
      case .choice: !text.contains(Self.flat(NoticeWords.freedom))
      case .answer: !(words.answerWay.map { text.contains(Self.flat($0)) } ?? false)
      case .contact: !saysContacts(text, draft.facts)
      case .urgentHelp: !text.contains(Self.flat(words.urgentHelp))
      case .diagnosis, .specialty, .nature, .risk, .payer, .reason, .otherClient, .calendarText:
        held.contains { $0.rule == rule && $0.owner != draft.facts.client.id.text }
      case .controls: draft.text.split(separator: "\n").contains { PlainText.isUnfit(String($0)) }
      case .subject: draft.subject != NoticeWords.subject(practice)
      case .fileName: !isFileName(draft.fileName, draft.facts)
      }
    }
  }

  // MARK: One check each

  private func saysAway(_ text: String, _ words: NoticeWords, _ facts: NoticeFacts) -> Bool {
    guard facts.kind != .withdrawal, let away = words.awayTime else { return true }
    return text.contains(Self.flat(away))
      && text.contains(Self.flat(Names(practice: practice).clinician(facts.clinician)))
  }

  private func saysAppointments(_ text: String, _ words: NoticeWords, _ facts: NoticeFacts) -> Bool {
    !facts.appointments.isEmpty
      && facts.appointments.allSatisfy {
        text.contains(Self.flat(words.time($0))) && text.contains(Self.flat(words.fate($0)))
      }
  }

  private func saysContacts(_ text: String, _ facts: NoticeFacts) -> Bool {
    let names = Names(practice: practice)
    return !facts.contacts.isEmpty && facts.contacts.allSatisfy { text.contains(Self.flat(names.clinician($0.by))) }
  }

  /// `2026-11-23-AB12-first`, or with a number where a client has several of a kind on one day.
  private func isFileName(_ name: String, _ facts: NoticeFacts) -> Bool {
    guard Day(name.prefix(10)) != nil, name.dropFirst(10).first == "-" else { return false }
    let rest = name.dropFirst(11)
    let expected = "\(PathName.component(facts.client.id.text))-\(facts.kind.rawValue)"
    return rest == expected || rest.hasPrefix(expected + "-") && Int(rest.dropFirst(expected.count + 1)) != nil
  }

  /// What the practice calls itself, its people and its places, and what it says of urgent help, stands in any letter.
  private func allowed(in draft: Draft) -> [String] {
    let names = Names(practice: practice)
    return [practice.name, NoticeWords(facts: draft.facts, practice: practice).urgentHelp, "online"]
      + [practice.email, practice.phone, draft.facts.client.name].compactMap(\.self)
      + draft.facts.people.map(names.clinician) + practice.sites.map(Names.site)
  }

  /// On one line, so that a line break within a phrase hides nothing.
  private static func flat(_ text: String) -> String {
    String(decoding: Array(text.utf8.split { $0 == 10 || $0 == 32 }.joined(separator: [32])), as: UTF8.self)
  }
}
