import CivilTime
import CoverDomain

/// Each covering colleague of an absence has one handover and one handback, of the right length and for the right clients;
/// one that is placed lies in its days, where both work and are free.
struct Handovers {
  let facts: Facts
  private let book: CoverBook
  /// What the plan covers, and what was published outside its window, by who is away.
  private let covers: [ClinicianID: [GivenCover]]
  private let carried: [ClinicianID: [GivenCover]]
  /// Handovers of all absences placed so far, by either of the two who meet.
  private var placed: [ClinicianID: [Interval]] = [:]

  init(_ facts: Facts, _ book: CoverBook, covers: [GivenCover]) {
    self.facts = facts
    self.book = book
    self.covers = Dictionary(grouping: covers.filter { !$0.isOwn }, by: \.session.clinician)
    carried = Dictionary(grouping: facts.carried.filter { !$0.isOwn }, by: \.session.clinician)
  }

  mutating func breaches(_ absence: AbsenceRun, _ handovers: [Handover]) -> [Breach] {
    var clients: [ClinicianID: Set<ClientID>] = [:]
    for cover in covers[absence.clinician] ?? [] where cover.affected?.absence == absence {
      clients[cover.by, default: []].formUnion(cover.clients)
    }
    for cover in carried(in: absence) { clients[cover.by, default: []].formUnion(cover.clients) }
    var breaches: [Breach] = []
    for kind in [Handover.Kind.handover, .handback] {
      let named = handovers.filter { $0.kind == kind }.map(\.colleague).sorted()
      if named != clients.keys.sorted() {
        breaches.append(breach(absence, nil, "not one \(kind.rawValue) for each covering colleague"))
      }
    }
    for handover in handovers {
      let colleague = handover.colleague
      let expected = clients[colleague] ?? []
      if Set(handover.clients) != expected || handover.clients.count != expected.count {
        breaches.append(breach(absence, colleague, "the \(handover.kind.rawValue) names other clients than the covers"))
      }
      if handover.minutes != minutes(clients: expected.count) {
        breaches.append(breach(absence, colleague, "the \(handover.kind.rawValue) has a wrong length"))
      }
      guard let interval = handover.interval else { continue }
      if let fault = fault(handover, interval, absence) {
        breaches.append(
          breach(absence, colleague, "the \(handover.kind.rawValue) at \(facts.clock(interval.start)): \(fault)"))
      }
      placed[colleague, default: []].append(interval)
      placed[absence.clinician, default: []].append(interval)
    }
    return breaches
  }

  /// Published cover outside the window of the absence's sessions.
  private func carried(in absence: AbsenceRun) -> [GivenCover] {
    (carried[absence.clinician] ?? []).filter { cover in
      (facts.sessions[cover.session]?.interval ?? cover.interval).overlaps(absence.interval)
    }
  }

  /// `max(at-least-minutes, clients × minutes-per-client)`, rounded up to 5.
  private func minutes(clients: Int) -> Int {
    let rules = facts.rules.handover
    let minutes = max(rules.atLeastMinutes, clients * rules.minutesPerClient)
    return minutes % 5 == 0 ? minutes : minutes + 5 - minutes % 5
  }

  private func fault(_ handover: Handover, _ interval: Interval, _ absence: AbsenceRun) -> String? {
    let within = facts.rules.handover.withinDays
    if interval.length != handover.minutes * 60 { return "it is not as long as it says" }
    if interval.start < facts.now { return "it is in the past" }
    switch handover.kind {
    case .handover:
      if interval.end > absence.interval.start { return "it is not before the absence" }
      if facts.zone.day(of: interval.start) < absence.firstDay - within { return "it is too early" }
    case .handback:
      if interval.start < absence.interval.end { return "it is not after the absence" }
      if facts.zone.day(of: interval.start) > absence.lastDay + within { return "it is too late" }
    }
    return hindrance(of: absence.clinician, with: handover.colleague, interval)
  }

  /// What keeps either of the two from meeting then.
  func hindrance(of absent: ClinicianID, with colleague: ClinicianID, _ interval: Interval) -> String? {
    for person in [absent, colleague] {
      if let fault = engagement(of: person, during: interval) { return "\(person) \(fault)" }
      let duty = DutyAnswer.Duty.meeting(of: absent, with: colleague, at: interval.start)
      if facts.lastAnswer(of: person, to: duty) == .declined { return "\(person) has declined it" }
    }
    return nil
  }

  /// What keeps the clinician from meeting then.
  private func engagement(of person: ClinicianID, during interval: Interval) -> String? {
    if let clinician = facts.people[person], !clinician.isEmployed(on: facts.zone.day(of: interval.start)) {
      return "is not employed then"
    }
    if !(facts.hours[person]?.contains(interval) ?? false) { return "does not work then" }
    if facts.leave[person]?.overlaps(interval) ?? false { return "is on leave" }
    if facts.busy[person]?.contains(where: { $0.overlaps(interval) }) ?? false { return "is busy" }
    if let own = facts.standing[person]?.overlapping(interval) { return "has \(own.id)" }
    if let cover = book.occupying(person).first(where: { $0.interval.overlaps(interval) }) {
      return "covers \(cover.session)"
    }
    if placed[person]?.contains(where: { $0.overlaps(interval) }) ?? false { return "is in another handover" }
    return nil
  }

  private func breach(_ absence: AbsenceRun, _ colleague: ClinicianID?, _ fault: String) -> Breach {
    Breach(
      .wrongHandover, colleague: colleague,
      "handovers of \(absence.clinician)'s absence from \(absence.firstDay.iso8601): \(fault)")
  }
}
