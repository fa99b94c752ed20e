/// Words that say that there is an appointment, and not with whom.
enum AppointmentWords {
  private static let words: Set<Substring> = [
    "appointment", "appointments", "appt", "apt", "booking", "booked", "busy", "call", "client", "clients", "consult",
    "consultation", "counselling", "counseling", "follow", "for", "hold", "in", "initial", "intake", "meeting", "min",
    "mins", "minutes", "new", "of", "online", "patient", "person", "phone", "private", "reserved", "review", "session",
    "sessions", "telehealth", "the", "therapy", "untitled", "up", "video", "visit", "with", "zoom",
  ]

  /// Whether the word (folded) is one of them, or begins with a digit.
  static func contains(_ word: Substring) -> Bool {
    words.contains(word) || word.utf8.first.map { (48...57).contains($0) } ?? true
  }

  /// Whether a title says nothing but that there is an appointment: what is true of it is true of a thousand others. A
  /// number of three digits or more may be somebody's.
  static func isAll(of title: Words) -> Bool {
    title.parts.allSatisfy { contains($0) && $0.utf8.prefix { (48...57).contains($0) }.count < 3 }
  }
}
