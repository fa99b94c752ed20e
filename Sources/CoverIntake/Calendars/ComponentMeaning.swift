import CoverDomain

/// What a component of a calendar means, before its times are looked at.
enum ComponentMeaning: Hashable, Sendable {
  case session([ClientID], Place)
  /// Somebody's leave, in leave.ics perhaps that of several.
  case leave([ClinicianID])
  case busy
  case free
  case closure
  case referral(Request)
  /// VFREEBUSY: each of its periods has a meaning of its own.
  case periods
  /// VAVAILABILITY.
  case availability
  case notUnderstood(reason: String, hint: String?)

  /// Where its occurrences count in the ledger.
  var ledgerKind: LedgerKind {
    switch self {
    case .session: .session
    case .leave: .leave
    case .busy: .busy
    case .free, .periods, .availability: .free
    case .closure: .closure
    case .referral: .referral
    case .notUnderstood: .notUnderstood
    }
  }
}
