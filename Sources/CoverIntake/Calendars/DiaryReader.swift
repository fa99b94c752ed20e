import CivilTime
import CoverDomain
import ICalendar

/// The calendars of a practice into its clinicians' diaries, its closures, and an account of what was read.
struct DiaryReader {
  let practice: Practice
  let clients: [Client]
  let calendars: [CalendarFile]
  let options: IntakeOptions
  let window: WindowChoice
  let log: ProblemLog

  struct Outcome {
    let diaries: [ClinicianID: Diary]
    let closures: [Closure]
    /// The end of the planning window.
    let to: Day
    let reading: Reading
  }

  /// So many days more than the rules ask for are read around the window.
  private static let margin = 8
  /// Hours are stated for so many days around the window.
  private static let hoursMargin = 60
  /// A clinician's absence is followed so far beyond the window.
  private static let longestAbsence = 400

  /// - Parameter lines: where each clinician stands in practice.yaml.
  func read(_ index: ClientIndex, lines: [ClinicianID: Int]) throws(IntakeFailure) -> Outcome {
    let zone = practice.zone
    let table = DayTable(window.horizon, zone: zone)
    let horizon = table.interval(of: window.horizon)
    let away = calendars.concurrentMap { AwayTimes($0, over: horizon, zone: zone) }
    var leave = try extraLeave()
    var closures: [Closure] = []
    var stated: [ClinicianID: [Availability]] = [:]
    for (calendar, times) in zip(calendars, away) {
      for piece in times.pieces where !piece.interval.isEmpty {
        if piece.kind == .closure { closures.append(Closure(interval: piece.interval, source: piece.source)) }
        if piece.kind == .leave, let clinician = piece.clinician {
          leave[clinician, default: []].append(Leave(interval: piece.interval, source: piece.source))
        }
      }
      if case .clinician(let id) = calendar.owner { stated[id, default: []] += times.hours }
    }
    leave = leave.mapValues { $0.sorted { ($0.interval, $0.source) < ($1.interval, $1.source) } }
    closures.sort { ($0.interval, $0.source) < ($1.interval, $1.source) }
    let closed = IntervalSet(closures.map(\.interval))

    func hours(of clinician: Clinician, to end: Day) -> IntervalSet {
      let hours = WorkingHours(
        practice: practice.hours, own: clinician.hours, availabilities: stated[clinician.id] ?? [], table: table)
      if !hours.isKnown {
        log.note(
          Problem(
            file: PracticeFile.name, line: lines[clinician.id],
            message:
              "there are no working hours of '\(clinician.id)': neither here, nor in the calendar, nor the practice's",
            hint: "add hours: {mon-fri: \"09:00-17:00\"} to the clinician or to the practice"))
      }
      let margin = DiaryReader.hoursMargin
      return hours.hours(
        on: (window.from - margin)..<(end + margin), around: (leave[clinician.id] ?? []).map(\.interval), zone: zone)
    }

    func absences(of clinician: Clinician, _ hours: IntervalSet) -> [Absence] {
      Absence.derived(
        for: clinician.id, leave: leave[clinician.id] ?? [], workingTime: hours.subtracting(closed), zone: zone)
    }

    var working = Dictionary(
      uniqueKeysWithValues: practice.clinicians.map { ($0.id, hours(of: $0, to: window.firstEnd)) })
    var found = practice.clinicians.filter { leave[$0.id] != nil }.flatMap {
      absences(of: $0, working[$0.id] ?? .empty)
    }
    let to = window.end(absences: found, log: log)
    if to != window.firstEnd {
      working = Dictionary(uniqueKeysWithValues: practice.clinicians.map { ($0.id, hours(of: $0, to: to)) })
      found = practice.clinicians.filter { leave[$0.id] != nil }.flatMap { absences(of: $0, working[$0.id] ?? .empty) }
    }
    guard let planned = PlanningWindow(from: window.from, to: to, zone: zone) else {
      throw .option(message: "the planning window holds no day", hint: nil)
    }
    let span = span(planned, found, table)
    let times = zip(calendars, away).map { ($0, $1) }
      .concurrentMap { pair in
        DiaryTimes(pair.0, away: pair.1, over: span, window: planned.interval, zone: zone)
      }
    let sessions = sessions(times)
    var busy: [ClinicianID: [Interval]] = [:]
    var unrecognised: [UnrecognisedEvent] = []
    for (calendar, read) in zip(calendars, times) {
      guard case .clinician(let id) = calendar.owner else { continue }
      busy[id, default: []] += read.busy.map(\.interval)
      let gone = IntervalSet((leave[id] ?? []).map(\.interval))
      for event in read.busy where !event.isAllDay && event.interval.overlaps(planned.interval) {
        guard gone.overlaps(event.interval) else { continue }
        let text = calendar.document.components[event.componentIndex].first("SUMMARY")?.text ?? ""
        unrecognised.append(
          UnrecognisedEvent(
            clinician: id, interval: event.interval, summary: text, source: event.source,
            candidates: index.candidates(summary: Words(text), of: id, among: clients)))
      }
    }
    let diaries = practice.clinicians.map { clinician in
      (
        clinician.id,
        Diary(
          hours: working[clinician.id] ?? .empty, leave: leave[clinician.id] ?? [],
          sessions: sessions[clinician.id] ?? [],
          busy: busy[clinician.id] ?? [])
      )
    }
    return Outcome(
      diaries: Dictionary(uniqueKeysWithValues: diaries), closures: closures, to: to,
      reading: reading(times, unrecognised, planned))
  }

