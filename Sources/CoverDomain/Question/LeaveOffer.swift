public import CivilTime

/// Days on which somebody could be away, with what that would cost.
public struct LeaveOffer: Hashable, Sendable {
  public let days: ClosedRange<Day>
  public let comparison: Comparison
  /// Sessions of theirs that those days would affect.
  public let affected: Int

  public init(clinician: ClinicianID, days: ClosedRange<Day>, comparison: Comparison) {
    self.days = days
    self.comparison = comparison
    affected = comparison.entries.count { $0.session.clinician == clinician && $0.before == nil && $0.after != nil }
  }

  /// What is compared between offers, least first: sessions that must be covered and are not, sessions that should be,
  /// published cover that changes, and how many clients' sessions are touched at all; then the remaining tiers.
  public var cost: [Int] {
    let first: [Tier] = [.required, .preferred, .stability]
    return first.map { comparison.change($0).difference } + [affected]
      + comparison.tiers.filter { !first.contains($0.tier) }.map(\.difference)
  }
}
