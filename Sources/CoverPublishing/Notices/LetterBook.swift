import CivilTime
public import CoverDomain

/// The letters that a plan calls for, as they would be written now: for a person to look at.
public struct LetterBook: Sendable {
  /// By the day they are due, then by path.
  public let letters: [Notice]
  /// Those that break a rule, with the reasons.
  public let refused: [RefusedNotice]
  private let practice: Practice
  private let today: Day

  /// - Parameter language: a language to write in whatever the clients'; nil for theirs.
  public init(
    situation: Situation, plan: Plan, reading: Reading, previous: PreviousPublication?,
    templates: [String: String], language: LanguageTag? = nil
  ) {
    let history = EventHistory(planned: PlannedEvents(situation: situation, plan: plan), previous: previous)
    let notices = Notices(
      situation: situation, plan: plan, reading: reading, history: history, templates: LetterTemplates(templates),
      previous: previous, language: language)
    letters = notices.written
    refused = notices.refused
    practice = situation.practice
    today = practice.zone.day(of: situation.now)
  }

  private init(_ letters: [Notice], _ refused: [RefusedNotice], _ practice: Practice, _ today: Day) {
    self.letters = letters
    self.refused = refused
    self.practice = practice
    self.today = today
  }

  /// The letters of that client, that kind alone where one is named.
  public func only(_ client: ClientID, _ kind: Notice.Kind?) -> LetterBook {
    LetterBook(
      letters.filter { $0.client == client && (kind == nil || $0.kind == kind) },
      refused.filter { $0.client == client && (kind == nil || $0.kind == kind) }, practice, today)
  }

  // MARK: In words

  /// A letter a line by the day to send it, with its name, in groups: late, today, this week, later.
  public var list: String {
    let groups = [
      ("LATE", letters.filter { $0.turn(on: today) == .late }),
      ("TODAY", letters.filter { $0.turn(on: today) == .today }),
      ("IN THE SIX DAYS AFTER", letters.filter { $0.turn(on: today) == .thisWeek }),
      ("LATER", letters.filter { $0.turn(on: today) == .later }),
    ]
    var parts = groups.filter { !$0.1.isEmpty }.map { title, letters in
      "\(title)\n\n" + Columns.aligned(letters.map(row)).map { $0 + "\n" }.joined()
    }
    let cautions = letters.cautionLines
    if !cautions.isEmpty { parts.append("BEFORE YOU SEND THEM\n\n" + cautions.map { "  \($0)\n" }.joined()) }
    if !refused.isEmpty {
      parts.append("NOT WRITTEN\n\n" + refused.map { "  \(name($0)): \(reasons($0))\n" }.joined())
    }
    return parts.isEmpty ? "No letters are called for.\n" : parts.joined(separator: "\n")
  }

  /// The letters in full, each under a line of what it is and above what the linter says of it.
  public var preview: String {
    let good = letters.map { letter in
      "\(title(letter))\n\(Self.rule)\n\(letter.text)\(Self.rule)\n"
        + "It says what a letter has to say, and holds nothing that it must not.\n"
        + [letter].cautionLines.map { "Before you send it: \($0).\n" }.joined()
    }
    let bad = refused.map { "\(name($0))\n\(Self.rule)\n\($0.text)\(Self.rule)\nIt is not written: \(reasons($0)).\n" }
    return (good + bad).joined(separator: "\n")
  }

  /// `AB12, first: to be sent on Tue 22 Dec 2026, by email, in English`.
  private func title(_ letter: Notice) -> String {
    let times = LocalTimes(zone: practice.zone)
    let when =
      letter.turn(on: today) == .late
      ? "late, due since \(times.shortDayOfYear(letter.missed ?? letter.due))"
      : "to be sent on \(times.shortDayOfYear(letter.send))"
    let language = LetterLanguages.language(letter.language)?.name ?? letter.language.conventional
    return
      "\(PlainText.oneLine(letter.client.text)), \(letter.kind.rawValue): \(when), \(way(letter.way)), in \(language)"
  }

  private static let rule = String(repeating: "=", count: 72)

  private func row(_ letter: Notice) -> [String] {
    let times = LocalTimes(zone: practice.zone)
    return [
      times.shortDayOfYear(letter.send), PlainText.oneLine(letter.client.text), letter.kind.rawValue, way(letter.way),
      letter.language.conventional, letter.name,
    ] + (letter.missed.flatMap { $0 < letter.send ? ["due since \(times.shortDay($0))"] : nil } ?? [])
  }

  private func way(_ way: Client.ContactWay) -> String {
    switch way {
    case .email: "by email"
    case .letter: "by post"
    case .phone: "by telephone"
    case .none: "not at all"
    }
  }

  private func name(_ letter: RefusedNotice) -> String {
    "\(PlainText.oneLine(letter.client.text)), \(letter.kind.rawValue)"
  }

  private func reasons(_ letter: RefusedNotice) -> String { letter.reasons.joined(separator: "; ") }

  // MARK: For programs

  /// The same as JSON.
  ///
  /// - Parameter withText: whether the letters are in it in full.
  public func json(withText: Bool) -> String {
    JSONValue.members([
      "schema": .string("plan-cover/letters-1"), "practice": .string(practice.name), "today": .day(today),
      "letters": .array(
        letters.map { letter in
          .object(
            [
              .init("client", .string(letter.client.text)), .init("kind", .string(letter.kind.rawValue)),
              .init("due", .day(letter.due)), .init("send", .day(letter.send)),
              .init("missed", .optional(letter.missed?.iso8601)),
              .init("when", .string(letter.turn(on: today).rawValue)),
              .init("by", .string(letter.way.rawValue)), .init("language", .string(letter.language.conventional)),
              .init("language-wanted", .optional(letter.unwritten?.conventional)),
              .init("file", .string(letter.path + ".txt")), .init("mail", .bool(letter.hasMail)),
              .init("cautions", .array(letter.cautions.map { .string($0.rawValue) })),
            ] + (withText ? [.init("text", .string(letter.text))] : []))
        }),
      "refused": .array(
        refused.map { letter in
          .object(
            [
              .init("client", .string(letter.client.text)), .init("kind", .string(letter.kind.rawValue)),
              .init("reasons", .array(letter.reasons.map { .string($0) })),
            ] + (withText ? [.init("text", .string(letter.text))] : []))
        }),
    ]).pretty
  }
}
