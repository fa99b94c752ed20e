/// Words of titles that say what kind of session it is or lead to a name, and are none themselves; folded.
enum SessionWords {
  /// Whether the word says no more than that there is a session, and of what kind.
  static func contains(_ word: Substring) -> Bool { words.contains(word) || AppointmentWords.contains(word) }

  /// Whether the title says that there is a session: then a guest of it is a client.
  static func isNamed(in title: Words) -> Bool { title.parts.contains { strong.contains($0) } }

  private static let strong: Set<Substring> = [
    "session", "sessions", "appointment", "appt", "therapy", "psychotherapy", "counselling", "counseling",
    "consultation",
    "assessment", "client", "patient", "emdr", "cbt", "intake", "sitzung", "therapie", "termin", "seance", "sesion",
    "cita",
    "rdv", "sesja", "wizyta", "coaching", "treatment",
  ]

  private static let words: Set<Substring> = strong.union([
    "individual", "individuals", "couple", "couples", "family", "dbt", "mbct", "ipt", "followup", "f2f", "remote",
    "telephone", "tel", "skype", "facetime", "doxy", "teams", "meet", "paid", "confirmed", "unconfirmed", "weekly",
    "fortnightly",
    "biweekly", "monthly", "1to1", "psychology", "supervised", "einzel", "einzelsitzung", "paar", "paarsitzung", "face",
    "first", "final", "mit", "avec", "con", "z", "w", "fur", "pour", "para", "dla", "re", "ft", "regular",
    "slot",
    "hr", "hour", "double", "single", "extended", "sitzungen", "erstgesprach", "seances",
  ])
}
