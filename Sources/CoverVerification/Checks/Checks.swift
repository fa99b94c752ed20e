import CoverDomain

/// A rule on who may take a session: E1 to E14.
protocol CoverCheck: Sendable {
  /// Why the rule does not let the cover stand; nil where it holds.
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
}

/// A rule on covers beside one another: P1 to P4.
protocol BesideCheck: Sendable {
  /// Why the rule does not let the cover be added to those of the book; nil where it holds.
  func objection(to cover: GivenCover, beside book: CoverBook, _ facts: Facts) -> Objection?
}

/// Every rule that a cover is held against. Each has a file of its name.
enum Checks {
  static let ofCovers: [any CoverCheck] = [
    TakesCover(), OnLeave(), WorkingHours(), Busy(), BreakBetween(), SpecialtyNeeded(), LanguageSpoken(), PlaceOfWork(),
    LicenceHeld(), PayerAccepted(), Avoid(), Consent(), Level(), Declined(),
  ]

  /// R1 to R3.
  private static let ofRequests: [any CoverCheck] = [Independence(), Supervisor(), Background()]
  /// E6 to E11 ask what a client needs of somebody new, and no client comes to supervision.
  private static let ofSupervision: [any CoverCheck] = [
    TakesCover(), OnLeave(), WorkingHours(), Busy(), BreakBetween(), Consent(), Level(), Declined(), Supervisor(),
  ]
  /// A clinician's own session at another time.
  private static let ofOwnSessions: [any CoverCheck] = [
    TakesCover(), OnLeave(), WorkingHours(), Busy(), BreakBetween(), Avoid(), Declined(),
  ]

  static let ofBooks: [any BesideCheck] = [
    OnePlace(), DayLimit(), WeekLimit(), CoverDayLimit(), CoverWeekLimit(), ClientOnce(),
  ]

  /// E1 to E14, in their order. Somebody who is not in the practice takes no cover.
  static func objections(to given: GivenCover, _ facts: Facts) -> [Objection] {
    guard let affected = given.affected else { return [] }
    guard let colleague = facts.people[given.by] else {
      return [Objection(.takesCover, "\(given.by) is not in the practice")]
    }
    return checks(of: given).compactMap { $0.objection(to: affected, by: colleague, given, facts) }
  }

  private static func checks(of given: GivenCover) -> [any CoverCheck] {
    guard let referral = given.referral else { return given.isOwn ? ofOwnSessions : ofCovers }
    return referral.reason == .supervision ? ofSupervision : ofCovers + ofRequests
  }

  /// P1 to P4, in their order.
  static func objections(to given: GivenCover, beside book: CoverBook, _ facts: Facts) -> [Objection] {
    ofBooks.compactMap { $0.objection(to: given, beside: book, facts) }
  }
}

extension Facts {
  /// Those of the clients whom the register holds.
  func registered(_ ids: [ClientID]) -> [Client] { ids.compactMap { clients[$0] } }
}
