import CoverDomain

/// What a letter to a second professional asks for.
struct ReferralPhrase: Sendable {
  let reason: Referral.Reason
  /// Specialties or backgrounds, as far as they may be told.
  let needs: [String]

  private var what: String { needs.isEmpty ? "" : " (\(PlainText.list(needs)))" }

  /// As it follows `asks you`.
  var asked: String {
    switch reason {
    case .secondOpinion: "for a second opinion\(what): to see a client once"
    case .specialist: "to see a client once, as a specialist\(what)"
    case .supervision: "for supervision"
    case .perspective: "to see a client once, as somebody of another background\(what)"
    }
  }
}
