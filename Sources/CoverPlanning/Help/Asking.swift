import CivilTime
import CoverDomain

/// What would have to be asked of somebody so that a rule no longer stands in a choice's way.
struct Asking: Sendable {
  /// Leave is offered to become shorter by so many of its working days.
  private static let mostLeaveDays = 2

  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// The changes, none of which can be left out; nil where the rule is none that somebody could change.
  func suppositions(against rule: Rule, for choice: Choice) -> [Supposition]? {
    let person = choice.person(facts)
    let clinician = person.clinician
    let id = clinician.id
    let clients = choice.wanted(facts).clients
    switch rule {
    case .takesCover: return clinician.isEmployed(on: choice.day) ? [.takesCover(id)] : nil
    case .onLeave: return shorterLeave(of: choice.colleague, around: choice.interval).map { [$0] }
    case .hours: return hours(choice).map { [$0] }
    case .busy:
      // An own session is somebody's, too.
      return person.ownTimes.contains { $0.overlaps(choice.interval) } ? nil : [.free(id, choice.interval)]
    case .breakBetween: return shorterBreak(choice).map { [$0] }
    case .specialty:
      let missing = clients.reduce(into: Set<Tag>()) { $0.formUnion($1.needs.subtracting(clinician.specialties)) }
      return missing.sorted().map { .specialty(id, $0) }
    case .language:
      let missing = clients.compactMap(\.language).filter { wanted in
        !clinician.languages.contains { $0.serves(wanted) }
      }
      return Set(missing).sorted().map { .language(id, $0) }
    case .place: return [.place(id, choice.wanted(facts).session.place)]
    case .licence:
      let missing = clients.compactMap(\.jurisdiction).filter { wanted in
        !clinician.licences.contains { $0.jurisdiction == wanted && ($0.expires.map { choice.day <= $0 } ?? true) }
      }
      return Set(missing).sorted().map { .licence(id, $0) }
    case .payer:
      let missing = clients.compactMap(\.payer).filter { !(clinician.payers?.contains($0) ?? true) }
      return Set(missing).sorted().map { .payer(id, $0) }
    case .consent:
      let demand = choice.wanted(facts).demand
      return demand.session.clients.filter { facts.situation.consent(of: $0, to: demand) == .no }.map { .consent($0) }
    case .avoid, .level, .declined, .independence, .supervisor, .background, .decided, .onePlace, .clientOnce,
      .dayLimit, .weekLimit, .coverDayLimit, .coverWeekLimit:
      return nil
    }
  }

  /// Leave that begins after the interval, or ends before it; nil where that would be too much to ask, or has begun.
  func shorterLeave(of colleague: Int, around interval: Interval) -> Supposition? {
    let person = facts.people[colleague]
    let id = person.clinician.id
    let zone = facts.zone
    let touched = facts.situation.absences.filter { $0.clinician == id && $0.interval.overlaps(interval) }
    guard touched.count == 1, let absence = touched.first?.interval else { return nil }
    let after = zone.start(of: zone.days(of: interval).upperBound + 1)
    let before = zone.start(of: zone.day(of: interval.start))
    let ends: [(Interval?, Supposition.End)] = [
      (Interval(absence.start, min(after, absence.end)), .beginning),
      (Interval(max(before, absence.start), absence.end), .end),
    ]
    let offers = ends.compactMap { gone, end -> (days: Int, supposition: Supposition)? in
      guard let gone, gone != absence, end == .end || absence.start > facts.situation.now,
        !person.working.clipped(to: absence).subtracting(IntervalSet([gone])).isEmpty
      else { return nil }
      let days = zone.days(of: gone).count { person.working.overlaps(zone.interval(of: $0)) }
      guard (1...Self.mostLeaveDays).contains(days), isOpen(colleague, at: interval, without: gone) else { return nil }
      return (days, .shorterLeave(id, without: gone, end))
    }
    return offers.min { $0.days < $1.days }?.supposition
  }

  /// Whether no session of the colleague's own, standing again, takes the time; their own session in question aside.
  private func isOpen(_ colleague: Int, at interval: Interval, without gone: Interval) -> Bool {
    let sessions = facts.situation.diaries[facts.people[colleague].clinician.id]?.sessions ?? []
    let near = interval.atLeastAnInstant.padded(by: facts.rules.breakMinutes * 60)
    return !sessions.contains {
      $0.interval != interval && $0.interval.overlaps(gone) && $0.interval.atLeastAnInstant.overlaps(near)
    }
  }

  private func hours(_ choice: Choice) -> Supposition? {
    let interval = choice.interval
    guard !facts.situation.closedTime.overlaps(interval) else { return nil }
    let id = choice.person(facts).clinician.id
    let working = choice.person(facts).working
    let near = working.overlapping(interval.padded(by: 1))
    // Only the one end that is missing, where the other lies in the hours.
    if near.count == 1, let hours = near.first {
      if hours.start <= interval.start, let missing = Interval(hours.end, interval.end) {
        return .hours(id, missing, .until)
      }
      if hours.end >= interval.end, let missing = Interval(interval.start, hours.start) {
        return .hours(id, missing, .from)
      }
    }
    let isOff = !working.overlaps(facts.zone.interval(of: choice.day))
    return .hours(id, interval, isOff ? .dayOff : .between)
  }

  private func shorterBreak(_ choice: Choice) -> Supposition? {
    let person = choice.person(facts)
    let least = facts.rules.breakMinutes * 60
    let interval = choice.interval.atLeastAnInstant
    let gaps = person.ownTimes.filter { $0.overlaps(interval.padded(by: least)) }.map {
      max($0.start - interval.end, interval.start - $0.end)
    }
    guard let shortest = gaps.min(), shortest >= 0 else { return nil }
    return .shorterBreak(person.clinician.id, on: choice.day, minutes: shortest / 60)
  }
}
