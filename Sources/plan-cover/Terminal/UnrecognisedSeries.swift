import CivilTime
import CoverDomain
import CoverIntake

/// Unrecognised events that one answer settles: those of one title in one calendar, or of one UID where there is no title.
struct UnrecognisedSeries {
  /// In time.
  let first: UnrecognisedEvent
  /// When the last of them begins.
  let last: Instant
  let count: Int

  /// What settles them; nil where nothing names them.
  var settlement: EventSettlement? {
    EventSettlement(clinician: first.clinician, summary: first.summary, uid: first.source.uid)
  }

  private struct Key: Hashable {
    let clinician: ClinicianID
    let occasion: UnrecognisedEvent.Occasion
    let selector: String
  }

  /// By the first of each; the events come by time.
  static func grouped(_ events: [UnrecognisedEvent]) -> [UnrecognisedSeries] {
    var groups: [Key: [UnrecognisedEvent]] = [:]
    var order: [Key] = []
    for event in events {
      let settlement = EventSettlement(clinician: event.clinician, summary: event.summary, uid: event.source.uid)
      let place = "\(event.source.file):\(event.source.line ?? 0)"
      let key = Key(clinician: event.clinician, occasion: event.occasion, selector: settlement?.selector ?? place)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(event)
    }
    return order.compactMap { key in
      guard let events = groups[key], let first = events.first, let last = events.last else { return nil }
      return UnrecognisedSeries(first: first, last: last.interval.start, count: events.count)
    }
  }
}
