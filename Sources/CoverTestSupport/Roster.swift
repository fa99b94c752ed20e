public import CivilTime
public import CoverDomain

/// A small language for the situations of tests.
///
/// ```swift
/// var roster = Roster(from: "2026-12-14", to: "2026-12-28")
/// roster.clinician("ann") { $0.specialties = [Tag("emdr")] }
/// roster.clinician("ben")
/// roster.client("C1", of: "ann") { $0.needs = [Tag("emdr")] }
/// roster.leave("ann", "2026-12-21..2026-12-23")
/// let session = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
/// let situation = roster.situation()
/// ```
/// Everybody works `mon-fri 09:00-17:00` and at no site unless the test says otherwise.
public struct Roster: Sendable {
  public let times: Times
  public var rules = PracticeRules()
  public var sites: [SiteID] = [SiteID("harbour"), SiteID("mill")]
  public var practiceHours = WeeklyHoursText("mon-fri 09:00-17:00").hours
  public var now: Instant
  public var decisions: [Decision] = []
  public var answers: [Answer] = []
  public var published: [PublishedCover] = []
  public var publishedContacts: [PublishedContact] = []
  public var publishedMeetings: [PublishedMeeting] = []
  public var dutyAnswers: [DutyAnswer] = []
  public private(set) var referrals: [Referral] = []
  public private(set) var publishedReferrals: [PublishedCover] = []
  public private(set) var clinicians: [Clinician] = []
  public private(set) var clients: [Client] = []
  private var leave: [ClinicianID: [Leave]] = [:]
  private var sessions: [ClinicianID: [Session]] = [:]
  private var busy: [ClinicianID: [Interval]] = [:]
  private var closures: [Closure] = []
  public var window: PlanningWindow

  public init(from: String = "2026-12-14", to: String = "2026-12-28", times: Times = Times()) {
    self.times = times
    window = PlanningWindow(from: times.day(from), to: times.day(to), zone: times.zone)!
    now = window.interval.start
  }

  @discardableResult
  public mutating func clinician(_ id: String, _ change: (inout Clinician) -> Void = { _ in }) -> ClinicianID {
    var clinician = Clinician(id: ClinicianID(id), name: id.capitalized)
    clinician.email = "\(id)@practice.example"
    clinician.sites = Set(sites)
    change(&clinician)
    clinicians.append(clinician)
    return clinician.id
  }

  @discardableResult
  public mutating func client(
    _ id: String, of clinician: String? = nil, _ change: (inout Client) -> Void = { _ in }
  ) -> ClientID {
    var client = Client(id: ClientID(id), name: "Client \(id)")
    client.clinician = clinician.map { ClinicianID($0) }
    change(&client)
    clients.append(client)
    return client.id
  }

  /// Changes a clinician who is in the roster already.
  public mutating func change(clinician id: String, _ change: (inout Clinician) -> Void) {
    for index in clinicians.indices where clinicians[index].id == ClinicianID(id) { change(&clinicians[index]) }
  }

  /// Changes a client who is in the roster already.
  public mutating func change(client id: String, _ change: (inout Client) -> Void) {
    for index in clients.indices where clients[index].id == ClientID(id) { change(&clients[index]) }
  }

  /// Leave in one of the forms of `Times.interval`.
  public mutating func leave(_ clinician: String, _ text: String) {
    leave[ClinicianID(clinician), default: []].append(
      Leave(interval: times.interval(text), source: Source(file: "clinicians/\(clinician).ics")))
  }

  public mutating func closure(_ text: String) {
    closures.append(Closure(interval: times.interval(text), source: Source(file: "closures.ics")))
  }

  public mutating func busy(_ clinician: String, _ text: String) {
    busy[ClinicianID(clinician), default: []].append(times.interval(text))
  }

