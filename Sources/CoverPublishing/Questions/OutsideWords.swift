import CoverDomain

/// That somebody outside the practice could be thought of where nobody inside can take a session.
enum OutsideWords {
  /// So many are named.
  private static let most = 3

  /// `outside the practice: Portwick Trauma Centre has what is needed; ask there first`; nil for nobody.
  static func line(_ professionals: [OutsideProfessional]) -> String? {
    guard !professionals.isEmpty else { return nil }
    let more = professionals.count - most
    let names =
      professionals.prefix(most).map { PlainText.oneLine($0.name) } + (more > 0 ? ["\(more) more"] : [])
    let have = professionals.count == 1 ? "has" : "have"
    return "outside the practice: \(PlainText.list(names)) \(have) what is needed; ask there first"
  }
}
