import CivilTime
import CoverDomain

/// Whose calendar an event is written for: what each sees of it.
enum EventReader: Hashable, Sendable {
  /// The practice: everything.
  case practice
  /// A clinician: as the colleague who gives cover (blocking, without clients whose consent is not recorded), or as
  /// the one who is looked after (free time).
  case clinician(ClinicianID)

  /// Whether the reader is the one who gives the cover.
  func gives(_ event: CoverEvent) -> Bool {
    if case .clinician(let id) = self { event.by == id } else { false }
  }

  func clients(of event: CoverEvent) -> [ClientID] {
    switch self {
    case .practice: event.clients
    case .clinician(let id): id == event.absent ? event.clients : event.disclosed
    }
  }

  /// A contact is to be reached, not to sit and wait: whole days never block a calendar. Of the rest the absent
  /// clinician's calendar shows who gives the cover, and only a handover is theirs to attend.
  func isTransparent(_ event: CoverEvent) -> Bool {
    if event.kind == .contact { return true }
    if case .clinician(let id) = self, id != event.by { return event.kind != .handover && event.reason != .supervision }
    return false
  }

  /// What the event is called: ids, and nothing else of anybody.
  func summary(of event: CoverEvent) -> String {
    let absent = event.absent.text
    let by = event.by.text
    switch event.kind {
    case .cover:
      let named = clients(of: event).map(\.text).joined(separator: ", ")
      let client = named.isEmpty ? "a client" : named
      if event.isOwnMove {
        return self == .practice ? "\(by) sees \(client) at another time" : "\(client), at another time"
      }
      switch self {
      case .practice: return "Cover for \(absent) by \(by): \(client)"
      case .clinician(let id): return id == event.by ? "Cover for \(absent): \(client)" : "\(by) sees \(client)"
      }
    case .contact:
      if let supervisee = event.supervisee?.text {
        switch self {
        case .clinician(let id) where id == event.by: return "Supervisor of \(supervisee) for \(absent)"
        case .clinician(let id) where id == event.supervisee: return "\(by) is your supervisor for \(absent)"
        default: return "\(by) supervises \(supervisee) for \(absent)"
        }
      }
      switch self {
      case .clinician(let id) where id == event.by: return "Contact for \(absent)"
      default: return "\(by) is the contact for \(absent)"
      }
    case .referral:
      let named = clients(of: event).map(\.text).joined(separator: ", ")
      if event.reason == .supervision {
        let about = named.isEmpty ? "" : ": \(named)"
        switch self {
        case .practice: return "Supervision of \(absent) by \(by)\(about)"
        case .clinician(let id): return "Supervision with \(id == event.by ? absent : by)\(about)"
        }
      }
      let client = named.isEmpty ? "a client" : named
      switch self {
      case .practice: return "\(by) sees \(client) for \(absent)"
      case .clinician(let id): return id == event.by ? "Asked by \(absent): \(client)" : "\(by) sees \(client)"
      }
    case .handover:
      let word = event.isHandback ? "Handback" : "Handover"
      switch self {
      case .practice: return "\(word): \(absent) and \(by)"
      case .clinician(let id): return "\(word) with \(id == event.by ? absent : by)"
      }
    }
  }
}
