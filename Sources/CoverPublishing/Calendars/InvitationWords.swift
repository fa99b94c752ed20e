import CivilTime
import CoverDomain

/// An invitation, or its withdrawal, in plain words for a colleague whose mail program knows no calendars.
struct InvitationWords: Sendable {
  let event: CoverEvent
  let practice: Practice
  let isCancelled: Bool

  private var names: Names { Names(practice: practice) }
  private var times: LocalTimes { LocalTimes(zone: practice.zone) }

  /// No client, not even an id: subjects are read over shoulders.
  var subject: String {
    let asked = "\(what) for \(names.clinician(event.absent)), \(shortTime)"
    return isCancelled ? "No longer needed: \(asked)" : asked
  }

  var text: String {
    var lines = ["Hello \(names.clinician(event.by)),", ""]
    if isCancelled {
      lines += PlainText.wrapped(
        "this is no longer needed, please take it out of your calendar: \(what.lowercased()) for"
          + " \(names.clinician(event.absent)), \(longTime).", width: 76)
    } else {
      lines += PlainText.wrapped(question, width: 76)
      lines += ["", "  What    \(what)", "  When    \(longTime)"]
      let clients = names.clients(event.disclosed)
      if !clients.isEmpty { lines.append("  Client  \(clients)") }
      if !event.withheld.isEmpty {
        lines.append("  Client  \(clients.isEmpty ? "" : "and ")named when consent to cover is recorded")
      }
      if !event.place.isEmpty { lines.append("  Where   \(place)") }
      lines.append("")
      lines += PlainText.wrapped(
        "Please accept or decline in your calendar, or answer this message. If you decline, somebody else is sought.",
        width: 76)
    }
    lines += ["", "Thank you,", PlainText.oneLine(practice.name)]
    return lines.joined(separator: "\n") + "\n"
  }

  private var place: String { event.place == "online" ? event.place : Names.site(SiteID(event.place)) }

  private var question: String {
    let absent = names.clinician(event.absent)
    if event.isOwnMove { return "You will be away at the usual time. Would this time suit you instead?" }
    guard event.kind == .referral else { return "\(absent) will be away. Would you take this on?" }
    return event.reason == .supervision
      ? "\(absent) asks for supervision. Would this time suit you both?"
      : "\(absent) asks whether you would see a client: \(event.reason?.phrase ?? "a second view"). Afterwards, please tell"
        + " \(absent) what came of it."
  }

  private var what: String {
    switch event.kind {
    case .cover: event.isOwnMove ? "Session at another time" : "Cover"
    case .referral: event.reason == .supervision ? "Supervision" : "Appointment"
    case .contact: event.supervisee == nil ? "Contact" : "Supervision"
    case .handover: event.isHandback ? "Handback" : "Handover"
    }
  }

  private var shortTime: String {
    switch event.time {
    case .timed(let interval): times.short(interval.start)
    case .day(let day): times.shortDay(day)
    }
  }

  private var longTime: String {
    switch event.time {
    case .timed(let interval): times.long(interval)
    case .day(let day): times.longDay(day)
    }
  }
}
