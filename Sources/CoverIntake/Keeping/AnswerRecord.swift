public import CivilTime
public import CoverDomain
import CoverIdentity

/// A file of replies/ that holds answers to our invitations and nothing else.
public struct AnswerRecord: Hashable, Sendable {
  /// Relative to the practice folder. Whoever saved it named it: it may say anything.
  public let path: String
  /// The UIDs of the events that are answered, sorted.
  public let uids: [String]
  /// Those who answered, sorted; without strangers.
  public let colleagues: [ClinicianID]
  /// When the last of the events is over; nil where one of them does not say when it is.
  public let end: Instant?

  /// One for each file of answers to events of ours, by path.
  static func all(
    _ folder: RepliesFolder, publication: PublicationFile, diaries: [ClinicianID: Diary]
  ) -> [AnswerRecord] {
    let files = folder.files.filter { file in file.replies.allSatisfy { EventIdentity.isOurs($0.uid) } }
    guard !files.isEmpty else { return [] }
    var ends: [String: Instant] = [:]
    func note(_ uid: String, _ end: Instant) { ends[uid] = max(end, ends[uid] ?? end) }
    for cover in publication.covers + publication.referrals { note(cover.uid, cover.interval.end) }
    for meeting in publication.meetings { note(meeting.uid, meeting.interval.end) }
    for session in diaries.values.flatMap(\.sessions) {
      note(EventIdentity.cover(session.id).uid, session.interval.end)
    }
    return files.map { file in
      let known = file.replies.map { reply in [ends[reply.uid], reply.start].compactMap(\.self).max() }
      return AnswerRecord(
        path: file.path, uids: Set(file.replies.map(\.uid)).sorted(),
        colleagues: Set(file.replies.compactMap(\.colleague)).sorted(),
        end: known.contains(nil) ? nil : known.compactMap(\.self).max())
    }
  }
}
