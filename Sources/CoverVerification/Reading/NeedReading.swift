import CoverDomain

/// What a session calls for, from the register, the rules and what was decided.
struct NeedReading: Sendable {
  let clients: [ClientID: Client]
  let rules: PracticeRules

  /// The strongest need of the session's clients.
  func need(of session: Session, in absence: AbsenceRun, _ decisions: SessionDecisions) -> Need {
    var strongest = Need.none
    for client in session.clients {
      var need = self.need(of: client, absenceDays: absence.dayCount)
      if need > .wait, decisions.waits(client) { need = .wait }
      strongest = max(strongest, need)
    }
    return strongest
  }

  private func need(of id: ClientID, absenceDays: Int) -> Need {
    let client = clients[id]
    switch client?.cover ?? .auto {
    case .required: return .required
    case .preferred: return .preferred
    case .wait: return .wait
    case .none: return .none
    case .auto:
      if client?.risk == .high { return .required }
      return absenceDays < rules.waitIfShorterThanDays ? .wait : .preferred
    }
  }
}
