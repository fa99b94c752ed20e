import CivilTime
import CoverDomain
import ICalendar

/// The calendars of a practice into its clinicians' diaries, its closures, and an account of what was read.
struct DiaryReader {
  let practice: Practice
  let clients: [Client]
  let calendars: [CalendarFile]
  let options: IntakeOptions
  /// Leave of decisions.yaml.
  let decided: [AddedLeave]
  let window: WindowChoice
  /// When the last publication has cover: what is still to come of it is read as well, wherever the window ends.
  let promised: [Interval]
  let log: ProblemLog

  struct Outcome {
    let diaries: [ClinicianID: Diary]
    let closures: [Closure]
    /// The requests whose time reaches into the window, each once.
    let requests: [Referral]
    /// The end of the planning window.
    let to: Day
    let reading: Reading
  }

  /// So many days more than the rules ask for are read around the window.
  private static let margin = 8
  /// Hours are stated for so many days around what is read.
  private static let hoursMargin = 70
  /// An absence is followed so far beyond the window.
  private static let longestAbsence = 400

  /// - Parameter lines: where each clinician stands in practice.yaml.
  func read(_ index: ClientIndex, lines: [ClinicianID: Int]) throws(IntakeFailure) -> Outcome {
    let zone = practice.zone
    let table = DayTable(window.horizon, zone: zone)
    let horizon = table.interval(of: window.horizon)
    let awayTimes = calendars.concurrentMap { AwayTimes($0, over: horizon, zone: zone) }
    let away = PracticeAway(practice, calendars: calendars, away: awayTimes, extra: try addedLeave(), table: table)
    for id in away.withoutHours { noteWithoutHours(id, line: lines[id]) }

    // The absences that touch the window say how far it and everything else reaches.
    let firstDays = (window.from - Self.hoursMargin)..<(window.firstEnd + Self.hoursMargin)
    var hours = away.workingHours(on: firstDays)
    var absences = away.absences(hours)
    let to = window.end(absences: absences, log: log)
    guard let planned = PlanningWindow(from: window.from, to: to, zone: zone) else {
      throw .option(message: "the planning window holds no day", hint: nil)
    }
    let reach = reach(planned, absences)
    let days = (reach.lowerBound - Self.hoursMargin)..<(reach.upperBound + Self.hoursMargin)
    if days != firstDays {
      hours = away.workingHours(on: days)
      absences = away.absences(hours)
    }
    let margin = Self.margin + max(practice.rules.handover.withinDays, practice.rules.retime.withinDays)
    let span = table.interval(of: (reach.lowerBound - margin)..<(reach.upperBound + margin))
    let times = zip(calendars, awayTimes).map { ($0, $1) }.concurrentMap { pair in
      DiaryTimes(pair.0, away: pair.1, over: span, window: planned.interval, zone: zone)
    }

    let sessions = sessions(times)
    var busy: [ClinicianID: [Interval]] = [:]
    for (calendar, read) in zip(calendars, times) {
      for event in read.busy {
        if let id = event.clinician ?? calendar.owner.clinician { busy[id, default: []].append(event.interval) }
      }
    }
    let diaries = practice.clinicians.map(\.id).map { id in
      (
        id,
        Diary(
          hours: hours[id] ?? .empty, leave: away.leave[id] ?? [], sessions: sessions[id] ?? [], busy: busy[id] ?? [])
      )
    }
    return Outcome(
      diaries: Dictionary(uniqueKeysWithValues: diaries), closures: away.closures,
      requests: requests(times), to: to,
      reading: reading(
        times, OpenQuestions(calendars, times, away, planned, clients: clients, index: index), planned))
  }

  /// Of two requests of one UID the one that was read first: the later stands in a copy.
  private func requests(_ times: [DiaryTimes]) -> [Referral] {
    var seen: Set<SessionID> = []
    return times.flatMap(\.requests).filter { seen.insert($0.id).inserted }
  }

  private func noteWithoutHours(_ id: ClinicianID, line: Int?) {
    log.note(
      Problem(
        file: PracticeFile.name, line: line,
        message: "there are no working hours of '\(id)': neither here, nor in the calendar, nor the practice's",
        hint: "add hours: {mon-fri: \"09:00-17:00\"} to the clinician or to the practice"))
  }

