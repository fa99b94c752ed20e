import CivilTime
import CoverDomain
import ICalendar

/// What one file holds around the planning window: sessions, busy time, and where each of its components ended.
struct DiaryTimes: Sendable {
  /// An opaque event that matches no client.
  struct Busy: Sendable {
    let componentIndex: Int
    /// Whose; nil for the calendar's clinician.
    var clinician: ClinicianID?
    let interval: Interval
    /// Whether it may be a session of somebody who was not recognised: an event of its own time that was understood, and
    /// of which nobody has settled that it is none.
    let mayBeSession: Bool
    let source: Source
  }

  struct FoundSession: Sendable {
    let session: Session
    /// Of two components that give one session, the one that ranks higher holds: a changed occurrence above its series,
    /// then the higher SEQUENCE.
    let rank: [Int]
  }

  /// A component that has sessions in the window, by its title alone.
  struct Titled: Sendable {
    let first: Interval
    var count: Int
    let clients: [ClientID]
    let source: Source
  }

  /// A session of the window that a person may know better.
  struct Doubtful: Sendable {
    let componentIndex: Int
    let doubt: MeaningReader.Doubt
    let interval: Interval
    let clients: [ClientID]
    let source: Source
  }

  private(set) var sessions: [FoundSession] = []
  /// The requests whose time reaches into the window.
  private(set) var requests: [Referral] = []
  private(set) var doubtful: [Doubtful] = []
  /// By component; the occurrences come by time.
  private(set) var titled: [Int: Titled] = [:]
  private(set) var busy: [Busy] = []
  /// Those that overlap the window, by start and UID.
  private(set) var intervals: [ReadInterval] = []
  private(set) var notUnderstood: [NotUnderstood] = []
  /// Where each component ended, by file.
  private(set) var ledger: [String: [LedgerKind: Int]]

  init(_ file: CalendarFile, away: AwayTimes, over span: Interval, window: Interval, zone: Zone) {
    let document = file.document
    ledger = [file.path: [:]]
    let keys = file.keys { meaning in
      switch meaning {
      case .session, .busy, .free, .referral, .notUnderstood: true
      default: false
      }
    }
    let expansion = document.expand(over: span, zone: zone) { keys.contains(ComponentKey($0)) }
    /// The kinds that each component has in the window.
    var kinds: [Int: Set<LedgerKind>] = [:]
    for piece in away.pieces where piece.interval.overlaps(window) {
      kinds[piece.componentIndex, default: []].insert(piece.kind)
      let interval = ReadInterval(source: piece.source, kind: piece.kind, interval: piece.interval)
      // Leave of several people is one event.
      if intervals.last != interval { intervals.append(interval) }
    }
    for piece in away.pieces where piece.kind == .busy && piece.interval.overlaps(span) {
      // Times alone, without a title: all-day or not, there is nobody to be recognised in them.
      busy.append(
        Busy(componentIndex: piece.componentIndex, interval: piece.interval, mayBeSession: false, source: piece.source))
    }
    for hours in away.hours where hours.period.overlaps(window) {
      kinds[hours.componentIndex, default: []].insert(.free)
    }
    for occurrence in expansion.occurrences {
      let index = occurrence.componentIndex
      let meaning = file.meanings[index]
      let source = file.source(index, uid: occurrence.uid)
      var clients: [ClientID] = []
      switch meaning {
      case .session(let found, let place):
        clients = found
        if let session = DiaryTimes.session(occurrence, found, place, file, source) { sessions.append(session) }
      case .busy:
        busy.append(
          Busy(
            componentIndex: index, interval: occurrence.interval,
            mayBeSession: !occurrence.isAllDay && !file.settledAsOther.contains(index), source: source))
      case .notUnderstood: hold([occurrence.interval], of: index, file)
      case .referral(let request): clients = request.clients
      default: break
      }
      guard occurrence.interval.overlaps(window) else { continue }
      kinds[index, default: []].insert(meaning.ledgerKind)
      if file.byTitle.contains(index) {
        titled[
          index, default: Titled(first: occurrence.interval, count: 0, clients: clients, source: source)
        ].count += 1
      }
      if let doubt = file.doubts[index], case .session = meaning {
        doubtful.append(
          Doubtful(componentIndex: index, doubt: doubt, interval: occurrence.interval, clients: clients, source: source)
        )
      }
      if meaning.ledgerKind != .notUnderstood {
        intervals.append(
          ReadInterval(source: source, kind: meaning.ledgerKind, interval: occurrence.interval, clients: clients))
      }
    }
    /// Requests whose time cannot be.
    var timeless: [Int: CalendarProblem] = [:]
    for (index, meaning) in file.meanings.enumerated() {
      guard case .referral(let request) = meaning, case .expanded = expansion.fates[index] else { continue }
      do throws(CalendarProblem) {
        guard let referral = try DiaryTimes.referral(request, index, file, over: span, window: window, zone: zone)
        else { continue }
        requests.append(referral)
        kinds[index, default: []].insert(.referral)
      } catch {
        timeless[index] = error
      }
    }
    let stated = document.statedTimes(over: span, zone: zone)
    for (index, fate) in expansion.fates.enumerated() where fate.isNotUnderstood || away.fates[index].isNotUnderstood {
      hold(stated.ofComponent(at: index), of: index, file)
    }
    intervals.sort(by: DiaryTimes.isBefore)
    for index in document.components.indices {
      let fates = [away.fates[index], expansion.fates[index]] + (timeless[index].map { [.notUnderstood($0)] } ?? [])
      let kind = place(index, file, fates, kinds[index] ?? [], window, zone)
      ledger[file.path(ofComponentAt: index), default: [:]][kind, default: 0] += 1
    }
  }

