import CivilTime
import CoverDomain

extension Brief {
  /// What the colleague has asked of others, and by when to ask what came of it.
  var requests: [String] {
    guard !asked.isEmpty else { return [] }
    return ["", "WHAT YOU ASKED FOR", ""]
      + asked.flatMap { event in
        marked(request(event), isNew(event) ? "* " : "- ")
      }
  }

  private func request(_ event: CoverEvent) -> String {
    let interval = event.time.interval(in: practice.zone)
    let by = names.clinician(event.by)
    let clients = names.clients(event.clients)
    if event.reason == .supervision {
      return "\(times.short(interval)): supervision with \(by)\(clients.isEmpty ? "" : ", about \(clients)")."
    }
    let day = times.shortDayOfYear(practice.zone.day(of: interval.start) + ReferralLetter.reportDays)
    return "\(times.short(interval)): \(by) sees \(clients). Ask \(by) by \(day) what came of it, and tell the client."
      + " Then tick the request off in your calendar, or take it out by plan-cover refer --withdraw."
  }
}
