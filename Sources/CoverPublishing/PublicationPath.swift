import CoverDomain

/// The paths of a publication's files, relative to `cover/`.
enum PublicationPath {
  static let practice = "practice.ics"
  static let plan = "plan.json"
  static let summary = "summary.txt"
  static let page = "report.html"
  static let table = "cover.csv"
  static let log = "log.jsonl"
  /// The digests of the other files, as `sha256sum` writes them: it says which files are ours.
  static let manifest = "SHA256SUMS"

  static func calendar(_ id: ClinicianID) -> String { "clinicians/\(PathName.component(id.text)).ics" }
  static func collection(_ id: ClinicianID) -> String { "vdir/\(PathName.component(id.text))" }
  static func item(_ id: ClinicianID, uid: String) -> String { "\(collection(id))/\(PathName.component(uid)).ics" }
  static func changes(_ id: ClinicianID) -> String { "changes/\(PathName.component(id.text)).ics" }
  static func brief(_ id: ClinicianID) -> String { "briefs/\(PathName.component(id.text)).txt" }

  /// A letter to somebody who is asked to see a client, or a clinician.
  static func referral(day: String, about: String, to: String) -> String {
    "referrals/\(day)-\(PathName.component(about))-\(PathName.component(to)).txt"
  }

  /// Without its ending. A withdrawal goes to `former` where somebody else has the event now.
  static func invitation(uid: String, former: ClinicianID? = nil) -> String {
    "invitations/\(PathName.component(uid))" + (former.map { "-\(PathName.component($0.text))" } ?? "")
  }
}
