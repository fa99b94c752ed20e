import CPSAT
import CivilTime
import CoverDomain

/// What the practice could add so that single absences of a month leave least open.
///
/// What would let somebody take an open session is counted over all of them; what comes up most is tried by planning
/// every such absence with it.
struct AdditionSearch {
  /// Additions that are tried by planning, and that are told.
  private static let mostTried = 10
  private static let mostTold = 5

  private let situation: Situation
  private let month: ClosedRange<Day>
  private let library: () throws -> SolverLibrary

  init(_ situation: Situation, month: ClosedRange<Day>, _ library: @escaping () throws -> SolverLibrary) {
    self.situation = situation
    self.month = month
    self.library = library
  }

  /// Something to add.
  struct Candidate: Hashable {
    let words: String
    let suppositions: [Supposition]
  }

  func additions(_ single: [Resilience.Scenario]) throws -> [Resilience.Addition] {
    let short = single.filter { $0.month.uncovered > 0 }
    guard !short.isEmpty else { return [] }
    var counts: [Candidate: Int] = [:]
    var needs = LocumNeeds()
    for scenario in short {
      let supposed = situation.supposing(scenario.away.map { .leave($0, month) })
      let search = CoverageSearch(supposed, library: library)
      let result = try search.result()
      for demand in result.open {
        needs.add(search.facts.wanted[demand])
        for candidate in Set(candidates(for: demand, search.facts, result.draft)) { counts[candidate, default: 0] += 1 }
      }
    }
    let promising = counts.sorted { ($1.value, $0.key.words) < ($0.value, $1.key.words) }.prefix(Self.mostTried).map(
      \.key)
    let locums = needs.candidates(situation)
    let tried = try (promising + locums).map { candidate in
      Resilience.Addition(words: candidate.words, closes: try closed(by: candidate, short))
    }
    return Array(
      tried.filter { $0.closes > 0 }.enumerated().sorted {
        ($1.element.closes, $0.offset) < ($0.element.closes, $1.offset)
      }
      .map(\.element).prefix(Self.mostTold))
  }

  /// How many sessions fewer stay open, over all the absences; what has nobody as things are counts for nothing.
  private func closed(by candidate: Candidate, _ short: [Resilience.Scenario]) throws -> Int {
    let added = situation.supposing(candidate.suppositions)
    let today = try CoverageSearch(added, library: library).result().open.count
    return try short.reduce(0) { sum, scenario in
      let supposed = added.supposing(scenario.away.map { .leave($0, month) })
      let open = try CoverageSearch(supposed, library: library).result().open.count
      return sum + max(0, scenario.month.uncovered - max(0, open - today))
    }
  }

  // MARK: What would do

  /// Additions each of which alone lets a colleague take the session, beside what they give already.
  private func candidates(for demand: Int, _ facts: Facts, _ draft: Draft) -> [Candidate] {
    let asking = Asking(facts)
    let covers = draft.covers(facts)
    let session = facts.wanted[demand].session
    return facts.people.indices.compactMap { colleague in
      guard facts.people[colleague].clinician.id != session.clinician else { return nil }
      let choice = Choice(demand: demand, colleague: colleague, start: session.interval.start, facts)
      let obstacles = HardRules.obstacles(to: choice, beside: covers, facts)
      guard obstacles.count == 1, let rule = obstacles.first else { return nil }
      return candidate(against: rule, choice, facts, asking)
    }
  }

  private func candidate(against rule: Rule, _ choice: Choice, _ facts: Facts, _ asking: Asking) -> Candidate? {
    let clinician = choice.person(facts).clinician
    switch rule {
    case .specialty, .language, .licence, .payer, .place, .takesCover:
      guard let asked = asking.suppositions(against: rule, for: choice), asked.count == 1 else { return nil }
      let words = SuppositionWords(practice: situation.practice).phrases(asked)
      return Candidate(words: words.joined(), suppositions: asked)
    case .hours: return hours(clinician, on: choice.day.weekday)
    case .coverDayLimit: return limit(clinician, .coverDay)
    case .coverWeekLimit: return limit(clinician, .coverWeek)
    case .dayLimit: return limit(clinician, .day)
    case .weekLimit: return limit(clinician, .week)
    default: return nil
    }
  }

  private func limit(_ clinician: Clinician, _ kind: Supposition.LimitKind) -> Candidate? {
    guard let most = clinician.limits[kind] else { return nil }
    let supposition = Supposition.limit(clinician.id, kind, most + 1)
    return Candidate(
      words: SuppositionWords(practice: situation.practice).phrases([supposition]).joined() + ", one more than now",
      suppositions: [supposition])
  }

  /// The practice's hours on that weekday.
  private func hours(_ clinician: Clinician, on weekday: Weekday) -> Candidate? {
    let days = month.filter { $0.weekday == weekday }
    let hours = situation.practice.hours.expanded(over: days, in: situation.practice.zone).intervals
    guard !hours.isEmpty else { return nil }
    return Candidate(
      words: "\(clinician.name) works the practice's hours on every \(weekday.abbreviation.capitalized)",
      suppositions: hours.map { .hours(clinician.id, $0, .dayOff) })
  }
}

/// What a locum would have to bring to take the sessions that stay open.
struct LocumNeeds {
  private var specialties: [Tag: Int] = [:]
  private var languages: [LanguageTag: Int] = [:]
  private var licences: [Tag: Int] = [:]

  mutating func add(_ wanted: Wanted) {
    for client in wanted.clients {
      for need in client.needs { specialties[need, default: 0] += 1 }
      if let language = client.language { languages[language, default: 0] += 1 }
      if let jurisdiction = client.jurisdiction { licences[jurisdiction, default: 0] += 1 }
    }
  }

  /// A locum who brings all of it, and one who brings what is needed most of each: in the practice's hours, at every
  /// site and online, for every payer.
  func candidates(_ situation: Situation) -> [AdditionSearch.Candidate] {
    let all = locum(
      situation, specialties.keys.sorted(), Set(languages.keys).union([.english]).sorted(), licences.keys.sorted())
    let most = locum(
      situation, Array(specialties.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(1).map(\.key)),
      [.english], Array(licences.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(1).map(\.key)))
    return all.words == most.words ? [all] : [most, all]
  }

  private func locum(
    _ situation: Situation, _ specialties: [Tag], _ languages: [LanguageTag], _ licences: [Tag]
  ) -> AdditionSearch.Candidate {
    let practice = situation.practice
    var clinician = Clinician(id: ClinicianID("a locum"), name: "A locum")
    clinician.specialties = Set(specialties)
    clinician.languages = Set(languages)
    clinician.licences = licences.map { Clinician.Licence(jurisdiction: $0, expires: nil) }
    clinician.sites = Set(practice.sites)
    let days = (situation.window.from - 1)...situation.window.to
    let diary = Diary(hours: practice.hours.expanded(over: days, in: practice.zone))
    let brings =
      specialties.map(\.text) + languages.filter { $0 != .english }.map(\.englishName)
      + licences.map { "a licence for \($0.text.uppercased())" }
    let words = "a locum in the practice's hours" + (brings.isEmpty ? "" : " with \(brings.joined(separator: ", "))")
    return AdditionSearch.Candidate(words: words, suppositions: [.further(clinician, diary)])
  }
}
