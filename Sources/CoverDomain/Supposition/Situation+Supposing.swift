import CivilTime

extension Situation {
  /// The situation as it would be with those changes, made in their order. The same one twice counts twice: two sessions
  /// beyond a limit. What does not fit the practice (somebody who is not in it) changes nothing.
  public func supposing(_ suppositions: [Supposition]) -> Situation {
    guard !suppositions.isEmpty else { return self }
    var parts = SupposedParts(self)
    for supposition in suppositions { parts.apply(supposition) }
    let old = practice
    let practice = Practice(
      name: old.name, zone: old.zone, email: old.email, phone: old.phone, urgentHelp: old.urgentHelp,
      language: old.language, hours: old.hours, sites: old.sites, clinicians: parts.clinicians, rules: old.rules)
    return replacing(
      practice: practice, clients: parts.clients, diaries: parts.diaries, decisions: parts.decisions)
  }
}

/// What of a situation suppositions change.
private struct SupposedParts {
  var clinicians: [Clinician]
  var clients: [ClientID: Client]
  var diaries: [ClinicianID: Diary]
  var decisions: [Decision]
  private let zone: Zone

  private static let source = Source(file: "supposed")

  init(_ situation: Situation) {
    clinicians = situation.practice.clinicians
    clients = situation.clients
    diaries = situation.diaries
    decisions = situation.decisions
    zone = situation.practice.zone
  }

  mutating func apply(_ supposition: Supposition) {
    switch supposition {
    case .furtherSession(let id, let day):
      change(id) {
        $0.leeway.sessionsOn[day, default: 0] += 1
        $0.leeway.sessionsIn[day.week, default: 0] += 1
      }
    case .furtherSessionInWeek(let id, let week): change(id) { $0.leeway.sessionsIn[week, default: 0] += 1 }
    case .shorterBreak(let id, let day, let minutes):
      change(id) { $0.leeway.breakMinutes[day] = min(minutes, $0.leeway.breakMinutes[day] ?? minutes) }
    case .otherTime(let session, let interval): move(session, to: interval)
    case .free(let id, let interval):
      changeDiary(of: id) { diary in
        diary.busy = diary.busy.flatMap { busy in
          busy.overlaps(interval) ? IntervalSet([busy]).subtracting(IntervalSet([interval])).intervals : [busy]
        }
      }
    case .hours(let id, let interval, _):
      changeDiary(of: id) { $0.hours = $0.hours.union(IntervalSet([interval])) }
    case .place(let id, .site(let site)): change(id) { $0.sites.insert(site) }
    case .place(let id, .online): change(id) { $0.online = true }
    case .place(_, .open): break
    case .payer(let id, let payer): change(id) { $0.payers?.insert(payer) }
    case .consent(let client): clients[client]?.consent = .yes
    case .takesCover(let id): change(id) { $0.takesCover = true }
    case .shorterLeave(let id, let interval, _): shortenLeave(of: id, by: interval)
    case .licence(let id, let jurisdiction):
      change(id) { $0.licences.append(Clinician.Licence(jurisdiction: jurisdiction, expires: nil)) }
    case .language(let id, let language): change(id) { $0.languages.insert(language) }
    case .specialty(let id, let specialty): change(id) { $0.specialties.insert(specialty) }
    case .leave(let id, let days):
      let last = days.upperBound + 1
      if let interval = Interval(zone.start(of: days.lowerBound), zone.start(of: last)) {
        changeDiary(of: id) { $0.leave.append(Leave(interval: interval, source: Self.source)) }
      }
    case .limit(let id, let kind, let most): change(id) { $0.limits[kind] = most }
    case .further(let clinician, let diary):
      guard !clinicians.contains(where: { $0.id == clinician.id }) else { return }
      clinicians.append(clinician)
      diaries[clinician.id] = diary
    case .assigned(let session, let colleague):
      decisions.append(Decision(kind: .assign(colleague), session: session, source: Self.source))
    }
  }

  private mutating func change(_ id: ClinicianID, _ change: (inout Clinician) -> Void) {
    for index in clinicians.indices where clinicians[index].id == id { change(&clinicians[index]) }
  }

  private mutating func changeDiary(of id: ClinicianID, _ change: (inout Diary) -> Void) {
    guard var diary = diaries[id] else { return }
    change(&diary)
    diaries[id] = diary
  }

  private mutating func move(_ id: SessionID, to interval: Interval) {
    guard var diary = diaries[id.clinician], let index = diary.sessions.firstIndex(where: { $0.id == id }) else {
      return
    }
    let old = diary.sessions[index]
    diary.sessions[index] = Session(
      id: id, clients: old.clients, interval: interval, place: old.place, source: old.source)
    diary.sessions.sort()
    diaries[id.clinician] = diary
  }

  private mutating func shortenLeave(of id: ClinicianID, by interval: Interval) {
    let gone = IntervalSet([interval])
    changeDiary(of: id) { diary in
      diary.leave = diary.leave.flatMap { leave in
        IntervalSet([leave.interval]).subtracting(gone).intervals.map { Leave(interval: $0, source: leave.source) }
      }
    }
  }
}

extension Clinician.Limits {
  /// The limit of that kind; nil is no limit.
  public subscript(kind: Supposition.LimitKind) -> Int? {
    get {
      switch kind {
      case .day: sessionsPerDay
      case .week: sessionsPerWeek
      case .coverDay: coverPerDay
      case .coverWeek: coverPerWeek
      }
    }
    set {
      switch kind {
      case .day: sessionsPerDay = newValue
      case .week: sessionsPerWeek = newValue
      case .coverDay: coverPerDay = newValue
      case .coverWeek: coverPerWeek = newValue
      }
    }
  }
}
