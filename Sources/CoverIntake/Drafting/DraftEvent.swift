import CivilTime
import CoverDomain

/// An event of a clinician's calendar that takes up a part of a day, with its occurrences in the time that is looked at.
struct DraftEvent: Sendable {
  /// Somebody invited who is none of the practice.
  struct Guest: Hashable, Sendable {
    /// Lower case.
    let email: String
    /// On one line; nil where the calendar gives none.
    let name: String?
  }

  /// Whose calendar it stands in: the position of its group.
  let owner: Int
  let uid: String?
  /// On one line.
  let title: String
  let reading: TitleReading
  /// The ids of X-PLAN-COVER-CLIENT.
  let named: [String]
  let guests: [Guest]
  /// Whether other people of the practice are invited.
  let hasColleagues: Bool
  let location: String
  let isOnline: Bool
  let source: Source
  /// Sorted, never empty.
  let occurrences: [Interval]
}
