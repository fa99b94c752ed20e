public import CivilTime
public import CoverDomain

/// The UID of a request for a second professional that plan-cover writes: the same for the same request, and a digest, so
/// that it tells nothing of a client.
public enum RequestIdentity {
  private static let domain = "@plan-cover.invalid"

  /// - Parameters:
  ///   - days: of its window.
  public static func uid(
    of clinician: ClinicianID, _ reason: Referral.Reason, _ clients: [ClientID], _ needs: Set<Tag>,
    days: ClosedRange<Day>
  ) -> String {
    let parts =
      [clinician.text, reason.rawValue, days.lowerBound.iso8601, days.upperBound.iso8601]
      + clients.sorted().map(\.text) + ["needs"] + needs.sorted().map(\.text)
    // Lengths part the pieces, so that no two lists of pieces make one text.
    return "request-" + TextDigest.short(parts.map { "\($0.utf8.count):\($0)" }.joined()) + domain
  }
}
