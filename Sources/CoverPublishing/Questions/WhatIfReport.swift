import CivilTime
public import CoverDomain

/// What changes would come to, beside today's plan, as `plan-cover what-if` gives it.
public struct WhatIfReport: Sendable {
  /// The situation with the changes.
  private let situation: Situation
  private let suppositions: [Supposition]
  private let comparison: Comparison
  private let status: Plan.Status

  public init(situation: Situation, suppositions: [Supposition], comparison: Comparison) {
    self.situation = situation
    self.suppositions = suppositions
    self.comparison = comparison
    status = comparison.isProven ? .optimal : .feasible
  }

  private var names: Names { Names(practice: situation.practice) }
  private var times: LocalTimes { LocalTimes(zone: situation.practice.zone) }

  /// Whether a session that must be covered would have nobody, and has today.
  public var losesRequired: Bool { comparison.entries(.lost).contains { $0.need == .required } }

  // MARK: In words

  public var text: String {
    let phrases = SuppositionWords(practice: situation.practice).phrases(suppositions).map(PlainText.oneLine)
    var lines = PlainText.wrapped("What if \(PlainText.list(phrases))?", width: 100)
    lines += [""] + PlainText.wrapped(answer, width: 100, indent: "  ")
    let parts: [(Comparison.Kind, String)] = [
      (.lost, "Would have nobody"), (.moved, "Would change colleague or time"), (.covered, "Would be covered"),
      (.waits, "Would wait"), (.helped, "Would have somebody, and has nobody today"),
      (.released, "Would need no cover any more"),
    ]
    for (kind, title) in parts {
      let entries = comparison.entries(kind)
      if !entries.isEmpty { lines += ["", title.uppercased(), ""] + Columns.aligned(entries.map(row)) }
    }
    if !comparison.broken.isEmpty {
      lines += ["", "PROMISES THAT COULD NOT BE KEPT", ""] + comparison.broken.map(promise)
    }
    return (lines + ["", "TODAY, AND THEN", ""] + Columns.aligned(tiers)).joined(separator: "\n") + "\n\n" + footing
      + "\n"
  }

  private var answer: String {
    let lost = comparison.entries(.lost)
    let must = lost.count { $0.need == .required }
    var parts: [String] = []
    if lost.isEmpty {
      parts.append("Nobody would lose their cover.")
    } else {
      let which =
        must == 0 ? "" : must == lost.count ? ", all of which must be covered" : ", \(must) of which must be covered"
      parts.append("\(PlainText.count(lost.count, "session")) more would have nobody\(which).")
    }
    let counts: [(Comparison.Kind, String)] = [
      (.moved, "would change colleague or time"), (.covered, "would be covered besides"), (.waits, "would wait"),
      (.helped, "that nobody can take today would have somebody"),
    ]
    for (kind, words) in counts {
      let count = comparison.entries(kind).count
      if count > 0 { parts.append("\(PlainText.count(count, "session")) \(words).") }
    }
    if !comparison.broken.isEmpty {
      parts.append("\(PlainText.count(comparison.broken.count, "promise")) could not be kept.")
    }
    let days = comparison.contactless.after - comparison.contactless.before
    if days > 0 { parts.append("On \(PlainText.count(days, "day")) more nobody could be named as contact.") }
    if comparison.entries.allSatisfy({ $0.kind == .same }), days <= 0, comparison.broken.isEmpty {
      return "Nothing would change for any client."
    }
    return parts.joined(separator: " ")
  }

  private func row(_ entry: Comparison.Entry) -> [String] {
    let session = entry.session
    return [
      times.short(session.interval), names.clients(session.clients), "of \(names.clinician(session.clinician))",
      change(entry), entry.kind == .lost && entry.need == .required ? "must be covered" : "",
    ]
  }

