import CoverDomain

/// A session that does not take place as usual, and what it calls for.
struct AffectedSession: Sendable {
  let session: Session
  /// What takes the clinician away; nil where only the practice is closed.
  let absence: AbsenceRun?
  let isClosed: Bool
  let need: Need
  /// The session of another clinician that is the same appointment and stands for it.
  let sharedWith: SessionID?
  /// What people have decided about it.
  let decisions: SessionDecisions

  var wantsCover: Bool { need == .required || need == .preferred }
}
