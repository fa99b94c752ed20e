public import CivilTime

/// Suppositions in a manager's words: `one more session for Ben Lee on Tue 22 Dec`. Names of clinicians, ids of clients,
/// times on the practice's clock, and nothing of the client.
public struct SuppositionWords: Sendable {
  private let practice: Practice
  /// The clients of sessions, by which a manager knows them.
  private let clients: [SessionID: [ClientID]]

  /// - Parameter demands: sessions that may be spoken of.
  public init(practice: Practice, demands: [Demand] = []) {
    self.practice = practice
    clients = Dictionary(demands.map { ($0.session.id, $0.session.clients) }, uniquingKeysWith: { first, _ in first })
  }

  /// A phrase for each; what is there several times is one phrase with its number.
  public func phrases(_ suppositions: [Supposition]) -> [String] {
    var seen: Set<Supposition> = []
    return suppositions.filter { seen.insert($0).inserted }.map { supposition in
      phrase(supposition, count: suppositions.count { $0 == supposition })
    }
  }

  private func phrase(_ supposition: Supposition, count: Int) -> String {
    switch supposition {
    case .furtherSession(let id, let day): "\(further(count)) for \(name(id)) on \(dayText(day))"
    case .furtherSessionInWeek(let id, let week):
      "\(further(count)) for \(name(id)) in the week of \(dayText(week.monday))"
    case .shorterBreak(let id, let day, let minutes):
      minutes == 0
        ? "\(name(id)) has two sessions without a break on \(dayText(day))"
        : "\(name(id)) has a break of \(minutes) minutes on \(dayText(day))"
    case .otherTime(let session, let interval): moved(session, to: interval)
    case .free(let id, let interval): "\(name(id)) is free on \(dayAndClock(interval))"
    case .hours(let id, let interval, let edge): hours(name(id), interval, edge)
    case .place(let id, .site(let site)): "\(name(id)) works at \(site)"
    case .place(let id, .online): "\(name(id)) works online"
    case .place(let id, .open): "\(name(id)) works anywhere"
    case .payer(let id, let payer): "\(name(id)) accepts \(payer)"
    case .consent(let client): "\(client) consents to cover"
    case .takesCover(let id): "\(name(id)) takes cover"
    case .shorterLeave(let id, let gone, .beginning):
      "\(name(id))'s leave begins on \(dayText(practice.zone.day(of: gone.end)))"
    case .shorterLeave(let id, let gone, .end):
      "\(name(id))'s leave ends on \(dayText(practice.zone.day(of: gone.start - 1)))"
    case .licence(let id, let jurisdiction): "\(name(id)) has a licence for \(jurisdiction.text.uppercased())"
    case .language(let id, let language): "\(name(id)) speaks \(language.englishName)"
    case .specialty(let id, let specialty): "\(name(id)) has \(specialty)"
    case .leave(let id, let days):
      days.count == 1
        ? "\(name(id)) is away on \(dayText(days.lowerBound))"
        : "\(name(id)) is away from \(dayText(days.lowerBound)) to \(dayText(days.upperBound))"
    case .limit(let id, let kind, let most):
      "\(name(id)) takes \(most.map { "\($0)" } ?? "any number of") \(kind.words)"
    case .further(let clinician, _): "\(clinician.name) works here"
    case .assigned(let session, let id): "\(name(id)) takes \(session.key)"
    }
  }

  /// That a session is at another time: `AB12 is moved to Wed 23 Dec, 10:00-11:00`.
  public func moved(_ session: SessionID, to interval: Interval) -> String {
    let ids = (clients[session] ?? []).map(\.text)
    let whose = ids.isEmpty ? "the session is" : "\(ids.joined(separator: " and ")) \(ids.count == 1 ? "is" : "are")"
    return "\(whose) moved to \(dayAndClock(interval))"
  }

  /// Several are so many beyond the limit, whether or not somebody was beyond it before.
  private func further(_ count: Int) -> String {
    count == 1 ? "one more session" : "\(count) sessions beyond the limit"
  }

  private func hours(_ name: String, _ interval: Interval, _ edge: Supposition.Edge) -> String {
    let day = dayText(practice.zone.day(of: interval.start))
    switch edge {
    case .until: return "\(name) works until \(clock(interval.end)) on \(day)"
    case .from: return "\(name) works from \(clock(interval.start)) on \(day)"
    case .between, .dayOff: return "\(name) works on \(dayAndClock(interval))"
    }
  }

  private func name(_ id: ClinicianID) -> String { practice.clinician(id)?.name ?? id.text }

  /// `Tue 22 Dec`.
  func dayText(_ day: Day) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (_, month, dayOfMonth) = day.date
    return "\(day.weekday.abbreviation.capitalized) \(dayOfMonth) \(months[month - 1])"
  }

  /// `Tue 22 Dec, 10:00-10:50`; where the clock is put back in it, with its length: `02:30-02:20 (50 minutes)`.
  private func dayAndClock(_ interval: Interval) -> String {
    let zone = practice.zone
    let (start, end) = (zone.civil(interval.start), zone.civil(interval.end))
    let isTold = start.day != end.day || end.localSeconds - start.localSeconds == interval.length
    return "\(dayText(start.day)), \(clock(interval.start))-\(clock(interval.end))"
      + (isTold ? "" : " (\(interval.length / 60) minutes)")
  }

  private func clock(_ instant: Instant) -> String {
    let civil = practice.zone.civil(instant)
    return [civil.hour, civil.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

extension Supposition.LimitKind {
  fileprivate var words: String {
    switch self {
    case .day: "sessions a day"
    case .week: "sessions a week"
    case .coverDay: "cover sessions a day"
    case .coverWeek: "cover sessions a week"
    }
  }
}
