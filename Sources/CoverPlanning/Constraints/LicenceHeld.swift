import CoverDomain

/// E9: for each client with a jurisdiction, the colleague holds a licence there, not expired on the day.
struct LicenceHeld: ChoiceRule {
  let rule = Rule.licence

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let licences = choice.person(facts).clinician.licences
    return choice.wanted(facts).clients.contains { client in
      guard let jurisdiction = client.jurisdiction else { return false }
      return !licences.contains { licence in
        licence.jurisdiction == jurisdiction && (licence.expires.map { choice.day <= $0 } ?? true)
      }
    }
  }
}