  /// A session of clients (parted by spaces) who need not be registered; its key is `S` and a number unless given.
  @discardableResult
  public mutating func session(
    _ clinician: String, _ text: String, _ clients: String, place: Place = .open, key: String? = nil
  ) -> SessionID {
    let count = sessions.values.reduce(0) { $0 + $1.count }
    let id = SessionID(clinician: ClinicianID(clinician), key: key ?? "S\(count + 1)")
    sessions[id.clinician, default: []].append(
      Session(
        id: id, clients: clients.split(separator: " ").map { ClientID(String($0)) }, interval: times.interval(text),
        place: place, source: Source(file: "clinicians/\(clinician).ics", uid: id.key)))
    return id
  }

  /// Cover that the last publication holds.
  public mutating func published(
    _ session: SessionID, by: String, _ text: String, clients: String, sequence: Int = 0, since: String? = nil
  ) {
    published.append(
      PublishedCover(
        session: session, clients: clients.split(separator: " ").map { ClientID(String($0)) }, by: ClinicianID(by),
        interval: times.interval(text), uid: "cover-\(session.key)", sequence: sequence, since: since.map(times.instant)
      ))
  }

  /// A request in the form of `Times.interval` for its time; its key is `R` and a number unless given.
  @discardableResult
  public mutating func referral(
    _ clinician: String, _ reason: Referral.Reason, _ text: String, _ clients: String = "", needs: String = "",
    minutes: Int = 50, place: Place = .open, words: String? = nil, isShared: Bool = false, key: String? = nil
  ) -> SessionID {
    let id = SessionID(clinician: ClinicianID(clinician), key: key ?? "R\(referrals.count + 1)")
    let time = times.interval(text)
    referrals.append(
      Referral(
        id: id, reason: reason, clients: clients.split(separator: " ").map { ClientID(String($0)) },
        needs: Set(needs.split(separator: " ").map { Tag(String($0)) }), from: time.start, due: time.end,
        minutes: minutes, place: place, words: words, isShared: isShared,
        source: Source(file: "clinicians/\(clinician).ics", uid: id.key)))
    return id
  }

  /// An appointment of the last publication that meets a request.
  public mutating func published(
    referral: SessionID, by: String, _ text: String, clients: String = "", sequence: Int = 0, since: String? = nil
  ) {
    publishedReferrals.append(
      PublishedCover(
        session: referral, clients: clients.split(separator: " ").map { ClientID(String($0)) }, by: ClinicianID(by),
        interval: times.interval(text), uid: "referral-\(referral.key)", sequence: sequence,
        since: since.map(times.instant)))
  }

  public mutating func answer(_ session: SessionID, _ colleague: String, _ kind: Answer.Kind, sequence: Int = 0) {
    answers.append(
      Answer(
        session: session, colleague: ClinicianID(colleague), kind: kind, sequence: sequence,
        source: Source(file: "replies/\(colleague).ics")))
  }

  public mutating func decide(
    _ kind: Decision.Kind, client: String? = nil, session: SessionID? = nil, absence: (String, String)? = nil,
    at: String? = nil
  ) {
    decisions.append(
      Decision(
        kind: kind, client: client.map { ClientID($0) }, session: session,
        absence: absence.map { Decision.AbsenceDay(clinician: ClinicianID($0.0), day: times.day($0.1)) },
        at: at.map(times.instant), source: Source(file: "decisions.yaml")))
  }

  public func situation() -> Situation {
    let practice = Practice(
      name: "Sample Practice", zone: times.zone, email: "office@practice.example", phone: "020 7946 0000",
      urgentHelp: "Call 999.", hours: practiceHours, sites: sites, clinicians: clinicians, rules: rules)
    let days = (window.from - 60)..<(window.to + 60)
    var diaries: [ClinicianID: Diary] = [:]
    for clinician in clinicians {
      diaries[clinician.id] = Diary(
        hours: (clinician.hours ?? practiceHours).expanded(over: days, in: times.zone),
        leave: leave[clinician.id] ?? [], sessions: sessions[clinician.id] ?? [], busy: busy[clinician.id] ?? [])
    }
    return Situation(
      practice: practice, clients: clients, diaries: diaries, closures: closures, window: window, now: now,
      decisions: decisions, answers: answers, published: published, publishedContacts: publishedContacts,
      publishedMeetings: publishedMeetings, dutyAnswers: dutyAnswers, referrals: referrals,
      publishedReferrals: publishedReferrals)
  }
}
