/// Words for leave that practices use and that are no words for it everywhere: a draft adds those that it sees.
enum ForeignLeaveWords {
  private static let phrases: PhraseIndex<String> = [
    "away", "day off", "days off", "off work", "a/l", "pto", "toil", "bereavement", "compassionate leave",
    "urlaub", "ferien", "krank",
    "elternzeit", "mutterschutz", "fortbildung", "abwesend", "congé", "congés", "vacances", "absent", "absente",
    "maladie",
    "formation", "vacaciones", "permiso", "baja", "ausente", "formación", "urlop", "zwolnienie", "szkolenie",
    "nieobecność", "vakantie", "verlof",
    "ziek", "ferie", "malattia", "férias", "إجازة",
  ].reduce(into: PhraseIndex()) { $0.add(Words($1).parts, $1) }

  static func found(in title: Words) -> [String] { phrases.matches(in: title.parts).flatMap(\.values) }
}
