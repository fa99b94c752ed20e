import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing
import CoverVerification

/// Finds in the practice what the command line speaks of. What it does not find it says, with the way out, in ids alone:
/// what was typed may be somebody's name.
final class TargetFinder {
  let situation: Situation
  /// The last publication; nil where there was none.
  let published: PublishedPlan?
  let records: [DecisionRecord]
  /// The time that a telling recorded now would bear.
  let toldAt: Instant
  let terminal: Terminal
  /// What does not fit, each with a hint.
  private(set) var complaints: [String] = []

  init(
    situation: Situation, published: PublishedPlan? = nil, records: [DecisionRecord] = [], toldAt: Instant? = nil,
    terminal: Terminal
  ) {
    self.situation = situation
    self.published = published
    self.records = records
    self.toldAt = toldAt ?? situation.now
    self.terminal = terminal
  }

  var clock: LocalClock { LocalClock(zone: situation.practice.zone) }

  func complain(_ message: String, hint: String) { complaints.append("\(message)\nhint: \(hint)") }

  /// One entry for what is wanted; none where something of it was not found.
  func entries(_ wanted: WantedTarget, _ make: (DecisionTarget) -> DecisionEntry?) -> [DecisionEntry] {
    let before = complaints.count
    var target = DecisionTarget()
    if let client = wanted.client { target.client = self.client(client) }
    if let absence = wanted.absence { target.absence = self.absence(absence) }
    let clinician = wanted.clinician.flatMap { self.clinician($0, "--clinician") }
    if wanted.clinician == nil || clinician != nil {
      if let key = wanted.session {
        set(session(key, of: target.client, clinician: clinician), in: &target)
      } else if let day = wanted.on, let client = target.client {
        set(session(of: client, on: day, clinician: clinician), in: &target)
      }
    }
    guard complaints.count == before else { return [] }
    return make(target).map { [$0] } ?? []
  }

  private func set(_ session: Session?, in target: inout DecisionTarget) {
    guard let session else { return }
    target.session = session.id.key
    let isShared = situation.diaries.contains { owner, diary in
      owner != session.clinician && diary.sessions.contains { $0.id.key == session.id.key }
    }
    if isShared { target.clinician = session.clinician }
  }

  // MARK: People

  func clinician(_ text: String, _ what: String) -> ClinicianID? {
    let ids = situation.practice.clinicians.map(\.id)
    if let id = ids.first(where: { $0.text == text }) { return id }
    complain(
      "\(what) is no clinician of practice.yaml" + likely(text),
      hint: "the clinicians are: \(IDList.text(ids.map(\.text)))")
    return nil
  }

  /// Who was probably meant, by the beginning of the id or by name, in ids alone.
  private func likely(_ text: String) -> String {
    let asked = text.lowercased()
    let clinicians = situation.practice.clinicians
    let found = clinicians.filter {
      asked.count > 2 && ($0.id.text.lowercased().hasPrefix(asked) || $0.name.lowercased().contains(asked))
    }
    return Suggestion.question(found.count == 1 ? found[0].id.text : text, among: clinicians.map(\.id.text))
  }

  func client(_ text: String) -> ClientID? {
    if situation.clients[ClientID(text)] != nil { return ClientID(text) }
    let affected = Set(toCome.flatMap(\.session.clients)).sorted().map(\.text)
    complain(
      "--client is no id of clients.csv"
        + Suggestion.question(text, among: situation.clients.keys.map(\.text).sorted()),
      hint: affected.isEmpty
        ? "the ids are in the first column of clients.csv" : "whose sessions are affected: \(IDList.text(affected))")
    return nil
  }

  // MARK: Absences

