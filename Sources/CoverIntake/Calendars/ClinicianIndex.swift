import CoverDomain

/// Clinicians by what an event of the shared leave calendar can name them by.
struct ClinicianIndex: Sendable {
  private let emails: [String: [ClinicianID]]
  private let phrases: PhraseIndex<ClinicianID>

  init(_ clinicians: [Clinician]) {
    var emails: [String: [ClinicianID]] = [:]
    var phrases = PhraseIndex<ClinicianID>()
    for clinician in clinicians {
      if let email = clinician.email { emails[email.lowercased(), default: []].append(clinician.id) }
      let name = PersonName(clinician.name)
      for words in Set([name.words, name.spelledOut ?? [], Words(clinician.id.text).parts] + name.turned) {
        phrases.add(words, clinician.id)
      }
    }
    self.emails = emails
    self.phrases = phrases
  }

  func clinicians(email: String) -> [ClinicianID] { emails[email] ?? [] }

  /// The clinicians whose name or id stands in the text as whole words; of names that begin at one word the longest.
  func clinicians(in text: Words) -> Set<ClinicianID> {
    Set(phrases.matches(in: text.parts).flatMap(\.values))
  }
}
