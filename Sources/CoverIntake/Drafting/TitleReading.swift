/// Whom a title seems to name.
enum TitleReading: Hashable, Sendable {
  /// Somebody in a title, by a number of the record system, a name, or both.
  struct Person: Hashable, Sendable {
    let number: String?
    /// Empty where the title has the number alone.
    let name: String
  }

  /// Never empty; all by number or by a name of two words or more.
  case people([Person])
  /// As they stand there, each two to four capitals.
  case initials([String])
  /// One word that may be a first name.
  case word(String)
  /// It says that there is an appointment, and not with whom.
  case unnamed
  /// It is of something else.
  case other

  private static let longest = 120

  init(_ title: String) {
    let plain = DraftName.plain(title)
    guard plain.count <= Self.longest else {
      self = .other
      return
    }
    let words = Words(plain)
    // Beside words of something else nothing but a number that only a record system gives names somebody.
    let isOther = words.parts.contains {
      OtherWords.contains($0) && !SessionWords.contains($0) && !Self.rooms.contains($0)
    }
    var numbers: [String] = []
    var rest = plain
    let tokens = Self.tokens(plain)
    for (index, token) in tokens.enumerated() {
      guard let number = Self.number(token), index == 0 || !Self.rooms.contains(tokens[index - 1].lowercased()[...])
      else {
        continue
      }
      numbers.append(number)
      if let range = rest.range(of: token) { rest.replaceSubrange(range, with: " ") }
    }
    if isOther {
      let given = numbers.filter { $0.first?.isLetter ?? false }
      self = given.isEmpty ? .other : .people(given.map { Person(number: $0, name: "") })
      return
    }
    let pieces = Self.pieces(rest).map(Self.names)
    if numbers.isEmpty, AppointmentWords.isAll(of: words) || pieces.allSatisfy({ $0 == .nothing }) {
      self = .unnamed
      return
    }
    let people = pieces.compactMap { piece -> String? in
      if case .name(let name) = piece { return name }
      return nil
    }
    if !numbers.isEmpty {
      // A name beside a number is its bearer's; of several nobody could say whose.
      let name = numbers.count == 1 && people.count == 1 ? people[0] : ""
      let named = numbers.count == people.count && numbers.count > 1 ? people : numbers.map { _ in name }
      self = .people(zip(numbers, named).map { Person(number: $0, name: $1) })
    } else if pieces.contains(.other) {
      self = .other
    } else {
      self = Self.unnumbered(pieces, people)
    }
  }

  private static func unnumbered(_ pieces: [Piece], _ people: [String]) -> TitleReading {
    let said = pieces.filter { $0 != .nothing }
    if people.count == said.count { return .people(people.map { Person(number: nil, name: $0) }) }
    var words: [String] = []
    var initials: [String] = []
    for piece in said {
      switch piece {
      case .word(let word): words.append(word)
      case .initials(let letters): initials.append(letters)
      default: break
      }
    }
    if initials.count == said.count { return .initials(initials) }
    // "Tom and Anna Smith": one appointment of two, whom nothing but all the words tells apart from others.
    if !people.isEmpty, words.count + people.count == said.count {
      return .people([Person(number: nil, name: (words + people).joined(separator: " and "))])
    }
    if words.count == said.count { return words.count == 1 ? .word(words[0]) : .word(words.joined(separator: " and ")) }
    return .other
  }

  // MARK: Numbers

  /// Words that make the number behind them that of a place, and no client's.
  private static let rooms: Set<Substring> = [
    "room", "raum", "zimmer", "salle", "sala", "floor", "suite", "flat", "ext",
  ]

  private static func tokens(_ text: String) -> [String] {
    text.split { $0.isWhitespace || "()[]{},;:|/#\"".contains($0) }.map { token in
      var token = token
      while token.last == "." || token.last == "-" || token.last == "'" { token.removeLast() }
      return String(token)
    }
  }

