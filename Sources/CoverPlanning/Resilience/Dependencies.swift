import CivilTime
public import CoverDomain

/// What clients need and one person alone offers, or nobody, on the first day of the window.
///
/// Only who takes cover and is employed counts as offering it: whoever is away has to be covered by another. Clients
/// whom nobody sees in the window count for nothing.
public struct Dependencies: Sendable {
  private let situation: Situation
  private let day: Day
  private let clients: [Client]
  private let clinicians: [Clinician]

  public init(situation: Situation) {
    self.situation = situation
    day = situation.window.from
    let seen = Set(
      situation.diaries.values.flatMap(\.sessions).filter { situation.window.interval.contains($0.interval.start) }
        .flatMap(\.clients))
    clients = situation.clients.values.filter { seen.contains($0.id) && $0.cover != .none }.sorted { $0.id < $1.id }
    clinicians = situation.practice.clinicians.filter { [day] in $0.takesCover && $0.isEmployed(on: day) }
  }

  public func all() -> [Resilience.Dependency] {
    Resilience.Dependency.Kind.allCases.flatMap { kind in
      words(kind).compactMap { word, clients -> Resilience.Dependency? in
        let holders = clinicians.filter { offers($0, kind, word) }
        guard holders.count <= 1 else { return nil }
        return Resilience.Dependency(kind: kind, word: word, holder: holders.first?.id, clients: clients)
      }.sorted {
        ($0.holder == nil ? 0 : 1, -$0.clients.count, $0.word) < ($1.holder == nil ? 0 : 1, -$1.clients.count, $1.word)
      }
    }
  }

  /// What is needed, and by whom.
  private func words(_ kind: Resilience.Dependency.Kind) -> [(String, [ClientID])] {
    var needed: [String: [ClientID]] = [:]
    for client in clients {
      let words: [String] =
        switch kind {
        case .specialty: client.needs.map(\.text)
        case .language: client.language.map { [$0.text] } ?? []
        case .licence: client.jurisdiction.map { [$0.text] } ?? []
        case .payer: client.payer.map { [$0.text] } ?? []
        }
      for word in words { needed[word, default: []].append(client.id) }
    }
    return needed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func offers(_ clinician: Clinician, _ kind: Resilience.Dependency.Kind, _ word: String) -> Bool {
    switch kind {
    case .specialty: clinician.specialties.contains(Tag(word))
    case .language: LanguageTag(word).map { wanted in clinician.languages.contains { $0.serves(wanted) } } ?? false
    case .licence:
      clinician.licences.contains { $0.jurisdiction == Tag(word) && ($0.expires.map { day <= $0 } ?? true) }
    case .payer: clinician.payers?.contains(Tag(word)) ?? true
    }
  }
}
