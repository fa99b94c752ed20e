import CoverDomain

/// What others than the practice and the absent clinician see of an event's original: its UID, unless that would tell
/// them of a client.
///
/// A UID is the work of another program, and some make it of a name or an address. The absent clinician has the original
/// in their own calendar; a colleague who must not know the client yet does without the UID in any case.
struct Discretion: Sendable {
  /// UIDs of our events whose original is not named.
  private let silent: Set<String>

  init(clients: some Sequence<Client>, events: [CoverEvent]) {
    let traces = ClientTraces(clients)
    silent = Set(
      events.filter { event in
        guard event.session != nil || event.original != nil else { return false }
        return !event.withheld.isEmpty
          || [event.session, event.original].compactMap(\.self).contains(where: traces.stand)
      }.map(\.uid))
  }

  /// The event as the reader may have it.
  func event(_ event: CoverEvent, for reader: EventReader) -> CoverEvent {
    guard silent.contains(event.uid), reader != .practice, reader != .clinician(event.absent) else { return event }
    var shown = event
    shown.session = nil
    shown.original = nil
    return shown
  }
}