  /// Leave of the command line.
  private func extraLeave() throws(IntakeFailure) -> [ClinicianID: [Leave]] {
    var leave: [ClinicianID: [Leave]] = [:]
    for extra in options.extraLeave {
      guard practice.clinician(extra.clinician) != nil else {
        throw .option(
          message: "--leave names \(ShownText.quoted(extra.clinician.text)), who is no clinician of practice.yaml"
            + Suggestion.question(extra.clinician.text, among: practice.clinicians.map(\.id.text)), hint: nil)
      }
      let start = practice.zone.start(of: extra.days.lowerBound)
      let end = practice.zone.start(of: extra.days.upperBound + 1)
      leave[extra.clinician, default: []].append(
        Leave(interval: Interval(start: start, seconds: end - start), source: Source(file: "--leave")))
    }
    return leave
  }

  /// The time over which diaries are read: the window with its whole weeks, and the days on which an absence that
  /// touches it can be handed over and back.
  private func span(_ planned: PlanningWindow, _ absences: [Absence], _ table: DayTable) -> Interval {
    let rules = practice.rules
    let margin = DiaryReader.margin + max(rules.handover.withinDays, rules.retime.withinDays)
    let today = practice.zone.day(of: options.now)
    let touching = absences.filter { $0.interval.overlaps(planned.interval) }
    let first = touching.map { max($0.days.lowerBound, today) }.min() ?? planned.from
    let last = touching.map { min($0.days.upperBound, planned.to + DiaryReader.longestAbsence) }.max() ?? planned.to
    return table.interval(of: (min(planned.from, first) - margin)..<(max(planned.to, last) + margin))
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

  private func reading(
    _ times: [DiaryTimes], _ unrecognised: [UnrecognisedEvent], _ planned: PlanningWindow
  ) -> Reading {
    let extra = options.extraLeave.map { extra in
      let start = practice.zone.start(of: extra.days.lowerBound)
      return ReadInterval(
        source: Source(file: "--leave"), kind: .leave,
        interval: Interval(start: start, seconds: practice.zone.start(of: extra.days.upperBound + 1) - start))
    }
    let intervals = times.flatMap(\.intervals) + extra.filter { $0.interval.overlaps(planned.interval) }
    return Reading(
      ledger: times.map(\.ledger).sorted { $0.file < $1.file },
      intervals: intervals.sorted { left, right in
        if left.source.file != right.source.file { return left.source.file < right.source.file }
        if left.interval != right.interval { return left.interval < right.interval }
        return (left.source.uid ?? "", left.source.line ?? 0) < (right.source.uid ?? "", right.source.line ?? 0)
      },
      unrecognised: unrecognised.sorted { ($0.interval, $0.source) < ($1.interval, $1.source) },
      notUnderstood: times.flatMap(\.notUnderstood).sorted { $0.source < $1.source })
  }
}
