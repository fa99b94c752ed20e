import ICalendar

/// The last publication, as its files tell it.
public struct PreviousPublication: Sendable {
  let files: [String: PublishedFile]
  /// The events of practice.ics.
  let events: [CoverEvent]
  /// What was taken back and was not over yet, from plan.json.
  let withdrawn: [CoverEvent]

  /// Nil where there is no practice.ics: then there was no publication.
  ///
  /// - Parameter files: the files of `cover/`, paths relative to it; those that are not ours do no harm.
  /// - Throws: `PublicationError.unreadable` when practice.ics is no calendar: what it promised would be forgotten.
  public init?(files: [PublishedFile]) throws(PublicationError) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    guard let practice = self.files[PublicationPath.practice] else { return nil }
    do {
      events = try CalendarDocument(parsing: practice.bytes).components.compactMap { CoverEvent($0) }
    } catch {
      let place = error.line.map { "line \($0): " } ?? ""
      throw .unreadable(path: PublicationPath.practice, reason: place + error.message)
    }
    withdrawn = self.files[PublicationPath.plan].map { WithdrawnRecord.events(inPlan: $0.bytes) } ?? []
  }

  /// The bytes of a file.
  func bytes(_ path: String) -> [UInt8]? { files[path]?.bytes }
}
