import ArgumentParser
import CoverDomain
import CoverIntake

/// Specialties or backgrounds on the command line, parted by commas: `emdr,trauma`.
struct TagList: ExpressibleByArgument {
  let tags: Set<Tag>

  init(argument: String) {
    tags = Set(argument.split { ",;".contains($0) }.map { Tag(String($0)) }.filter { !$0.text.isEmpty })
  }
}

/// What the clinicians of a practice and the professionals outside it have.
struct KnownTags {
  let specialties: Set<Tag>
  let backgrounds: Set<Tag>

  init(_ practice: Practice) {
    specialties = Set(practice.clinicians.flatMap(\.specialties) + practice.outside.flatMap(\.specialties))
    backgrounds = Set(practice.clinicians.flatMap(\.background) + practice.outside.flatMap(\.background))
  }

  /// `emdr, trauma`, or that there are none.
  static func list(_ tags: Set<Tag>) -> String {
    tags.isEmpty ? "none, practice.yaml names none" : TargetFinder.list(tags.sorted().map(\.text))
  }

  /// What is wrong with those that nobody has, with what was probably meant and what there is.
  func unknown(
    _ option: String, _ tags: Set<Tag>, among kind: KeyPath<KnownTags, Set<Tag>>
  ) -> [(message: String, hint: String)] {
    let known = self[keyPath: kind]
    let kinds = kind == \KnownTags.backgrounds ? "backgrounds" : "specialties"
    return tags.subtracting(known).sorted().map { tag in
      (
        "\(option): nobody in practice.yaml has '\(TerminalText.line(tag.text))'"
          + Suggestion.question(tag.text, among: known.sorted().map(\.text)),
        "\(kinds) here: \(Self.list(known))"
      )
    }
  }
}
