import CivilTime
import CoverDomain

extension Brief {
  /// What the colleague gives, week by week, the first week first.
  var weeks: [String] {
    let rows = Dictionary(grouping: rows, by: \.days.lowerBound.week)
    let width = rows.values.joined().map(\.when.count).max() ?? 0
    return rows.keys.sorted().flatMap { week in
      ["", "WEEK OF \(times.shortDayOfYear(week.monday).uppercased())", ""]
        + (rows[week] ?? []).sorted().flatMap { $0.lines(width: width) }
    }
  }

  /// What is to be taken out of a diary.
  var gone: [String] {
    let rows = withdrawn.map { event in
      Row(
        days: days(of: event), at: event.time.interval(in: practice.zone).start, when: when(event), what: what(event),
        isNew: isNew(event))
    }
    guard !rows.isEmpty else { return [] }
    let width = rows.map(\.when.count).max() ?? 0
    return ["", "NO LONGER YOURS", ""] + rows.sorted().flatMap { $0.lines(width: width) }
  }

  private var rows: [Row] {
    events.filter { $0.kind != .contact }.map { event in
      Row(
        days: days(of: event), at: event.time.interval(in: practice.zone).start, when: when(event),
        what: what(event) + before(event), isNew: isNew(event))
    }
      + days(events.filter { $0.kind == .contact && $0.supervisee == nil }) { absent, _ in
        "contact for the clients of \(absent)"
      }
      + days(events.filter { $0.supervisee != nil }) { absent, supervisees in
        "supervisor of \(PlainText.list(supervisees)), for \(absent)"
      }
  }

  /// Days on end as one row, parted at the end of a week; supervisees who have the same days together.
  private func days(_ events: [CoverEvent], _ words: (String, [String]) -> String) -> [Row] {
    let days = Dictionary(grouping: events) { event in
      DayDuty(
        absent: event.absent, supervisee: event.supervisee, week: day(of: event).week, isNew: isNew(event))
    }
    var runs: [DayRun: [ClinicianID]] = [:]
    for (duty, events) in days {
      var run: ClosedRange<Day>?
      for day in events.map(day).sorted() {
        if let open = run, day <= open.upperBound + 1 {
          run = open.lowerBound...day
        } else {
          if let run { runs[DayRun(absent: duty.absent, days: run, isNew: duty.isNew), default: []] += [duty.person] }
          run = day...day
        }
      }
      if let run { runs[DayRun(absent: duty.absent, days: run, isNew: duty.isNew), default: []] += [duty.person] }
    }
    return runs.map { run, people in
      Row(
        days: run.days, at: nil, when: span(run.days),
        what: words(names.clinician(run.absent), people.sorted().map(names.clinician)), isNew: run.isNew)
    }
  }

  /// `Mon 21 to Wed 23 Dec`, `Wed 30 Dec to Fri 1 Jan`, or a day alone.
  private func span(_ days: ClosedRange<Day>) -> String {
    let last = times.shortDay(days.upperBound)
    if days.count == 1 { return last }
    let first = times.shortDay(days.lowerBound)
    let isOneMonth = days.lowerBound.date.month == days.upperBound.date.month
    return "\(isOneMonth ? String(first.dropLast(4)) : first) to \(last)"
  }

  private func what(_ event: CoverEvent) -> String {
    let absent = names.clinician(event.absent)
    switch event.kind {
    case .cover:
      let place = event.place.isEmpty || event.place == "online" ? event.place : Names.site(SiteID(event.place))
      let what = event.isOwnMove ? "\(clients(event)), at another time than usual" : "\(clients(event)), for \(absent)"
      return what + (place.isEmpty ? "" : ", \(place)")
    case .referral:
      let asked = "\(event.reason?.phrase ?? "a second view"), asked for by \(absent)"
      return event.clients.isEmpty ? asked : "\(clients(event)): \(asked)"
    case .contact:
      return event.supervisee.map { "supervisor of \(names.clinician($0)), for \(absent)" }
        ?? "contact for the clients of \(absent)"
    case .handover:
      return (event.isHandback ? "handback to \(absent)" : "handover from \(absent)") + ": " + clients(event)
    }
  }

  private func when(_ event: CoverEvent) -> String {
    switch event.time {
    case .day(let day): times.shortDay(day)
    case .timed(let interval): times.short(interval)
    }
  }

  /// Where the colleague knows it at another time.
  private func before(_ event: CoverEvent) -> String {
    guard isNew(event), let before = event.stamps.before, before.by == colleague, event.stamps.since == lastChange,
      before.start != event.time.interval(in: practice.zone).start
    else { return "" }
    return " (was \(times.short(before.start)))"
  }

  /// Whether the last change was one for the colleague; their own answer is none.
  func isNew(_ event: CoverEvent) -> Bool {
    guard let lastChange, event.stamps.modified == lastChange else { return false }
    return event.stamps.since == lastChange || !event.attendees.contains { $0.answer != "NEEDS-ACTION" }
  }

  private func days(of event: CoverEvent) -> ClosedRange<Day> {
    practice.zone.days(of: event.time.interval(in: practice.zone))
  }

  private func day(of event: CoverEvent) -> Day { days(of: event).lowerBound }

  /// A line of the page; whole days come before the appointments of the day on which they begin.
  private struct Row: Comparable {
    let days: ClosedRange<Day>
    /// Nil for whole days.
    let at: Instant?
    let when: String
    let what: String
    let isNew: Bool

    /// With the second column as far right as the widest first one asks.
    func lines(width: Int) -> [String] {
      let gap = String(repeating: " ", count: width - when.count)
      let indent = String(repeating: " ", count: width + 4)
      let text = PlainText.wrapped(what, width: Brief.width, indent: indent)
      let first = text.first.map { String($0.dropFirst(indent.count)) } ?? ""
      return ["\(isNew ? "*" : " ") \(when)\(gap)  \(first)"] + text.dropFirst()
    }

    static func < (left: Row, right: Row) -> Bool {
      (left.days.lowerBound, left.at?.seconds ?? .min, left.days.upperBound, left.what)
        < (right.days.lowerBound, right.at?.seconds ?? .min, right.days.upperBound, right.what)
    }
  }

  private struct DayDuty: Hashable {
    let absent: ClinicianID
    let supervisee: ClinicianID?
    let week: Week
    let isNew: Bool
    /// Who is told apart in a row: the supervisee; for a contact nobody is.
    var person: ClinicianID { supervisee ?? absent }
  }

  private struct DayRun: Hashable {
    let absent: ClinicianID
    let days: ClosedRange<Day>
    let isNew: Bool
  }
}
