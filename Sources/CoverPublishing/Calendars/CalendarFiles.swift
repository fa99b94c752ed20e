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
  let previous: PreviousPublication?

  private var zone: Zone { practice.zone }

  /// `practice.ics`, `clinicians/`, `vdir/` and `changes/`; for every clinician a calendar, be it an empty one, since
  /// a program that subscribes to it would keep what it knew if the file were gone.
  func files() throws(PublicationError) -> [PublishedFile] {
    var concerning: [ClinicianID: [CoverEvent]] = [:]
    for event in events { for clinician in event.clinicians { concerning[clinician, default: []].append(event) } }
    // The practice's first: it takes longest.
    let readers =
      [(EventReader.practice, events)]
      + practice.clinicians.map { (EventReader.clinician($0.id), concerning[$0.id] ?? []) }
    return try readers.concurrentMap(files(for:reading:)).flatMap(\.self)
  }

  private func files(for reader: EventReader, reading own: [CoverEvent]) throws(PublicationError) -> [PublishedFile] {
    do {
      return try written(for: reader, own)
    } catch {
      throw .unwritable("a calendar", reason: "\(error.name): \(error.message)")
    }
  }

  private func written(for reader: EventReader, _ own: [CoverEvent]) throws(CalendarWriteError) -> [PublishedFile] {
    guard case .clinician(let id) = reader else {
      let name = "Cover: \(PlainText.oneLine(practice.name))"
      return [try calendar(components(of: own, for: reader), at: PublicationPath.practice, name: name)]
    }
    let components = try components(of: own, for: reader)
    var files = [
      try calendar(components, at: PublicationPath.calendar(id), name: "Cover: \(PlainText.oneLine(id.text))")
    ]
    for (event, component) in zip(own, components) {
      files.append(try calendar([component], at: PublicationPath.item(id, uid: event.uid)))
    }
    let changed = zip(own, components).filter { $0.0.stamps.modified == lastChange }.map(\.1)
    if !changed.isEmpty { files.append(try calendar(changed, at: PublicationPath.changes(id))) }
    return files
  }

  private func components(
    of events: [CoverEvent], for reader: EventReader
  ) throws(CalendarWriteError) -> [ComponentBuilder] {
    try events.map { event throws(CalendarWriteError) in
      try discretion.event(event, for: reader).component(for: reader, in: zone)
    }
  }

  /// - Parameter name: what programs call the calendar; nil for one that is a part of another.
  private func calendar(
    _ components: [ComponentBuilder], at path: String, name: String? = nil
  ) throws(CalendarWriteError) -> PublishedFile {
    var writer = try CalendarWriter(productID: Self.productID)
    if let name { try writer.add("X-WR-CALNAME", text: name) }
    for component in components { try writer.add(component) }
    return PublishedFile(path: path, bytes: try writer.bytes(isPart: name == nil, earlier: previous?.bytes(path)))
  }

  static let productID = "-//plan-cover//plan-cover//EN"
}