  private func change(_ entry: Comparison.Entry) -> String {
    switch entry.kind {
    case .lost: entry.before?.cover.map { "today \(cover($0, entry))" } ?? ""
    case .moved, .helped, .released: "\(state(entry.before, entry)) -> \(state(entry.after, entry))"
    case .covered: state(entry.after, entry)
    case .waits, .rests, .same: ""
    }
  }

  private func state(_ outcome: Outcome?, _ entry: Comparison.Entry) -> String {
    switch outcome {
    case .covered(let cover): self.cover(cover, entry)
    case .uncovered: "nobody"
    case nil: names.clinician(entry.session.clinician)
    case .waiting: "waits"
    case .some(.none): "none needed"
    case .closed: "closed"
    }
  }

  private func cover(_ cover: Cover, _ entry: Comparison.Entry) -> String {
    let time = cover.interval.start == entry.session.interval.start ? "" : " \(times.short(cover.interval.start))"
    return names.clinician(cover.by) + time
  }

  private func promise(_ broken: BrokenPromise) -> String {
    let name = names.clinician(broken.pin.colleague)
    let session = comparison.entries.first { $0.session.id == broken.pin.session }?.session
    let what = session.map { "\(times.short($0.interval))  \(names.clients($0.clients))" } ?? broken.pin.session.key
    return "  \(what)  \(broken.pin.reason.rawValue) to \(name)"
  }

  private var tiers: [[String]] {
    [["", "today", "then", ""]]
      + comparison.tiers.map { change in
        [
          change.tier.sentence, String(change.before), String(change.after),
          change.difference > 0 ? "worse" : change.difference < 0 ? "better" : "",
        ]
      }
  }

  private var footing: String {
    "  "
      + (comparison.isProven
        ? "Both are proven best, each line after the lines above it. Nothing was written."
        : "The time was not enough to prove both best: --time-limit. Nothing was written.")
  }

  // MARK: JSON

  public var json: String {
    JSONValue.members([
      "schema": "plan-cover-what-if/1",
      "practice": .string(situation.practice.name),
      "window": .members(["from": .day(situation.window.from), "to": .day(situation.window.to)]),
      "changes": .array(SuppositionWords(practice: situation.practice).phrases(suppositions).map { .string($0) }),
      "status": .string(status.rawValue),
      "tiers": .array(comparison.tiers.map(JSONValue.tierChange)),
      "sessions": .array(comparison.entries.filter { $0.kind != .same }.map(document)),
      "broken-promises": .array(
        comparison.broken.map {
          .members([
            "session": .string($0.pin.session.key), "clinician": .id($0.pin.session.clinician),
            "by": .id($0.pin.colleague), "promise": .string($0.pin.reason.rawValue), "rules": .rules($0.rules),
          ])
        }),
      "days-without-contact": .members([
        "before": .integer(comparison.contactless.before), "after": .integer(comparison.contactless.after),
      ]),
    ]).pretty
  }

  private func document(_ entry: Comparison.Entry) -> JSONValue {
    let session = entry.session
    return .members([
      "session": .string(session.id.key), "clinician": .id(session.clinician), "clients": .clients(session.clients),
      "start": .time(session.interval.start), "end": .time(session.interval.end), "need": .string(entry.need.rawValue),
      "change": .string(entry.kind.rawValue), "before": side(entry.before), "after": side(entry.after),
    ])
  }

  private func side(_ outcome: Outcome?) -> JSONValue {
    .members([
      "outcome": .string(outcome.map(\.name) ?? "as-usual"), "by": .optional(outcome?.cover?.by.text),
      "at": .optional(outcome?.cover?.interval.start.iso8601),
    ])
  }
}

extension Outcome {
  /// `covered`, whatever the time, `waiting`, `none`, `closed`, `uncovered`.
  fileprivate var name: String {
    switch self {
    case .covered: "covered"
    case .waiting: "waiting"
    case .none: "none"
    case .closed: "closed"
    case .uncovered: "uncovered"
    }
  }
}
