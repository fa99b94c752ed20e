/// Titles that say that an appointment does not take place, as people and record systems write them into an event that
/// itself still stands. Such an event stays a session: a title is no cancellation, and a person has to settle it.
enum CancelledTitles {
  private static let phrases: PhraseIndex<Bool> = [
    "cancelled", "canceled", "cancellation", "did not attend", "dna", "no show", "noshow", "abgesagt", "annulé",
    "annulée", "cancelado", "cancelada", "annullato", "geannuleerd",
  ].reduce(into: PhraseIndex()) { $0.add(Words($1).parts, true) }

  static func marks(_ title: Words) -> Bool { !phrases.matches(in: title.parts).isEmpty }
}
