import CoverDomain

/// Clinicians by what an event of the shared leave calendar can name them by.
struct ClinicianIndex: Sendable {
  private let emails: [String: [ClinicianID]]
  private let phrases: [Substring: [(words: [Substring], id: ClinicianID)]]

  init(_ clinicians: [Clinician]) {
    var emails: [String: [ClinicianID]] = [:]
    var phrases: [Substring: [(words: [Substring], id: ClinicianID)]] = [:]
    for clinician in clinicians {
      if let email = clinician.email { emails[email.lowercased(), default: []].append(clinician.id) }
      let name = PersonName(clinician.name)
      for words in Set([name.words, name.turned, Words(clinician.id.text).parts]) {
        if let first = words.first { phrases[first, default: []].append((words, clinician.id)) }
      }
    }
    self.emails = emails
    self.phrases = phrases
  }

  func clinicians(email: String) -> [ClinicianID] { emails[email] ?? [] }

  /// The clinicians whose name or id stands in the text as whole words; of names that begin at one word the longest.
  func clinicians(in text: Words) -> Set<ClinicianID> {
    var found: Set<ClinicianID> = []
    var index = 0
    while index < text.parts.count {
      let here = (phrases[text.parts[index]] ?? []).filter { text.parts[index...].starts(with: $0.words) }
      guard let length = here.map(\.words.count).max() else {
        index += 1
        continue
      }
      found.formUnion(here.filter { $0.words.count == length }.map(\.id))
      index += length
    }
    return found
  }
}
