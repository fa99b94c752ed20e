import CivilTime
import CoverDomain
import CoverIdentity

/// What a covering colleague needs to know, on one page to pin up: client ids only, and nothing of a client whose
/// consent is not recorded.
///
/// It holds dates and no "today": it hangs on a wall for weeks.
struct Brief: Sendable {
  let practice: Practice
  let colleague: ClinicianID
  /// The colleague's events that are not over, by time.
  let events: [CoverEvent]
  /// What was the colleague's and is not any more, by time, as far as it would not be over.
  let withdrawn: [CoverEvent]
  /// The appointments that the colleague has asked of others, by time: those that are over stay for a while, for what
  /// came of them has to be asked for.
  let asked: [CoverEvent]
  /// The absences in which the colleague gives something, by time.
  let absences: [Absence]
  /// Those of them for whose handover no time was found.
  let withoutHandover: Set<Absence>
  /// When the plan last changed; nil where it never did: then nothing is marked as new.
  let lastChange: Instant?

  var names: Names { Names(practice: practice) }
  var times: LocalTimes { LocalTimes(zone: practice.zone) }

  static let width = 78

  /// One for every colleague who gives something, has had something taken back, or has asked for a second professional,
  /// by id.
  static func all(situation: Situation, plan: Plan, history: EventHistory) -> [Brief] {
    let practice = situation.practice
    let change = LastChange(history)
    func standing(_ events: [CoverEvent]) -> [ClinicianID: [CoverEvent]] {
      Dictionary(grouping: events.filter { $0.time.interval(in: practice.zone).end > situation.now }, by: \.by)
    }
    let live = standing(history.live)
    let withdrawn = standing(history.withdrawn)
    let asked = Dictionary(grouping: history.live.filter { $0.kind == .referral }, by: \.absent)
    let published = Set(history.live.map(\.uid))
    let readers = practice.clinicians.map(\.id).filter { live[$0] != nil || withdrawn[$0] != nil || asked[$0] != nil }
    return readers.map { id in
      let events = live[id] ?? []
      return Brief(
        practice: practice, colleague: id, events: events, withdrawn: withdrawn[id] ?? [],
        asked: asked[id] ?? [],
        absences: situation.absences.filter { absence in
          events.contains { Self.belongs($0, to: absence, in: practice) }
        },
        withoutHandover: Set(
          plan.absences.filter { entry in
            entry.absence.interval.start > situation.now
              && entry.handovers.contains { $0.kind == .handover && $0.colleague == id && $0.interval == nil }
              && handovers(of: entry.absence, with: id).first.map { !published.contains($0) } ?? true
          }.map(\.absence)),
        lastChange: change.isEverything ? nil : change.at)
    }
  }

  /// Whether the event is given because of that absence: cover may have been moved out of it by some days.
  private static func belongs(_ event: CoverEvent, to absence: Absence, in practice: Practice) -> Bool {
    guard event.absent == absence.clinician else { return false }
    if event.kind == .handover { return handovers(of: absence, with: event.by).contains(event.uid) }
    let days = practice.zone.days(of: event.time.interval(in: practice.zone))
    let margin = event.kind == .cover ? practice.rules.retime.withinDays : 0
    return days.upperBound >= absence.days.lowerBound - margin && days.lowerBound <= absence.days.upperBound + margin
  }

  /// The UIDs of the handover and the handback.
  static func handovers(of absence: Absence, with colleague: ClinicianID) -> [String] {
    [Handover.Kind.handover, .handback].map {
      EventIdentity.handover($0, of: absence.clinician, from: absence.days.lowerBound, with: colleague).uid
    }
  }

  var text: String {
    var lines = ["BRIEF FOR \(names.clinician(colleague).uppercased())", PlainText.oneLine(practice.name), ""]
    lines += PlainText.wrapped(
      "For your eyes. Clients are named by their ids; look them up in the practice's records.", width: Self.width)
    if let lastChange {
      lines.append("* new or changed on \(times.shortDayOfYear(practice.zone.day(of: lastChange)))")
    }
    if events.isEmpty, !withdrawn.isEmpty { lines += ["", "You have nothing to cover any more."] }
    lines += weeks + gone + requests
    if !events.isEmpty { lines += duties }
    if !events.isEmpty || !withdrawn.isEmpty { lines += ending }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The clients by id, and that there are others whom the colleague must not know yet.
  func clients(_ event: CoverEvent) -> String {
    let hidden = event.withheld.isEmpty ? [] : ["\(event.withheld.count == 1 ? "a client" : "clients") not named yet"]
    return ((event.disclosed.isEmpty ? [] : [names.clients(event.disclosed)]) + hidden).joined(separator: " and ")
  }

  /// Lines of a list, the first with the mark before it.
  func marked(_ text: String, _ mark: String = "- ") -> [String] {
    PlainText.wrapped(text, width: Self.width - mark.count).enumerated().map {
      ($0.offset == 0 ? mark : String(repeating: " ", count: mark.count)) + $0.element
    }
  }
}