  /// The token where it is a client's number as record systems give them: letters, then two to eight digits, with `-` or
  /// `_` between them or not (`AB12`, `CL-1042`), or three to eight digits alone that are no year.
  private static func number(_ token: String) -> String? {
    let letters = token.prefix { $0.isASCII && $0.isLetter }
    var rest = token.dropFirst(letters.count)
    let isParted = rest.first == "-" || rest.first == "_"
    if isParted, letters.isEmpty { return nil }
    if isParted { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let tail = rest.dropFirst(digits.count)
    guard tail.count <= 2, tail.allSatisfy({ $0.isASCII && $0.isLetter }), digits.count <= 8, letters.count <= 6 else {
      return nil
    }
    if letters.isEmpty {
      guard digits.count >= 3, tail.isEmpty, !(digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20")))
      else { return nil }
      return token
    }
    guard digits.count >= 2, !Self.counted.contains(letters.lowercased()[...]) else { return nil }
    return token
  }

  /// Letters with which a number counts something: "week12" is nobody's.
  private static let counted: Set<Substring> = rooms.union([
    "week", "wk", "day", "part", "session", "level", "step", "phase", "page", "version", "v", "covid", "q", "no", "nr",
  ])

  // MARK: Names

  fileprivate enum Piece: Hashable {
    case name(String)
    case word(String)
    case initials(String)
    case nothing
    case other
  }

  /// The parts of a title between which people are parted.
  private static func pieces(_ text: String) -> [Substring] {
    var text = text
    for mark in [
      " and ", " & ", " + ", " und ", " et ", " y ", " e ", " i ", " en ", "/", ";", "|", " - ", " – ", " — ", ":", "(",
      ")",
    ] {
      text = text.replacing(mark, with: "\n")
    }
    return text.split(separator: "\n").flatMap { piece -> [Substring] in
      // "Berg, Anna" is one person, what stands behind any other comma is something more.
      let sides = piece.split(separator: ",")
      guard sides.count == 2, sides.allSatisfy({ names($0).isOneWord }) else { return sides }
      return [piece]
    }
  }

  fileprivate static func names(_ piece: Substring) -> Piece {
    let words = piece.split { $0.isWhitespace }.map { word in
      var word = word
      while let last = word.last, ",:;!?\"".contains(last) { word.removeLast() }
      while let first = word.first, "\"#*".contains(first) { word.removeFirst() }
      return word
    }.filter { word in
      let parts = Words(String(word)).parts
      return !parts.allSatisfy {
        SessionWords.contains($0) || PersonName.titles.contains($0) || rooms.contains($0)
      } || isInitials(word)
    }
    guard let first = words.first else { return .nothing }
    let isReversed = piece.contains(",") && words.count == 2
    if words.count == 1 {
      if isInitials(first) { return .initials(String(first)) }
      return DraftName.isNameWord(first) && first.filter(\.isLetter).count > 1 ? .word(String(first)) : .other
    }
    if isReversed { return DraftName.person("\(words[1]) \(words[0])").map { .name($0) } ?? .other }
    return DraftName.person(words.joined(separator: " ")).map { .name($0) } ?? .other
  }

  /// Two to four capitals, with full stops or not: `AB`, `A.B.`.
  private static func isInitials(_ word: Substring) -> Bool {
    let letters = word.filter { $0 != "." }
    return (2...4).contains(letters.count) && letters.allSatisfy { $0.isLetter && $0.isUppercase } && word.first != "."
      && !OtherWords.contains(letters.lowercased()[...]) && !SessionWords.contains(letters.lowercased()[...])
      && !notInitials.contains(letters)
  }

  private static let notInitials: Set<String> = [
    "AM", "PM", "AL", "TBC", "TBA", "DNA", "NHS", "IT", "HR", "PA", "UK", "EU", "USA", "OK", "ASAP", "EOD", "COB",
    "PTO", "TOIL", "NYE",
    "OT", "SLT", "CMHT", "IAPT", "CAMHS", "ADHD", "ASD", "PTSD", "OCD", "ZOOM", "WC", "BH", "NB", "FAO", "RIP", "AGM",
    "KPI", "SMT", "CQC",
  ]
}

extension TitleReading.Piece {
  fileprivate var isOneWord: Bool {
    switch self {
    case .word, .initials: true
    case .name, .nothing, .other: false
    }
  }
}
