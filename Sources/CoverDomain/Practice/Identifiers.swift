/// The id of a clinician in practice.yaml: the only name for them in files, messages and rules.
public struct ClinicianID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: ClinicianID, right: ClinicianID) -> Bool { left.text < right.text }
}

/// The id of a client in clients.csv: the only name for them outside letters to that client.
public struct ClientID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: ClientID, right: ClientID) -> Bool { left.text < right.text }
}

/// The id of a place at which the practice sees clients.
public struct SiteID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: SiteID, right: SiteID) -> Bool { left.text < right.text }
}

/// A specialty, background, payer, jurisdiction or gender: a word compared without regard to case.
public struct Tag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Lower case, without white space around it.
  public let text: String

  public init(_ text: String) {
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  public var description: String { text }
  public static func < (left: Tag, right: Tag) -> Bool { left.text < right.text }
}

/// A BCP 47 language tag, lower case.
public struct LanguageTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// Nil unless the text is made of subtags of one to eight letters or digits, the first of two or more letters.
  public init?(_ text: String) {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, (2...8).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLetter }),
      subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
    else { return nil }
    self.text = text.lowercased()
  }

  public static let english = LanguageTag(known: "en")
  public static let americanEnglish = LanguageTag(known: "en-us")
  public static let french = LanguageTag(known: "fr")
  public static let german = LanguageTag(known: "de")
  public static let spanish = LanguageTag(known: "es")
  public static let polish = LanguageTag(known: "pl")
  public static let arabic = LanguageTag(known: "ar")
  private init(known: String) { text = known }

  /// Whether a speaker of `self` serves who asks for `wanted`: RFC 4647 basic filtering, so that `fr-CA` serves `fr`.
  public func serves(_ wanted: LanguageTag) -> Bool { text == wanted.text || text.hasPrefix(wanted.text + "-") }

  /// The tag and what is left of it as subtags are taken from its end, a single letter or digit together with the
  /// subtag after it: RFC 4647 §3.4, lookup.
  public var lookupRanges: [LanguageTag] {
    var subtags = text.split(separator: "-")
    var ranges: [LanguageTag] = []
    while !subtags.isEmpty {
      if let range = LanguageTag(subtags.joined(separator: "-")) { ranges.append(range) }
      subtags.removeLast()
      if subtags.last?.count == 1 { subtags.removeLast() }
    }
    return ranges
  }

  /// As such tags are mostly written: `en-US`, `zh-Hant`: RFC 5646 §2.1.1.
  public var conventional: String {
    let subtags = text.split(separator: "-")
    return subtags.enumerated().map { index, subtag in
      if index == 0 || subtags[index - 1].count == 1 { return String(subtag) }
      switch subtag.count {
      case 2: return subtag.uppercased()
      case 4: return subtag.prefix(1).uppercased() + subtag.dropFirst()
      default: return String(subtag)
      }
    }.joined(separator: "-")
  }

  public var description: String { text }
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.text < right.text }
}

/// One occurrence of an appointment, in every run and every file.
///
/// The clinician is part of it: a shared invitation bears the same UID in two calendars.
public struct SessionID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let clinician: ClinicianID
  /// The event's UID and, where it recurs, `/` and its RECURRENCE-ID in UTC (`UID/20261222T100000Z`).
  public let key: String

  public init(clinician: ClinicianID, key: String) {
    self.clinician = clinician
    self.key = key
  }

  public var description: String { "\(clinician) \(key)" }

  public static func < (left: SessionID, right: SessionID) -> Bool {
    left.clinician != right.clinician ? left.clinician < right.clinician : left.key < right.key
  }
}
