/// Why colleagues cannot take a session or a request, in a manager's words: what they lack and do not speak by name.
public struct ObstacleWords: Sendable {
  private let practice: Practice
  private let sought: Sought

  public init(practice: Practice, sought: Sought) {
    self.practice = practice
    self.sought = sought
  }

  /// Of the demand's clients.
  public init(_ situation: Situation, _ demand: Demand) {
    self.init(
      practice: situation.practice, sought: Sought(clients: demand.session.clients.compactMap { situation.clients[$0] })
    )
  }

  /// Of the request and its clients.
  public init(_ situation: Situation, _ referral: Referral) {
    self.init(
      practice: situation.practice,
      sought: Sought(referral, clients: referral.clients.compactMap { situation.clients[$0] }))
  }

  /// A phrase for each rule: `is busy then`, `lacks emdr`; of several colleagues as many say it: `are busy then`.
  public func phrases(_ rules: [Rule], of colleague: ClinicianID, several: Bool = false) -> [String] {
    rules.map { phrase($0, of: practice.clinician(colleague), several) }
  }

  /// The same of all of them, each of whom breaks each of the rules: what not all of them lack stands with `or`.
  public func phrases(_ rules: [Rule], ofEach colleagues: [ClinicianID]) -> [String] {
    rules.map { rule in
      let missing = Set(colleagues.compactMap { practice.clinician($0) }.flatMap { self.missing(rule, in: $0) })
        .sorted()
      let isShared =
        Set(colleagues.map { id in practice.clinician(id).map { self.missing(rule, in: $0) } ?? [] }).count < 2
      return phrase(rule, missing: missing, joined: isShared ? " and " : " or ", false)
    }
  }

  private func phrase(_ rule: Rule, of colleague: Clinician?, _ several: Bool) -> String {
    phrase(rule, missing: colleague.map { missing(rule, in: $0) } ?? [], joined: " and ", several)
  }

  private func phrase(_ rule: Rule, missing: [String], joined: String, _ several: Bool) -> String {
    let list = missing.joined(separator: joined)
    switch rule {
    case _ where missing.isEmpty: return several ? rule.obstacleOfSeveral : rule.obstacle
    case .specialty: return "\(several ? "lack" : "lacks") \(list)"
    case .language: return "\(several ? "do" : "does") not speak \(list)"
    default: return several ? rule.obstacleOfSeveral : rule.obstacle
    }
  }

  /// What is sought under that rule and the clinician has not, sorted.
  private func missing(_ rule: Rule, in clinician: Clinician) -> [String] {
    switch rule {
    case .specialty: sought.specialties.subtracting(clinician.specialties).map(\.text).sorted()
    case .language:
      sought.languages.filter { wanted in !clinician.languages.contains { $0.serves(wanted) } }.map(\.englishName)
        .sorted()
    default: []
    }
  }
}

extension Rule {
  /// `obstacle` of several colleagues: `are busy then`.
  public var obstacleOfSeveral: String {
    switch self {
    case .level: return "are trainees"
    case .independence: return "supervise, or are supervised by, who asks"
    default: break
    }
    let verbs = ["is": "are", "has": "have", "does": "do", "takes": "take", "lacks": "lack", "covers": "cover"]
    let words = obstacle.split(separator: " ", maxSplits: 1)
    guard let first = words.first, let plural = verbs[String(first)] else { return obstacle }
    return ([plural] + words.dropFirst().map(String.init)).joined(separator: " ")
  }
}