  private func absence(_ text: String) -> Decision.AbsenceDay? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard (1...2).contains(words.count), words.count == 1 || Day(words[1]) != nil else {
      complain(
        "--absence cannot be read" + likely(text),
        hint: "the form is --absence \"amara-osei 2026-12-21\", any day of it")
      return nil
    }
    guard let id = clinician(words[0], "the clinician of --absence") else { return nil }
    let today = situation.practice.zone.day(of: situation.now)
    let own = situation.absences.filter { $0.clinician == id }
    let coming = own.filter { $0.days.upperBound >= today }
    if words.count == 2, let day = Day(words[1]) {
      if own.contains(where: { $0.days.contains(day) }) { return Decision.AbsenceDay(clinician: id, day: day) }
      complain("\(id) is not away on \(day.iso8601)", hint: Self.absences(id, coming))
      return nil
    }
    if coming.count == 1, let only = coming.first {
      return Decision.AbsenceDay(clinician: id, day: only.days.lowerBound)
    }
    complain(
      coming.isEmpty ? "\(id) has no absence to come" : "\(id) has \(coming.count) absences to come",
      hint: Self.absences(id, coming))
    return nil
  }

  private static func absences(_ id: ClinicianID, _ absences: [Absence]) -> String {
    let days = absences.map {
      $0.dayCount == 1
        ? $0.days.lowerBound.iso8601 : "\($0.days.lowerBound.iso8601)..\($0.days.upperBound.iso8601)"
    }
    return days.isEmpty
      ? "no leave of \(id) to come was read: put it into a calendar, or plan-cover decide leave \(id) FROM..TO"
      : "absences of \(id): \(IDList.text(days))"
  }

  // MARK: Sessions

  /// The affected sessions that are still to come.
  private var toCome: [Demand] { situation.demands.filter { $0.session.interval.end > situation.now } }

  private func session(_ key: String, of client: ClientID?, clinician: ClinicianID?) -> Session? {
    let all = situation.diaries.values.flatMap(\.sessions).filter {
      (clinician == nil || $0.clinician == clinician) && (client.map($0.clients.contains) ?? true)
    }.sorted()
    let exact = all.filter { $0.id.key == key }
    if exact.count == 1 { return exact[0] }
    if exact.count > 1 {
      complain(
        "the session is in \(exact.count) calendars",
        hint: "say whose is meant: --clinician \(exact.map(\.clinician.text).joined(separator: " or --clinician "))")
      return nil
    }
    let affected = Set(toCome.map(\.session.id))
    let starting = all.filter { $0.id.key.hasPrefix(key) }
    let likely = starting.filter { affected.contains($0.id) }
    let candidates = likely.isEmpty ? starting : likely
    if candidates.count == 1 { return candidates[0] }
    if candidates.isEmpty {
      let near = client == nil ? [] : toCome.map(\.session).filter { client.map($0.clients.contains) ?? false }
      complain(
        "--session is the key of no session" + Suggestion.question(key, among: all.map(\.id.key)),
        hint: near.isEmpty
          ? "plan.json and cover.csv show the keys; or name it by --client ID --on 2026-12-22" : choices(near))
    } else {
      complain("--session could be \(candidates.count) sessions", hint: choices(candidates))
    }
    return nil
  }

  private func session(of client: ClientID, on day: Day, clinician: ClinicianID?) -> Session? {
    let zone = situation.practice.zone
    let own = situation.diaries.values.flatMap(\.sessions).filter {
      $0.clients.contains(client) && (clinician == nil || $0.clinician == clinician)
    }.sorted()
    let that = own.filter { zone.day(of: $0.interval.start) == day }
    let affected = Set(situation.demands.map(\.session.id))
    let likely = that.filter { affected.contains($0.id) }
    let candidates = likely.isEmpty ? that : likely
    if candidates.count == 1 { return candidates[0] }
    if candidates.isEmpty {
      let near = toCome.map(\.session).filter { $0.clients.contains(client) }
      complain(
        "\(client) has no session on \(day.iso8601)",
        hint: near.isEmpty ? "no session of \(client) is affected by an absence" : choices(near))
    } else {
      complain("\(client) has \(candidates.count) sessions on \(day.iso8601)", hint: choices(candidates))
    }
    return nil
  }

  /// The sessions a line each, a dozen at most.
  private func choices(_ sessions: [Session]) -> String {
    let shown = sessions.prefix(12).map { "\n  \(describe($0))  --session \(TerminalText.line($0.id.key))" }
    return "one of these:" + shown.joined() + (sessions.count > 12 ? "\n  and \(sessions.count - 12) more" : "")
  }

  /// `Tue 2026-12-22 10:00  AB12 of amara-osei`.
  func describe(_ session: Session) -> String {
    "\(clock.text(session.interval.start))  \(session.clients.map(\.text).joined(separator: ", ")) of \(session.clinician)"
  }
}
