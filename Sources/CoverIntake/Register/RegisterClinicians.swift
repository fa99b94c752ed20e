import CoverDomain

/// The clinicians as a register may name them.
struct RegisterClinicians {
  let ids: [String]
  /// Lower case.
  let specialties: Set<String>
  /// What an entry of `prefers` can be met by, lower case.
  let preferable: Set<String>
  private let known: [String: ClinicianID]

  /// Who is one of these is neither known nor a mistake.
  let refused: RefusedClinicians

  init(_ practice: Practice, refused: RefusedClinicians) {
    self.refused = refused
    ids = practice.clinicians.map(\.id.text)
    specialties = Set(practice.clinicians.flatMap { $0.specialties.map(\.text) })
    preferable = Set(
      practice.clinicians.flatMap { clinician -> [String] in
        [clinician.id.text.lowercased()] + clinician.specialties.map(\.text) + clinician.languages.map(\.text)
          + clinician.background.map(\.text) + (clinician.gender.map { [$0.text] } ?? [])
      })
    var known: [String: ClinicianID?] = [:]
    for clinician in practice.clinicians {
      for name in Set([clinician.name, clinician.email ?? clinician.name].map { $0.lowercased() }) {
        // Two people of one name are told apart by id alone.
        known[name] = known.keys.contains(name) ? .some(nil) : clinician.id
      }
    }
    var found = known.compactMapValues { $0 }
    for clinician in practice.clinicians { found[clinician.id.text] = clinician.id }
    self.known = found
  }

  /// By id, else by whole name or email in any case.
  func id(of text: String) -> ClinicianID? { known[text] ?? known[text.lowercased()] }
}
