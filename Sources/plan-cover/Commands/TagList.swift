import ArgumentParser
import CoverDomain
import CoverIntake
import Foundation

/// Specialties or backgrounds on the command line, parted by commas: `emdr,trauma`.
struct TagList: ExpressibleByArgument {
  let tags: Set<Tag>

  init(argument: String) {
    tags = Set(argument.split { ",;".contains($0) }.map { Tag(String($0)) }.filter { !$0.text.isEmpty })
  }
}

/// One of a kind on the command line, such as a payer.
struct TagArgument: ExpressibleByArgument {
  let tag: Tag

  init?(argument: String) {
    tag = Tag(argument.trimmingCharacters(in: .whitespaces))
    if tag.text.isEmpty || tag.text.contains(where: { ",;".contains($0) }) { return nil }
  }
}

/// What the clinicians of a practice and the professionals outside it have.
struct KnownTags {
  let specialties: Set<Tag>
  let backgrounds: Set<Tag>
  let languages: Set<LanguageTag>
  /// Those whom somebody accepts by name; whoever names none accepts all.
  let payers: Set<Tag>
  let jurisdictions: Set<Tag>

  init(_ practice: Practice) {
    specialties = Set(practice.clinicians.flatMap(\.specialties) + practice.outside.flatMap(\.specialties))
    backgrounds = Set(practice.clinicians.flatMap(\.background) + practice.outside.flatMap(\.background))
    languages = Set(practice.clinicians.flatMap(\.languages) + practice.outside.flatMap(\.languages))
    payers = Set(practice.clinicians.flatMap { $0.payers ?? [] } + practice.outside.flatMap { $0.payers ?? [] })
    jurisdictions = Set(
      practice.clinicians.flatMap { $0.licences.map(\.jurisdiction) } + practice.outside.flatMap(\.jurisdictions))
  }

  /// `emdr, trauma`, or that there are none.
  static func list(_ tags: Set<Tag>) -> String {
    tags.isEmpty ? "none, practice.yaml names none" : IDList.text(tags.sorted().map(\.text))
  }

  /// What is wrong with those that nobody has, with what was probably meant and what there is.
  func unknown(
    _ option: String, _ tags: Set<Tag>, among kind: KeyPath<KnownTags, Set<Tag>>
  ) -> [(message: String, hint: String)] {
    let known = self[keyPath: kind]
    let kinds =
      switch kind {
      case \KnownTags.backgrounds: "backgrounds"
      case \KnownTags.payers: "payers"
      case \KnownTags.jurisdictions: "jurisdictions"
      default: "specialties"
      }
    // Where nobody names any, any will do.
    if known.isEmpty, kind == \KnownTags.payers || kind == \KnownTags.jurisdictions { return [] }
    return tags.subtracting(known).sorted().map { tag in
      (
        "\(option): nobody in practice.yaml has '\(TerminalText.line(tag.text))'"
          + Suggestion.question(tag.text, among: known.sorted().map(\.text)),
        "\(kinds) here: \(Self.list(known))"
      )
    }
  }

  /// The same of languages, by tag or by their English name.
  func unknownLanguages(_ option: String, _ tags: Set<LanguageTag>) -> [(message: String, hint: String)] {
    let known = languages.sorted()
    return tags.sorted().filter { tag in !known.contains { $0.serves(tag) } }.map { tag in
      let named = known.first { $0.englishName.lowercased() == tag.text }
      let question =
        named.map { ": did you mean '\($0.conventional)'?" }
        ?? Suggestion.question(tag.text, among: known.map(\.conventional))
      return (
        "\(option): nobody in practice.yaml speaks '\(TerminalText.line(tag.conventional))'\(question)",
        "languages here: \(IDList.text(known.map { "\($0.conventional) (\($0.englishName))" }))"
      )
    }
  }
}
