import CoverDomain

/// What people have decided about one session, in the order in which they did.
///
/// A decision is narrowed by each of client, session and absence that it names; one that names none means everything.
struct SessionDecisions: Sendable {
  private let decisions: [Decision]

  init(_ all: [Decision], about session: Session, _ absence: AbsenceRun?) {
    decisions = all.filter { Self.concerns($0, session, absence) }
  }

  /// The decisions, numbered in their order, by the client whom they name; nil for none.
  typealias Shelves = [ClientID?: [EnumeratedSequence<[Decision]>.Element]]

  /// The same where the decisions have been put onto shelves: whoever has thousands of clients has thousands of decisions.
  init(_ shelves: Shelves, about session: Session, _ absence: AbsenceRun?) {
    let named = Set(session.clients).flatMap { shelves[$0] ?? [] } + (shelves[ClientID?.none] ?? [])
    self.init(
      named.sorted { $0.offset < $1.offset }.map(\.element), about: session, absence)
  }

  static func shelves(_ all: [Decision]) -> Shelves { Dictionary(grouping: all.enumerated(), by: \.element.client) }

  /// Whether the decision speaks of the session in that absence.
  static func concerns(_ decision: Decision, _ session: Session, _ absence: AbsenceRun?) -> Bool {
    switch decision.kind {
    case .leave, .sent: return false
    case .assign, .forbid, .wait, .told, .consented: break
    }
    if let named = decision.session, named != session.id { return false }
    if let client = decision.client, session.clients.allSatisfy({ $0 != client }) { return false }
    guard let day = decision.absence else { return true }
    guard let absence, absence.clinician == day.clinician else { return false }
    return absence.firstDay <= day.day && day.day <= absence.lastDay
  }

  /// Whether the client's part in the session waits.
  func waits(_ client: ClientID) -> Bool {
    decisions.contains { $0.kind == .wait && ($0.client == nil || $0.client == client) }
  }

  /// Whether any client's part in it waits.
  var hasWait: Bool { decisions.contains { $0.kind == .wait } }

  /// Whether the client's consent to cover of the session is recorded.
  func hasConsented(_ client: ClientID) -> Bool {
    decisions.contains { $0.kind == .consented && ($0.client == nil || $0.client == client) }
  }

  func forbids(_ colleague: ClinicianID) -> Bool { decisions.contains { $0.kind == .forbid(colleague) } }

  /// The colleague to whom the session was last assigned.
  var assigned: ClinicianID? {
    var colleague: ClinicianID?
    for decision in decisions { if case .assign(let chosen) = decision.kind { colleague = chosen } }
    return colleague
  }

  /// Whether a client of the session has been told about this cover, and not about one that it has replaced since.
  func isTold(of cover: PublishedCover) -> Bool {
    decisions.contains { decision in
      guard decision.kind == .told else { return false }
      if let told = decision.at, let since = cover.since, told < since { return false }
      return true
    }
  }
}
