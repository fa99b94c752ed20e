import CivilTime
import CoverDomain
import ICalendar

/// The calendar files of a publication.
struct CalendarFiles: Sendable {
  let practice: Practice
  let events: [CoverEvent]
  /// The time of the last change: what `changes/` holds was new or changed then.
  let lastChange: Instant?
  let discretion: Discretion

  private var zone: Zone { practice.zone }

  /// `practice.ics`, `clinicians/`, `vdir/` and `changes/`; for every clinician a calendar, be it an empty one, since
  /// a program that subscribes to it would keep what it knew if the file were gone.
  func files() throws(PublicationError) -> [PublishedFile] {
    // The practice's first: it takes longest.
    let readers = [EventReader.practice] + practice.clinicians.map { .clinician($0.id) }
    return try readers.concurrentMap(files(for:)).flatMap(\.self)
  }

  private func files(for reader: EventReader) throws(PublicationError) -> [PublishedFile] {
    guard case .clinician(let id) = reader else {
      return [
        PublishedFile(
          path: PublicationPath.practice,
          bytes: try calendar(events, for: reader, name: "Cover: \(PlainText.oneLine(practice.name))"))
      ]
    }
    let own = events.filter(reader.reads)
    var files = [
      PublishedFile(
        path: PublicationPath.calendar(id),
        bytes: try calendar(own, for: reader, name: "Cover: \(PlainText.oneLine(id.text))"))
    ]
    for event in own {
      files.append(
        PublishedFile(
          path: PublicationPath.item(id, uid: event.uid), bytes: try calendar([event], for: reader, isPart: true)))
    }
    let changed = own.filter { $0.stamps.modified == lastChange }
    if !changed.isEmpty {
      files.append(
        PublishedFile(path: PublicationPath.changes(id), bytes: try calendar(changed, for: reader, isPart: true)))
    }
    return files
  }

  private func calendar(
    _ events: [CoverEvent], for reader: EventReader, name: String? = nil, isPart: Bool = false
  ) throws(PublicationError) -> [UInt8] {
    do {
      var writer = try CalendarWriter(productID: Self.productID)
      if let name { try writer.add("X-WR-CALNAME", text: name) }
      for event in events { try writer.add(discretion.event(event, for: reader).component(for: reader, in: zone)) }
      return try writer.bytes(isPart: isPart)
    } catch {
      throw .unwritable("a calendar", reason: "\(error.name): \(error.message)")
    }
  }

  static let productID = "-//plan-cover//plan-cover//EN"
}
