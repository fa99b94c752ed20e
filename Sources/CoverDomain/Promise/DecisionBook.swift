/// Decisions by what they name, so that those about one session are found among thousands.
public struct DecisionBook: Sendable {
  private let all: [Decision]
  // Positions in `all`. Each decision stands once: with its client, else with its session, else with whoever is away; leave,
  // which names none of them, nowhere. Of a letter that was sent the absence counts, whatever session is named beside it.
  private let ofClient: [ClientID: [Int]]
  private let ofSession: [SessionID: [Int]]
  private let ofAbsence: [ClinicianID: [Int]]

  init(_ all: [Decision]) {
    self.all = all
    var ofClient: [ClientID: [Int]] = [:]
    var ofSession: [SessionID: [Int]] = [:]
    var ofAbsence: [ClinicianID: [Int]] = [:]
    for (position, decision) in all.enumerated() {
      if let client = decision.client {
        ofClient[client, default: []].append(position)
      } else if let session = decision.session, !decision.isLetter {
        ofSession[session, default: []].append(position)
      } else if let absence = decision.absence {
        ofAbsence[absence.clinician, default: []].append(position)
      }
    }
    self.ofClient = ofClient
    self.ofSession = ofSession
    self.ofAbsence = ofAbsence
  }

  /// The decisions that concern the session, in their order; `absence` is the one that affects it.
  public func concerning(_ session: Session, in absence: Absence?) -> [Decision] {
    let named = Set(session.clients.flatMap { ofClient[$0] ?? [] })
    let others = (ofSession[session.id] ?? []) + (absence.flatMap { ofAbsence[$0.clinician] } ?? [])
    return (named + others).sorted().map { all[$0] }.filter { $0.concerns(session, in: absence) }
  }

  /// Those among them that say that the client was told.
  public func tellings(_ client: ClientID, of session: Session, in absence: Absence?) -> [Decision] {
    concerning(session, in: absence).filter { $0.kind == .told && ($0.client == nil || $0.client == client) }
  }

  /// Whether that letter about the absence has gone out to the client.
  public func isSent(_ letter: Decision.Letter, to client: ClientID, about absence: Absence) -> Bool {
    ((ofClient[client] ?? []) + (ofAbsence[absence.clinician] ?? [])).contains {
      all[$0].isSent(letter, to: client, about: absence)
    }
  }
}

extension Decision {
  fileprivate var isLetter: Bool { if case .sent = kind { true } else { false } }
}