  /// By start, then UID and line.
  static func isBefore(_ left: ReadInterval, _ right: ReadInterval) -> Bool {
    if left.interval != right.interval { return left.interval < right.interval }
    return (left.source.uid ?? "", left.source.line ?? 0) < (right.source.uid ?? "", right.source.line ?? 0)
  }

  /// Holds the times of an event that is not understood: nobody is given cover on top of it.
  private mutating func hold(_ times: [Interval], of index: Int, _ file: CalendarFile) {
    let component = file.document.components[index]
    guard component.kind == .event, !component.isCancelled else { return }
    // Leave is shown as free by many programs.
    guard file.owner == .sharedLeave || !component.isTransparent else { return }
    for holder in file.holders(ofComponentAt: index) {
      busy += times.map {
        Busy(
          componentIndex: index, clinician: holder, interval: $0, mayBeSession: false, source: file.source(index))
      }
    }
  }

  /// Where a component ended; what is not understood is noted.
  private mutating func place(
    _ index: Int, _ file: CalendarFile, _ fates: [Fate], _ kinds: Set<LedgerKind>, _ window: Interval, _ zone: Zone
  ) -> LedgerKind {
    let component = file.document.components[index]
    for case .notUnderstood(let problem) in fates {
      let source = Source(
        file: file.path(ofComponentAt: index), line: problem.line ?? component.line, uid: component.uid)
      let isLeave = file.meanings[index].ledgerKind == .leave && !component.isCancelled
      let day = component.first("DTSTART").flatMap { Relevance.day($0.value) }
      let leave = isLeave ? "leave\(day.map { " of \($0.iso8601)" } ?? "") is not counted: " : ""
      notUnderstood.append(
        NotUnderstood(
          source: source, reason: leave + problem.message, hint: problem.hint,
          mayMatter: Relevance.mayOverlap(component, window, zone), isLeave: isLeave))
      return .notUnderstood
    }
    if component.isCancelled || fates.contains(.cancelled) || fates.contains(.superseded) { return .cancelled }
    if case .notUnderstood(let reason, let hint) = file.meanings[index] {
      let isTimed: Bool
      switch component.kind {
      case .event, .todo, .journal: isTimed = true
      default: isTimed = false
      }
      // Its times are known: outside the window it does no harm. A task without any may be meant for now.
      let isTimeless = component.kind == .todo && component.first("DTSTART") == nil && component.first("DUE") == nil
      if isTimed, kinds.isEmpty, !isTimeless { return .outside }
      notUnderstood.append(
        NotUnderstood(
          source: file.source(index), reason: reason, hint: hint,
          mayMatter: isTimed || !isPrivateKind(component) && Relevance.mayOverlap(component, window, zone)))
      return .notUnderstood
    }
    if case .todo = component.kind, kinds.isEmpty, component.first("DTSTART") == nil, component.first("DUE") == nil {
      // Without a time it is outside no time.
      return file.meanings[index].ledgerKind
    }
    // Of a component with several kinds, the one that weighs most.
    let order: [LedgerKind] = [.leave, .closure, .session, .referral, .busy, .free]
    return order.first(where: kinds.contains) ?? .outside
  }

  /// Whether the component is a program's own invention, which RFC 5545 §3.6 lets others ignore.
  private func isPrivateKind(_ component: Component) -> Bool {
    if case .other(let name) = component.kind { name.hasPrefix("X-") } else { false }
  }

  /// The request with its time; one that names no begin or no end reaches as far as the window does. Nil where its time
  /// does not reach into the window. Throws where it is no time for the appointment.
  private static func referral(
    _ request: Request, _ index: Int, _ file: CalendarFile, over span: Interval, window: Interval, zone: Zone
  ) throws(CalendarProblem) -> Referral? {
    let component = file.document.components[index]
    guard let uid = component.uid else { return nil }
    let time = try file.document.taskTime(ofComponentAt: index, over: span, zone: zone)
    if let start = time.start, let due = time.due, due - start < request.minutes * 60 {
      throw CalendarProblem(
        line: component.line,
        message: "a request for a second professional "
          + (due <= start ? "is due before it begins" : "has less time from DTSTART to DUE than the appointment lasts"),
        hint: "correct DTSTART or DUE, or ESTIMATED-DURATION")
    }
    let from = time.start ?? min(window.start, time.due ?? window.start)
    let due = time.due ?? max(window.end, from)
    guard from < window.end, window.start < due else { return nil }
    return Referral(
      id: SessionID(clinician: request.clinician, key: SessionKey.text(uid, nil)), reason: request.reason,
      clients: request.clients, needs: request.needs, from: from, due: due, minutes: request.minutes,
      place: request.place, words: request.words, isShared: request.isShared, source: file.source(index))
  }

  private static func session(
    _ occurrence: Occurrence, _ clients: [ClientID], _ place: Place, _ file: CalendarFile, _ source: Source
  ) -> FoundSession? {
    guard case .clinician(let clinician) = file.owner else { return nil }
    let component = file.document.components[occurrence.componentIndex]
    let session = Session(
      id: SessionID(clinician: clinician, key: SessionKey.text(occurrence.uid, occurrence.recurrenceID)),
      clients: clients, interval: occurrence.interval, place: place, source: source)
    return FoundSession(
      session: session, rank: [component.first("RECURRENCE-ID") == nil ? 0 : 1, component.sequence])
  }
}
