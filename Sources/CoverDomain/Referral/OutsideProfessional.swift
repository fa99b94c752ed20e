/// The id of a professional outside the practice.
public struct OutsideID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: OutsideID, right: OutsideID) -> Bool { left.text < right.text }
}

/// Somebody outside the practice to whom clients may be referred: no calendar of theirs is known.
public struct OutsideProfessional: Hashable, Sendable {
  public let id: OutsideID
  public var name: String
  public var email: String?
  public var phone: String?
  /// Where letters go to; may have several lines.
  public var address: String?
  public var specialties: Set<Tag> = []
  public var languages: Set<LanguageTag> = [.english]
  public var background: Set<Tag> = []
  /// Where they may practise; none where it is not known.
  public var jurisdictions: Set<Tag> = []
  /// The payers accepted; nil accepts all.
  public var payers: Set<Tag>?
  /// For whoever refers: never in a letter.
  public var note: String?

  public init(id: OutsideID, name: String) {
    self.id = id
    self.name = name
  }
}

/// What is sought in somebody, as far as it can be said without a calendar.
public struct Sought: Hashable, Sendable {
  public var specialties: Set<Tag>
  public var background: Set<Tag>
  public var languages: Set<LanguageTag>
  public var payers: Set<Tag>
  public var jurisdictions: Set<Tag>

  public init(
    specialties: Set<Tag> = [], background: Set<Tag> = [], languages: Set<LanguageTag> = [], payers: Set<Tag> = [],
    jurisdictions: Set<Tag> = []
  ) {
    self.specialties = specialties
    self.background = background
    self.languages = languages
    self.payers = payers
    self.jurisdictions = jurisdictions
  }

  /// What a request seeks, with what its clients need of anybody new.
  public init(_ referral: Referral, clients: [Client]) {
    let isBackground = referral.reason == .perspective
    self.init(
      specialties: isBackground ? [] : referral.needs, background: isBackground ? referral.needs : [],
      languages: Set(clients.compactMap(\.language)), payers: Set(clients.compactMap(\.payer)),
      jurisdictions: Set(clients.compactMap(\.jurisdiction)))
  }

  /// What clients need of anybody new.
  public init(clients: [Client]) {
    self.init(
      specialties: clients.reduce(into: []) { $0.formUnion($1.needs) },
      languages: Set(clients.compactMap(\.language)), payers: Set(clients.compactMap(\.payer)),
      jurisdictions: Set(clients.compactMap(\.jurisdiction)))
  }

  /// Whether that professional has all of it; where a practice does not say where they may practise, that is no bar.
  public func isFound(in professional: OutsideProfessional) -> Bool {
    specialties.isSubset(of: professional.specialties) && background.isSubset(of: professional.background)
      && languages.allSatisfy { wanted in professional.languages.contains { $0.serves(wanted) } }
      && professional.payers.map(payers.isSubset) ?? true
      && (professional.jurisdictions.isEmpty || jurisdictions.isSubset(of: professional.jurisdictions))
  }
}

extension Situation {
  /// Those outside the practice whom the request could be put to where nobody inside can take it, in the order of
  /// practice.yaml. Supervision stays inside.
  public func outside(for referral: Referral) -> [OutsideProfessional] {
    guard referral.reason != .supervision else { return [] }
    let sought = Sought(referral, clients: referral.clients.compactMap { clients[$0] })
    return practice.outside.filter(sought.isFound)
  }

  /// Those outside the practice who have what the session's clients need, in the order of practice.yaml: who may be thought
  /// of where nobody inside can take it. None where nothing in particular is needed, for then a place that treats something
  /// in particular is no answer; none where a client is not to be seen by anybody else, or is not in the register.
  public func outside(for demand: Demand) -> [OutsideProfessional] {
    let ids = demand.session.clients
    let known = ids.compactMap { clients[$0] }
    let sought = Sought(clients: known)
    guard known.count == ids.count, !(sought.specialties.isEmpty && sought.languages.isEmpty),
      !ids.contains(where: { consent(of: $0, to: demand) == .no })
    else { return [] }
    return practice.outside.filter(sought.isFound)
  }
}
