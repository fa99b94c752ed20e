import CivilTime
public import CoverDomain

/// Explanations as `plan-cover explain` gives them: in words, and as JSON. Client ids, and names of clinicians.
public struct ExplanationReport: Sendable {
  private let situation: Situation
  private let explanations: [Explanation]
  private let isPublished: Bool

  /// - Parameter isPublished: whether the published plan is explained, and not one that was made for it.
  public init(situation: Situation, explanations: [Explanation], isPublished: Bool) {
    self.situation = situation
    self.explanations = explanations
    self.isPublished = isPublished
  }

  private var names: Names { Names(practice: situation.practice) }
  private var times: LocalTimes { LocalTimes(zone: situation.practice.zone) }

  public var text: String {
    let plan =
      isPublished
      ? "The published plan, which still stands."
      : "The plan that would be made now."
    return ([[plan]] + explanations.map(lines)).joined(separator: [""]).joined(separator: "\n") + "\n"
  }

  // MARK: In words

  private func lines(_ explanation: Explanation) -> [String] {
    let session = explanation.assignment.session
    let place = names.place(session.place)
    let title =
      "\(times.short(session.interval))  \(names.clients(session.clients))  of \(names.clinician(session.clinician))"
      + (place.isEmpty ? "" : "  \(place)")
    var lines = [title] + wrapped(outcome(explanation.assignment), "  ")
    if !explanation.candidates.isEmpty {
      let width = explanation.candidates.map { names.clinician($0.colleague).count }.max() ?? 0
      lines.append("")
      for candidate in explanation.candidates {
        let name = names.clinician(candidate.colleague)
        let space = String(repeating: " ", count: width - name.count)
        let words = wrapped(
          standing(candidate, explanation.assignment.demand), String(repeating: " ", count: width + 4))
        lines.append("  \(name)\(space)" + (words.first.map { String($0.dropFirst(width + 2)) } ?? ""))
        lines += words.dropFirst()
      }
    }
    if case .uncovered(let gap) = explanation.assignment.outcome { lines += help(gap, explanation.assignment.demand) }
    return lines
  }

  private func outcome(_ assignment: Assignment) -> String {
    let must = assignment.demand.need == .required ? "It must be covered" : "It should be covered"
    switch assignment.outcome {
    case .covered(let cover):
      let when = assignment.isMoved ? ", moved to \(times.short(cover.interval))" : ""
      if cover.by == assignment.session.clinician {
        return "\(must), and \(names.clinician(cover.by)) gives it at another time: \(times.short(cover.interval))."
      }
      return "\(must), and \(names.clinician(cover.by)) takes it\(when)."
    case .uncovered where situation.isMissed(assignment):
      return "\(must), and its time has come: nobody was named before."
    case .uncovered: return "\(must), and nobody can."
    case .waiting: return "It waits until \(names.clinician(assignment.session.clinician)) is back: that is its need."
    case .none: return "Nothing is to be done: its need is none."
    case .closed: return "The practice is closed then, so it gets no cover."
    }
  }

  private func standing(_ candidate: Explanation.Candidate, _ demand: Demand) -> String {
    let words = ObstacleWords(situation, demand)
    func obstacles(_ rules: [Rule]) -> String { PlainText.list(words.phrases(rules, of: candidate.colleague)) }
    if !candidate.obstacles.isEmpty { return obstacles(candidate.obstacles + candidate.beside) }
    guard let chosen = candidate.chosen else {
      return candidate.beside.isEmpty ? "cannot in any plan that keeps what was decided" : obstacles(candidate.beside)
    }
    let room =
      candidate.beside.isEmpty ? "could take it" : "\(obstacles(candidate.beside)); with other cover given to others"
    if let broken = chosen.broken.first {
      return "\(room); a promise would be broken: \(promise(broken))"
    }
    guard let decisive = chosen.decisive else {
      return "\(room); it would be as good in every respect, and among equals a fixed order decides"
    }
    let least =
      chosen.isProven || decisive.difference < 0 ? "" : " (perhaps less: the time was not enough for the proof)"
    if decisive.tier == .stability, decisive.difference > 0 {
      return "\(room), but \(retold(decisive.difference, demand))\(least); \(besides(chosen))"
    }
    return decisive.difference > 0
      ? "\(room); worse: \(comparison(decisive))\(least)" : "\(room); better: \(comparison(decisive)); plan anew"
  }

  /// That published cover would change is so of anybody else: whom it would have to be told to.
  private func retold(_ count: Int, _ demand: Demand) -> String {
    count == 1
      ? "\(names.clients(demand.session.clients)) would have to be told anew"
      : "\(PlainText.count(count, "published session")) would change colleague or time"
  }

