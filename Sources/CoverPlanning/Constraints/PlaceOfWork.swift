import CoverDomain

/// E8: in person, the colleague works at the session's site; online, the colleague works online.
struct PlaceOfWork: ChoiceRule {
  let rule = Rule.place

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let clinician = choice.person(facts).clinician
    switch choice.wanted(facts).session.place {
    case .site(let site): return !clinician.sites.contains(site)
    case .online: return !clinician.online
    case .open: return false
    }
  }
}
