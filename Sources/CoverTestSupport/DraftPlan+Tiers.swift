import CivilTime
import CoverDomain

extension DraftPlan {
  /// What the tier counts in the covers given so far.
  func count(_ tier: Tier) -> Int {
    let all = situation.demands.compactMap { demand in covers[demand.session.id].map { (demand: demand, cover: $0) } }
    let given = all.filter { $0.cover.by != $0.demand.session.clinician }
    let requests = situation.referrals
    switch tier {
    case .required, .preferred:
      let need: Need = tier == .required ? .required : .preferred
      return situation.demands.count { $0.need == need && covers[$0.session.id] == nil }
    case .stability:
      let published = Array(situation.publishedInWindow.values) + situation.publishedReferralsInWindow.values
      return published.count { published in
        guard let cover = covers[published.session] else { return true }
        return cover.by != published.by || cover.interval.start != published.interval.start
      }
    case .referralUnmet: return requests.count { covers[$0.id] == nil }
    case .referralWait:
      let zone = situation.practice.zone
      return requests.reduce(0) { sum, request in
        sum + (covers[request.id].map { zone.day(of: $0.interval.start) - zone.day(of: request.from) } ?? 0)
      }
    case .ownClinician: return given.count
    case .continuity:
      struct Key: Hashable {
        let client: ClientID
        let absence: Absence?
      }
      var met: [Key: Set<ClinicianID>] = [:]
      for (demand, cover) in given {
        for client in demand.session.clients {
          met[Key(client: client, absence: demand.absence), default: []].insert(cover.by)
        }
      }
      return met.reduce(0) { sum, entry in
        let known = entry.key.absence.flatMap { situation.met(in: $0)[entry.key.client] } ?? []
        return sum + (known.isEmpty ? entry.value.count - 1 : entry.value.subtracting(known).count)
      }
    case .sameTime:
      return all.count { $0.cover.interval.start != $0.demand.session.interval.start }
    case .preference:
      return given.reduce(0) { sum, entry in
        guard let colleague = situation.practice.clinician(entry.cover.by) else { return sum }
        let wishes = entry.demand.session.clients.flatMap { situation.clients[$0]?.prefers ?? [] }
        return sum + wishes.count { !fulfils(colleague, $0) }
      }
    case .fairness:
      var load = situation.lookBackLoad
      for (_, cover) in given { load[cover.by, default: 0] += 1 }
      return situation.practice.clinicians.reduce(0) { sum, clinician in
        let count = load[clinician.id] ?? 0
        return sum + clinician.fairnessWeight * count * count
      }
    }
  }

  private func fulfils(_ clinician: Clinician, _ wish: Tag) -> Bool {
    clinician.specialties.contains(wish) || clinician.background.contains(wish) || clinician.gender == wish
      || Tag(clinician.id.text) == wish
      || clinician.languages.contains { language in LanguageTag(wish.text).map(language.serves) ?? false }
  }
}
