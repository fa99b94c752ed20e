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
    var files = [
      PublishedFile(
        path: PublicationPath.practice,
        bytes: try calendar(events, for: .practice, name: "Cover: \(PlainText.oneLine(practice.name))"))
    ]
    for clinician in practice.clinicians {
      let reader = EventReader.clinician(clinician.id)
      let own = events.filter(reader.reads)
      let name = "Cover: \(PlainText.oneLine(clinician.id.text))"
      files.append(
        PublishedFile(
          path: PublicationPath.calendar(clinician.id), bytes: try calendar(own, for: reader, name: name)))
      for event in own {
        files.append(
          PublishedFile(
            path: PublicationPath.item(clinician.id, uid: event.uid), bytes: try calendar([event], for: reader)))
      }
      let changed = own.filter { $0.stamps.modified == lastChange }
      if !changed.isEmpty {
        files.append(
          PublishedFile(path: PublicationPath.changes(clinician.id), bytes: try calendar(changed, for: reader)))
      }
    }
    return files
  }

  private func calendar(
    _ events: [CoverEvent], for reader: EventReader, name: String? = nil
  ) throws(PublicationError) -> [UInt8] {
    do {
      var writer = try CalendarWriter(productID: Self.productID)
      if let name { try writer.add("X-WR-CALNAME", text: name) }
      for event in events { try writer.add(discretion.event(event, for: reader).component(for: reader, in: zone)) }
      return try writer.bytes()
    } catch {
      throw .unwritable("a calendar", reason: "\(error.name): \(error.message)")
    }
  }

  static let productID = "-//plan-cover//plan-cover//EN"
}
