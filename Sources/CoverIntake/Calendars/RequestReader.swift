import CoverDomain
import ICalendar

/// Reads VTODOs of the category REFERRAL: what is asked for, or what is missing.
enum RequestReader {
  /// Minutes that an appointment may last.
  static let lengths = 5...480
  static let standardMinutes = 50

  static func isRequest(_ component: Component) -> Bool {
    component.all("CATEGORIES").flatMap(\.texts).contains { $0.trimmed.uppercased() == "REFERRAL" }
  }

  /// Whether somebody has ticked it off.
  static func isDone(_ component: Component) -> Bool {
    component.first("STATUS")?.value.trimmed.uppercased() == "COMPLETED" || component.first("COMPLETED") != nil
      || component.first("PERCENT-COMPLETE")?.value.trimmed == "100"
  }

  /// - Parameters:
  ///   - clinician: who asks.
  ///   - clients: whom the component names.
  static func meaning(
    _ component: Component, of clinician: ClinicianID, clients: ClientIndex.Match, place: Place
  ) -> ComponentMeaning {
    func refused(_ reason: String, _ hint: String?) -> ComponentMeaning {
      .notUnderstood(reason: "a request for a second professional \(reason)", hint: hint)
    }
    let reasons = Referral.Reason.allCases.map(\.rawValue)
    let listed = "X-PLAN-COVER-REASON is one of \(reasons.joined(separator: ", "))"
    guard component.uid != nil else { return refused("has no UID", "without one it cannot be known again") }
    guard component.first("RRULE") == nil, component.first("RDATE") == nil else {
      return refused("recurs", "make one request for each appointment")
    }
    guard let text = component.first("X-PLAN-COVER-REASON")?.text.trimmed, !text.isEmpty else {
      return refused("does not say why", listed)
    }
    guard let reason = Referral.Reason(rawValue: text.lowercased()) else {
      return refused(
        "gives a reason that is not known" + Suggestion.question(text.lowercased(), among: reasons), listed)
    }
    let found: [ClientID]
    switch clients {
    case .clients(let named): found = named
    case .ambiguous: return refused("names several clients of one name", "name one by X-PLAN-COVER-CLIENT")
    case .nobody:
      guard reason == .supervision, component.first("X-PLAN-COVER-CLIENT") == nil else {
        return refused(
          "names nobody of clients.csv", "name the client by X-PLAN-COVER-CLIENT, or by id or name in the title")
      }
      found = []
    }
    var minutes = standardMinutes
    if component.first("ESTIMATED-DURATION") != nil {
      guard let seconds = component.seconds(of: "ESTIMATED-DURATION"), lengths.contains((seconds + 59) / 60) else {
        return refused(
          "has an ESTIMATED-DURATION that is no length of an appointment",
          "\(lengths.lowerBound) to \(lengths.upperBound) minutes, in the form PT50M")
      }
      minutes = (seconds + 59) / 60
    }
    let needs = component.all("X-PLAN-COVER-NEEDS").flatMap { $0.text.split(separator: ";") }.map { Tag(String($0)) }
      .filter { !$0.text.isEmpty }
    let words = component.first("DESCRIPTION")?.text.trimmed ?? ""
    return .referral(
      Request(
        clinician: clinician, reason: reason, clients: found, needs: Set(needs), minutes: minutes, place: place,
        words: words.isEmpty ? nil : words, isShared: isShared(component)))
  }

  /// Whether the clients have agreed that a colleague reads the description.
  private static func isShared(_ component: Component) -> Bool {
    ["TRUE", "YES"].contains(component.first("X-PLAN-COVER-CONSENTED")?.text.trimmed.uppercased() ?? "")
  }
}
