import CivilTime

/// Components into occurrences: masters, overrides, cancellations and duplicates of one UID taken together.
struct SeriesExpander {
  let components: [Component]
  let reader: TimeReader
  let over: Interval
  /// By index of the VCALENDAR: whether its METHOD is CANCEL.
  let cancels: [Bool]
  let include: (Component) -> Bool

  private var fates: [Fate]
  private var occurrences: [Occurrence] = []

  /// An override that was read.
  private struct Override {
    let index: Int
    let series: Series
    let original: Instant
    /// By the clock of the master, or its own where there is none.
    let originalLocal: Int
    let reachesOn: Bool
    let isCancelled: Bool
  }

  init(
    _ components: [Component], reader: TimeReader, over: Interval, cancels: [Bool],
    include: @escaping (Component) -> Bool
  ) {
    self.components = components
    self.reader = reader
    self.over = over
    self.cancels = cancels
    self.include = include
    fates = components.map { $0.problem.map { .notUnderstood($0) } ?? .expanded }
  }

  /// Expands the components of those kinds; the others keep the fate that reading them gave.
  mutating func expand(kinds: Set<Component.Kind>) -> Expansion {
    var groups: [Group: [Int]] = [:]
    var order: [Group] = []
    for (index, component) in components.enumerated() where kinds.contains(component.kind) && component.problem == nil {
      let group = Group(kind: component.kind, uid: component.exactUID ?? ExactText(Revision.derivedUID(component)))
      if groups[group]?.append(index) == nil {
        groups[group] = [index]
        order.append(group)
      }
    }
    for group in order { expand(group.uid.text, groups[group] ?? []) }
    occurrences.sort { left, right in
      if left.interval != right.interval { return left.interval < right.interval }
      if left.componentIndex != right.componentIndex { return left.componentIndex < right.componentIndex }
      return (left.recurrenceID?.seconds ?? .min) < (right.recurrenceID?.seconds ?? .min)
    }
    return Expansion(occurrences: occurrences, fates: fates)
  }

  private struct Group: Hashable {
    let kind: Component.Kind
    let uid: ExactText
  }

  private func isCancelled(_ index: Int) -> Bool {
    let component = components[index]
    return component.isCancelled
      || cancels.indices.contains(component.calendarIndex) && cancels[component.calendarIndex]
  }

  private mutating func expand(_ uid: String, _ indices: [Int]) {
    let masterIndex = newest(of: indices.filter { components[$0].first("RECURRENCE-ID") == nil })
    let overrideIndices = indices.filter { components[$0].first("RECURRENCE-ID") != nil }
    var master: Series?
    if let masterIndex { master = series(masterIndex) }
    let overrides = self.overrides(overrideIndices, of: master, masterIndex)
    for override in overrides where !override.isCancelled && include(components[override.index]) {
      if let start = override.series.start {
        append(
          override.index, uid, start: start.instant, local: start.local, clock: start.clock,
          length: override.series.length, original: override.original, isDate: start.isDate)
      }
    }
    guard let masterIndex, let master, let start = master.start else { return }
    if isCancelled(masterIndex) {
      fates[masterIndex] = .cancelled
      return
    }
    let onward = overrides.filter(\.reachesOn).sorted { $0.original < $1.original }
    guard include(components[masterIndex]) || onward.contains(where: { include(components[$0.index]) }) else {
      // Not asked for: only whether its rules can be read.
      check(master, masterIndex)
      return
    }
    do throws(CalendarProblem) {
      try expand(
        master, masterIndex, uid, start, replaced: Set(overrides.map(\.original)), onward: onward,
        recurs: master.recurs || !overrides.isEmpty)
    } catch {
      fates[masterIndex] = .notUnderstood(error)
    }
  }

  /// The master's own occurrences, and those that a THISANDFUTURE override has changed.
  private mutating func expand(
    _ master: Series, _ index: Int, _ uid: String, _ start: ZonedTime, replaced: Set<Instant>, onward: [Override],
    recurs: Bool
  ) throws(CalendarProblem) {
    var reach = master.maxLength
    var shifts: [Int] = []
    for override in onward {
      let shift =
        (override.series.start.map { master.local(of: $0, reader.clocks.practice) } ?? 0) - override.originalLocal
      shifts.append(shift)
      reach = max(reach, abs(shift) + override.series.maxLength + 86_400)
    }
    let instances = try master.instances(from: over.start - reach, to: over.end + reach, reader)
    var reaching = 0
    for instance in instances where !replaced.contains(instance.instant) {
      // Both are sorted: what reaches this instance is what reached the one before, or stands later.
      while reaching < onward.count, onward[reaching].original <= instance.instant { reaching += 1 }
      guard reaching > 0 else {
        if include(components[index]) {
          append(
            index, uid, start: instance.instant, local: instance.local, clock: start.clock,
            length: instance.length ?? master.length, original: recurs ? instance.instant : nil, isDate: start.isDate)
        }
        continue
      }
      let override = onward[reaching - 1]
      guard !override.isCancelled, include(components[override.index]) else { continue }
      let local = instance.local + shifts[reaching - 1]
      append(
        override.index, uid, start: start.clock.instant(local: local), local: local, clock: start.clock,
        length: override.series.length, original: instance.instant, isDate: start.isDate)
    }
  }

  private mutating func append(
    _ index: Int, _ uid: String, start: Instant, local: Int, clock: Clock, length: Length, original: Instant?,
    isDate: Bool
  ) {
    let interval = Interval(start: start, seconds: length.end(fromLocal: local, start: start, clock: clock) - start)
    guard interval.overlaps(over) else { return }
    occurrences.append(
      Occurrence(
        componentIndex: index, uid: uid, interval: interval, recurrenceID: original, isAllDay: isDate))
  }

