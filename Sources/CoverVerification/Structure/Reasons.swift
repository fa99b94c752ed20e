import CoverDomain

/// A gap names every colleague once, with rules that truly stand in the way; and where a tier is called proven, no
/// colleague could simply take the session.
struct Reasons {
  let facts: Facts
  let book: CoverBook
  let tiers: [TierResult]

  func breaches(_ affected: AffectedSession, _ gap: Gap) -> [Breach] {
    let id = affected.session.id
    var breaches: [Breach] = []
    let colleagues = facts.clinicians.map(\.id).filter { $0 != affected.session.clinician }
    if gap.why.map(\.colleague).sorted() != colleagues.sorted() {
      breaches.append(Breach(.wrongReason, session: id, "\(id): the reasons do not name every colleague once"))
    }
    let named = Dictionary(gap.why.map { ($0.colleague, $0.rules) }, uniquingKeysWith: { first, _ in first })
    for colleague in colleagues {
      let given = GivenCover(affected, by: colleague, interval: affected.session.interval)
      let objections =
        Checks.objections(to: given, facts) + Checks.objections(to: given, beside: book, facts)
      let truths = Set(objections.map(\.rule))
      if let untrue = named[colleague]?.first(where: { !truths.contains($0) }) {
        breaches.append(
          Breach(
            .wrongReason, session: id, colleague: colleague,
            "\(id): \(untrue.rawValue) does not keep \(colleague) from it"))
      } else if let first = objections.first, named[colleague]?.isEmpty ?? false {
        breaches.append(
          Breach(
            .wrongReason, session: id, colleague: colleague,
            "\(id): nothing is said to keep \(colleague) from it, and \(first.rule.rawValue) does"))
      }
      if truths.isEmpty, isCalledBest(affected.need) {
        breaches.append(
          Breach(
            .notBest, session: id, colleague: colleague,
            "\(id) is left uncovered in a plan that is called best, and \(colleague) could take it"))
      }
    }
    return breaches
  }

  private func isCalledBest(_ need: Need) -> Bool {
    let tier = need == .required ? Tier.required : .preferred
    return tiers.first { $0.tier == tier }?.isProven ?? false
  }
}
