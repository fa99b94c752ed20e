import CivilTime
import CoverDomain

/// The changes that would help, in a manager's words: `one more cover session for Ben Lee on Tue 22 Dec`.
struct RemedyWords {
  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// What would have to change so that the rule no longer forbids the choice.
  func change(_ rule: Rule, for choice: Choice) -> String {
    let name = choice.person(facts).clinician.name
    let day = dayText(choice.day)
    switch rule {
    case .takesCover: return "\(name) takes cover"
    case .onLeave: return "\(name) is not on leave on \(day)"
    case .hours: return hours(name, choice)
    case .busy: return "\(name) is free on \(day), \(clock(choice.interval))"
    case .breakBetween: return "\(name) has a shorter break on \(day)"
    case .specialty: return "\(name) has \(list(missingSpecialties(choice)))"
    case .language: return "\(name) speaks \(list(missingLanguages(choice)))"
    case .place: return "\(name) works \(place(choice))"
    case .licence: return "\(name) has a licence for \(list(jurisdictions(choice))) on \(day)"
    case .payer: return "\(name) accepts \(list(choice.wanted(facts).clients.compactMap(\.payer?.text)))"
    case .onePlace: return "\(name) gives up other cover on \(day)"
    case .dayLimit: return "one more session for \(name) on \(day)"
    case .weekLimit: return "one more session for \(name) in the week of \(dayText(choice.day.week.monday))"
    case .coverDayLimit: return "one more cover session for \(name) on \(day)"
    case .coverWeekLimit: return "one more cover session for \(name) in the week of \(dayText(choice.day.week.monday))"
    case .clientOnce: return "the client has no other session on \(day), \(clock(choice.interval))"
    case .avoid, .consent, .level, .declined, .independence, .supervisor, .background, .decided:
      return "\(name) may take it"
    }
  }

  /// That the session moves, where it does.
  func move(_ choice: Choice) -> [String] {
    choice.isMoved ? ["the session is moved to \(dayText(choice.day)), \(clock(choice.interval))"] : []
  }

  private func hours(_ name: String, _ choice: Choice) -> String {
    let day = dayText(choice.day)
    let working = choice.person(facts).working
    let interval = choice.interval
    // Only the one end that is missing, where the other lies in the hours.
    if working.overlapping(interval).count == 1, let hours = working.overlapping(interval).first {
      if hours.start <= interval.start { return "\(name) works until \(clock(interval.end)) on \(day)" }
      if hours.end >= interval.end { return "\(name) works from \(clock(interval.start)) on \(day)" }
    }
    return "\(name) works on \(day), \(clock(interval))"
  }

  private func missingSpecialties(_ choice: Choice) -> [String] {
    let specialties = choice.person(facts).clinician.specialties
    return choice.wanted(facts).clients.flatMap { $0.needs.subtracting(specialties).map(\.text) }
  }

  private func missingLanguages(_ choice: Choice) -> [String] {
    let spoken = choice.person(facts).clinician.languages
    return choice.wanted(facts).clients.compactMap(\.language).filter { wanted in
      !spoken.contains { $0.serves(wanted) }
    }.map(\.text)
  }

  private func jurisdictions(_ choice: Choice) -> [String] {
    let licences = choice.person(facts).clinician.licences
    return choice.wanted(facts).clients.compactMap(\.jurisdiction).filter { wanted in
      !licences.contains { $0.jurisdiction == wanted && ($0.expires.map { choice.day <= $0 } ?? true) }
    }.map { $0.text.uppercased() }
  }

  private func place(_ choice: Choice) -> String {
    if case .site(let site) = choice.wanted(facts).session.place { "at \(site)" } else { "online" }
  }

  /// Each word once, by alphabet.
  private func list(_ words: [String]) -> String { Set(words).sorted().joined(separator: " and ") }

  /// `Tue 22 Dec`.
  private func dayText(_ day: Day) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (_, month, dayOfMonth) = day.date
    return "\(day.weekday.abbreviation.capitalized) \(dayOfMonth) \(months[month - 1])"
  }

  /// `10:00-10:50`, on the practice's clock.
  private func clock(_ interval: Interval) -> String { "\(clock(interval.start))-\(clock(interval.end))" }

  private func clock(_ instant: Instant) -> String {
    let civil = facts.zone.civil(instant)
    return [civil.hour, civil.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