  /// The times of a component; where they cannot be read that is its fate.
  private mutating func series(_ index: Int) -> Series? {
    do throws(CalendarProblem) { return try Series(components[index], reader) } catch {
      // What was withdrawn need not be understood.
      fates[index] = isCancelled(index) ? .cancelled : .notUnderstood(error)
      return nil
    }
  }

  private mutating func check(_ master: Series, _ index: Int) {
    do throws(CalendarProblem) {
      for rule in master.rules + master.exceptionRules { _ = try RecurrenceRule(rule) }
    } catch {
      fates[index] = .notUnderstood(error)
    }
  }

  /// The newest of components that describe the same; what became of the others is noted.
  private mutating func newest(of indices: [Int]) -> Int? {
    guard var best = indices.first else { return nil }
    // Worked out once: of many components one may be large.
    var bestContent: [String]?
    for index in indices.dropFirst() {
      var loser = best
      switch Revision.stated(components[best], components[index]) {
      case .older:
        (best, bestContent) = (index, nil)
        fates[loser] = .superseded
      case .newer:
        loser = index
        fates[loser] = .superseded
      case nil:
        let content = Revision.content(components[index])
        let other = bestContent ?? Revision.content(components[best])
        bestContent = other
        if content == other {
          best = index
          fates[loser] = .superseded
          continue
        }
        // By content, so that the order of the file does not matter.
        if content.lexicographicallyPrecedes(other) { loser = index } else { (best, bestContent) = (index, content) }
        fates[loser] = .notUnderstood(
          CalendarProblem(
            line: components[loser].line,
            message:
              "the same UID as the component of line \(components[best].line), with the same SEQUENCE and other content",
            hint: "give one of the two events another UID, or delete the one that no longer holds"))
      }
    }
    return best
  }

  /// The overrides that hold, read; of those that do not, the fate is noted.
  private mutating func overrides(_ indices: [Int], of master: Series?, _ masterIndex: Int?) -> [Override] {
    guard !indices.isEmpty else { return [] }
    let masterRules = Set((masterIndex.map { components[$0] }?.all("RRULE") ?? []).map(\.value))
    let masterSequence = masterIndex.map { components[$0].sequence } ?? 0
    let exclusions = master?.exclusions(reader.clocks.practice)
    var originals: [Instant: [Int]] = [:]
    var locals: [Instant: Int] = [:]
    for index in indices {
      do throws(CalendarProblem) {
        let original = try self.original(of: index, master)
        originals[original.instant, default: []].append(index)
        locals[original.instant] = original.local
      } catch {
        fates[index] = .notUnderstood(error)
      }
    }
    var found: [Override] = []
    for (instant, candidates) in originals {
      guard let index = newest(of: candidates), let local = locals[instant] else { continue }
      let component = components[index]
      let range = component.first("RECURRENCE-ID")?.parameter("RANGE")?.uppercased()
      if let problem = refusal(of: component, range, masterRules) {
        fates[index] = .notUnderstood(problem)
        continue
      }
      // An EXDATE of a newer master has deleted what an older override had moved.
      if let exclusions, range == nil, masterSequence > component.sequence,
        exclusions.contains(instant, local: local)
      {
        fates[index] = .superseded
        continue
      }
      let cancelled = isCancelled(index)
      if cancelled { fates[index] = .cancelled }
      guard let series = series(index) ?? (cancelled ? master : nil) else {
        // A cancellation needs no time of its own.
        if cancelled, let master { found.append(cancellation(index, master, instant, local, range)) }
        continue
      }
      if !cancelled, range != nil, let start = master?.start, series.start?.isDate != start.isDate {
        fates[index] = .notUnderstood(
          CalendarProblem(line: component.line, message: "a THISANDFUTURE change from a day to a time, or back"))
        continue
      }
      found.append(
        Override(
          index: index, series: series, original: instant, originalLocal: local, reachesOn: range != nil,
          isCancelled: cancelled))
    }
    return found.sorted { $0.original < $1.original }
  }

  private func cancellation(
    _ index: Int, _ master: Series, _ instant: Instant, _ local: Int, _ range: String?
  ) -> Override {
    Override(
      index: index, series: master, original: instant, originalLocal: local, reachesOn: range != nil, isCancelled: true)
  }

  private func original(
    of index: Int, _ master: Series?
  ) throws(CalendarProblem) -> (instant: Instant, local: Int) {
    let component = components[index]
    guard let property = component.first("RECURRENCE-ID") else {
      throw CalendarProblem(line: component.line, message: "no RECURRENCE-ID")
    }
    let masterClock = master?.start.flatMap { $0.isDate || $0.clock === Clock.utc ? nil : $0.clock }
    let time = try reader.time(property, in: component.calendarIndex, floating: masterClock)
    guard let master, let start = master.start else { return (time.instant, time.local) }
    let local = master.local(of: time, reader.clocks.practice)
    // The instant itself where it is one: of an hour that occurs twice, local time would lose which.
    let instant = start.isDate || time.isDate ? start.clock.instant(local: local) : time.instant
    return (instant, local)
  }

  private func refusal(of component: Component, _ range: String?, _ masterRules: Set<String>) -> CalendarProblem? {
    if let range, range != "THISANDFUTURE" {
      return CalendarProblem(line: component.line, message: "RANGE of RECURRENCE-ID is not THISANDFUTURE")
    }
    // Some programs repeat the master's rule in an override; a rule of its own has no reading that programs share.
    if let own = component.all("RRULE").first(where: { !masterRules.contains($0.value) }) {
      return CalendarProblem(
        line: own.line, message: "a component with RECURRENCE-ID has a recurrence rule of its own",
        hint: "make it a series of its own in the calendar program")
    }
    return nil
  }
}