  /// Leave of the command line and of decisions, which no calendar holds.
  private func addedLeave() throws(IntakeFailure) -> [ClinicianID: [Leave]] {
    for extra in options.extraLeave where practice.clinician(extra.clinician) == nil {
      throw .option(
        message: "--leave names \(ShownText.quoted(extra.clinician.text)), who is no clinician of practice.yaml"
          + Suggestion.question(extra.clinician.text, among: practice.clinicians.map(\.id.text)), hint: nil)
    }
    return Dictionary(grouping: added, by: \.clinician).mapValues { $0.map { $0.leave(practice.zone) } }
  }

  private var added: [AddedLeave] {
    options.extraLeave.map { AddedLeave(clinician: $0.clinician, days: $0.days, source: Source(file: "--leave")) }
      + decided
  }

  /// The window with the absences that touch it, as far as they can still be handed over and back.
  private func reach(_ planned: PlanningWindow, _ absences: [Absence]) -> Range<Day> {
    let today = practice.zone.day(of: options.now)
    let touching = absences.filter { $0.interval.overlaps(planned.interval) }
    let first = touching.map { max($0.days.lowerBound, today) }.min() ?? planned.from
    let last = touching.map { min($0.days.upperBound, planned.to + Self.longestAbsence) }.max() ?? planned.to
    let pending = promised.filter { $0.end > options.now }.map { practice.zone.days(of: $0) }
    let from = min(planned.from, first, pending.map(\.lowerBound).min() ?? first)
    let to = max(planned.to, last, pending.map { $0.upperBound + 1 }.max() ?? last)
    return max(from, planned.from - Self.longestAbsence)..<min(to, planned.to + Self.longestAbsence)
  }

  /// The sessions of each clinician, each key once.
  private func sessions(_ times: [DiaryTimes]) -> [ClinicianID: [Session]] {
    var found: [ClinicianID: [[DiaryTimes.FoundSession]]] = [:]
    for (calendar, read) in zip(calendars, times) where !read.sessions.isEmpty {
      if case .clinician(let id) = calendar.owner { found[id, default: []].append(read.sessions) }
    }
    // Within one file each key stands once.
    return found.mapValues { $0.count == 1 ? $0[0].map(\.session) : merged($0.flatMap(\.self)) }
  }

  private func merged(_ sessions: [DiaryTimes.FoundSession]) -> [Session] {
    var best: [String: DiaryTimes.FoundSession] = [:]
    for found in sessions {
      guard let other = best[found.session.id.key] else {
        best[found.session.id.key] = found
        continue
      }
      if other.session.interval != found.session.interval {
        log.note(
          Problem(
            .remark, file: found.session.source.file, line: found.session.source.line,
            message: "one session stands at different times here and in \(other.session.source.file):"
              + "\(other.session.source.line ?? 1); the newer of the two counts"))
      }
      if other.rank.lexicographicallyPrecedes(found.rank) { best[found.session.id.key] = found }
    }
    return best.values.map(\.session).sorted()
  }

  private func reading(_ times: [DiaryTimes], _ questions: OpenQuestions, _ planned: PlanningWindow) -> Reading {
    let extra = added.map { ReadInterval(source: $0.source, kind: .leave, interval: $0.leave(practice.zone).interval) }
    // Leave that is in no calendar comes first.
    return Reading(
      ledger: ledger(times),
      intervals: extra.filter { $0.interval.overlaps(planned.interval) }.sorted { $0.interval < $1.interval }
        + intervals(times),
      unrecognised: questions.unrecognised,
      notUnderstood: times.flatMap(\.notUnderstood).sorted { $0.source < $1.source },
      questions: questions.questions)
  }

  /// By file: what several files share is counted where it stands.
  private func ledger(_ times: [DiaryTimes]) -> [LedgerEntry] {
    var counts: [String: [LedgerKind: Int]] = [:]
    for read in times { counts.merge(read.ledger) { $0.merging($1, uniquingKeysWith: +) } }
    return counts.sorted { $0.key < $1.key }.map { file, counts in
      LedgerEntry(file: file, components: counts.values.reduce(0, +), counts: counts)
    }
  }

  /// The files come in order, and so do the intervals of each.
  private func intervals(_ times: [DiaryTimes]) -> [ReadInterval] {
    guard calendars.contains(where: \.isJoined) else { return times.flatMap(\.intervals) }
    let byFile = Dictionary(grouping: times.flatMap(\.intervals), by: \.source.file)
    return byFile.sorted { $0.key < $1.key }.flatMap { $0.value.sorted(by: DiaryTimes.isBefore) }
  }
}