  /// What else would be better or worse, apart from published cover that changes.
  private func besides(_ chosen: Explanation.Chosen) -> String {
    guard let next = chosen.tiers.first(where: { $0.difference != 0 && $0.tier != .stability }) else {
      return "else as good"
    }
    return "besides, \(next.difference > 0 ? "worse" : "better"): \(comparison(next))"
  }

  private func comparison(_ change: TierChange) -> String {
    "\(change.tier.sentence), \(change.before) now and \(change.after) then"
  }

  private func promise(_ broken: BrokenPromise) -> String {
    let name = names.clinician(broken.pin.colleague)
    return switch broken.pin.reason {
    case .assigned: "it was decided that \(name) takes it"
    case .begun: "\(name) was to have taken it"
    case .told: "the client was told that \(name) takes it"
    case .accepted: "\(name) had accepted it"
    }
  }

  /// What would help, and who outside the practice could be thought of.
  private func help(_ gap: Gap, _ demand: Demand) -> [String] {
    if gap.wouldHelp.isEmpty, situation.hasBegun(demand.session) {
      return [""] + wrapped("Nobody can help any more: ask how they are, and offer another time.", "  ")
    }
    return help(gap, demand.session.id)
      + (OutsideWords.line(situation.outside(for: demand)).map { [""] + wrapped("O\($0.dropFirst()).", "  ") } ?? [])
  }

  private func help(_ gap: Gap, _ session: SessionID) -> [String] {
    guard !gap.wouldHelp.isEmpty else {
      return [""]
        + wrapped(
          gap.isSearched
            ? "Nothing that can be asked of anybody would help: a person has to see to it."
            : "No change was found that would help, and not every one could be tried: a person has to see to it.", "  ")
    }
    var lines = ["", "  Would help, each alone, and proven by planning with it:"]
    for (position, remedy) in gap.wouldHelp.enumerated() {
      lines += hanging("\(position + 1). \(RemedyWords.line(remedy, of: session, names))", "    ")
      let others = remedy.covers.filter { $0.key != session }.sorted {
        ($0.value.interval, $0.key) < ($1.value.interval, $1.key)
      }
      for (id, cover) in others {
        let clients = situation.demands.first { $0.session.id == id }?.session.clients ?? []
        lines.append(
          "       \(times.short(cover.interval))  \(names.clients(clients))  then \(names.clinician(cover.by))")
      }
    }
    return lines
  }

  private func wrapped(_ text: String, _ indent: String) -> [String] {
    PlainText.wrapped(text, width: 100, indent: indent)
  }

  /// Lines after the first stand under the first one's words.
  private func hanging(_ text: String, _ indent: String) -> [String] {
    let lines = wrapped(text, indent)
    return lines.prefix(1) + lines.dropFirst().map { "   " + $0 }
  }

  // MARK: JSON

  public var json: String {
    JSONValue.members([
      "schema": "plan-cover-explain/1",
      "practice": .string(situation.practice.name),
      "window": .members(["from": .day(situation.window.from), "to": .day(situation.window.to)]),
      "plan": .string(isPublished ? "published" : "new"),
      "sessions": .array(explanations.map(document)),
    ]).pretty
  }

  private func document(_ explanation: Explanation) -> JSONValue {
    let assignment = explanation.assignment
    let session = assignment.session
    var remedies: [Gap.Remedy] = []
    if case .uncovered(let gap) = assignment.outcome { remedies = gap.wouldHelp }
    return .members([
      "session": .string(session.id.key), "clinician": .id(session.clinician), "clients": .clients(session.clients),
      "start": .time(session.interval.start), "end": .time(session.interval.end),
      "need": .string(assignment.demand.need.rawValue), "outcome": .string(assignment.outcomeName),
      "by": .optional(assignment.outcome.cover?.by.text),
      "at": .optional(assignment.outcome.cover?.interval.start.iso8601),
      "others": .array(explanation.candidates.map(candidate)),
      "would-help": .array(remedies.map { .remedy($0, of: session.id) }),
    ])
  }

  private func candidate(_ candidate: Explanation.Candidate) -> JSONValue {
    .members([
      "colleague": .id(candidate.colleague), "rules": .rules(candidate.obstacles + candidate.beside),
      "could": .bool(candidate.chosen != nil),
      "worse": candidate.chosen?.decisive.map(JSONValue.tierChange) ?? .null,
      "tiers": .array((candidate.chosen?.tiers ?? []).map(JSONValue.tierChange)),
      "proven": candidate.chosen.map { .bool($0.isProven) } ?? .null,
      "breaks": .array((candidate.chosen?.broken ?? []).map { .string($0.pin.reason.rawValue) }),
    ])
  }
}

extension JSONValue {
  static func tierChange(_ change: TierChange) -> JSONValue {
    .members([
      "name": .string(change.tier.rawValue), "before": .integer(change.before), "after": .integer(change.after),
    ])
  }
}
