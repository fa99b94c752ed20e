import ICalendar

/// Events of one UID that lie in several files of one clinician: a folder of single events in which a changed or cancelled
/// occurrence, or the newer version of an event, has a file of its own. They are taken out of their files and read as one
/// calendar, so that each change finds what it changes (RFC 5545 §3.8.4.4, RFC 5546 §2.1.5).
enum SharedEvents {
  /// The calendars, those of one owner with what they share in one calendar more. Nothing is lost and nothing doubled.
  static func joined(_ calendars: [ParsedCalendar]) -> [ParsedCalendar] {
    var groups: [CalendarFinder.Owner: [Int]] = [:]
    for (position, calendar) in calendars.enumerated() { groups[calendar.owner, default: []].append(position) }
    var read = calendars
    var joined: [ParsedCalendar] = []
    for positions in groups.values where positions.count > 1 {
      let shared = sharedUIDs(positions.map { calendars[$0] })
      guard !shared.isEmpty else { continue }
      var parts: [ParsedCalendar] = []
      for position in positions {
        let components = calendars[position].document.components
        let moved = components.indices.filter {
          isEvent(components[$0]) && components[$0].exactUID.map(shared.contains) ?? false
        }
        guard !moved.isEmpty else { continue }
        let gone = Set(moved)
        parts.append(calendars[position].keeping(moved))
        read[position] = calendars[position].keeping(components.indices.filter { !gone.contains($0) })
      }
      if let calendar = ParsedCalendar.joining(parts) { joined.append(calendar) }
    }
    return read + joined.sorted { $0.path < $1.path }
  }

  private static func isEvent(_ component: Component) -> Bool {
    switch component.kind {
    case .event, .todo, .journal: true
    default: false
    }
  }

  /// What stands of one UID in one file.
  private struct Holding {
    /// The SEQUENCE of the series itself, where it stands in this file.
    var sequences: Set<Int> = []
    /// Whether there is a cancellation, or a change of one occurrence.
    var hasChange = false
  }

  /// The UIDs that are one event in several files. Where two files hold the same version of a whole event, they are two
  /// exports of one calendar: each is read by itself, and the sessions that both give count once.
  private static func sharedUIDs(_ calendars: [ParsedCalendar]) -> Set<ExactText> {
    var first: [ExactText: Int] = [:]
    var several: Set<ExactText> = []
    for (position, calendar) in calendars.enumerated() {
      for component in calendar.document.components where isEvent(component) {
        guard let uid = component.exactUID else { continue }
        if let other = first[uid] {
          if other != position { several.insert(uid) }
        } else {
          first[uid] = position
        }
      }
    }
    guard !several.isEmpty else { return [] }
    var holdings: [ExactText: [Int: Holding]] = [:]
    for (position, calendar) in calendars.enumerated() {
      let isCancellation = calendar.document.method == "CANCEL"
      for component in calendar.document.components where isEvent(component) {
        guard let uid = component.exactUID, several.contains(uid) else { continue }
        var holding = holdings[uid]?[position] ?? Holding()
        if component.first("RECURRENCE-ID") != nil || component.isCancelled || isCancellation {
          holding.hasChange = true
        } else {
          holding.sequences.insert(component.sequence)
        }
        holdings[uid, default: [:]][position] = holding
      }
    }
    return several.filter { uid in
      let files = holdings[uid].map { Array($0.values) } ?? []
      let versions = files.flatMap(\.sequences)
      return Set(versions).count == versions.count
    }
  }
}
