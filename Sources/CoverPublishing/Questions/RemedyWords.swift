import CoverDomain

/// Sets of changes as the summary, the page and the terminal say them.
enum RemedyWords {
  /// `Ben Lee works until 18:00 on Tue 22 Dec, and Ben Lee has emdr (1 other session then changes colleague)`. Who takes
  /// the session is said where the changes do not name them.
  static func line(_ remedy: Gap.Remedy, of session: SessionID, _ names: Names) -> String {
    let isNamed = remedy.suppositions.isEmpty || remedy.suppositions.contains { $0.clinician == remedy.colleague }
    let others = remedy.covers.keys.count { $0 != session }
    var notes = isNamed ? [] : ["\(names.clinician(remedy.colleague)) then takes it"]
    if others > 0 {
      notes.append("\(PlainText.count(others, "other session")) then \(others == 1 ? "changes" : "change") colleague")
    }
    return changes(remedy.changes) + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  /// `2 changes cover 4 of the 5: …`.
  static func line(_ step: Help.Step, of gaps: Int) -> String {
    let number = step.suppositions.count
    return
      "\(PlainText.count(number, "change")) \(number == 1 ? "covers" : "cover") \(step.sessions.count) of the \(gaps):"
      + " \(changes(step.changes))"
  }

  private static func changes(_ changes: [String]) -> String {
    changes.map(PlainText.oneLine).joined(separator: ", and ")
  }
}
