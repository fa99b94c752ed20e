import CivilTime

/// Titles that stand in the calendars of several clinicians at one time, or under one UID.
struct SharedTitles {
  private struct Meeting: Hashable {
    let title: String
    let start: Instant
  }

  private let uids: Set<String>
  private let meetings: Set<Meeting>

  init(_ events: [DraftEvent]) {
    var byUID: [String: Set<Int>] = [:]
    var byMeeting: [Meeting: Set<Int>] = [:]
    for event in events {
      if let uid = event.uid { byUID[uid, default: []].insert(event.owner) }
      let title = Words(event.title).parts.joined(separator: " ")
      for occurrence in event.occurrences {
        byMeeting[Meeting(title: title, start: occurrence.start), default: []].insert(event.owner)
      }
    }
    uids = Set(byUID.filter { $0.value.count > 1 }.keys)
    meetings = Set(byMeeting.filter { $0.value.count > 1 }.keys)
  }

  func isShared(_ event: DraftEvent) -> Bool {
    if event.uid.map(uids.contains) ?? false { return true }
    let title = Words(event.title).parts.joined(separator: " ")
    return event.occurrences.contains { meetings.contains(Meeting(title: title, start: $0.start)) }
  }
}
