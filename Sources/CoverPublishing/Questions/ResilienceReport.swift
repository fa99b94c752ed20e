import CivilTime
public import CoverDomain

/// How well the practice stands absences, as `plan-cover resilience` gives it: tables, a chart of bars, JSON.
public struct ResilienceReport: Sendable {
  /// Pairs that are told in words; JSON has them all.
  private static let mostPairs = 10
  private static let mostDependencies = 8
  /// Characters of the longest bar.
  private static let widest = 40

  private let situation: Situation
  private let resilience: Resilience

  public init(situation: Situation, resilience: Resilience) {
    self.situation = situation
    self.resilience = resilience
  }

  private var names: Names { Names(practice: situation.practice) }
  private var times: LocalTimes { LocalTimes(zone: situation.practice.zone) }

  // MARK: In words

  public var text: String {
    let practice = PlainText.oneLine(situation.practice.name)
    var lines = [
      "\(practice): what absences would leave uncovered",
      "next week is \(days(resilience.week)), a month is \(days(resilience.month))",
    ]
    lines += section("One away", single) + section("What one away for a month leaves uncovered", chart)
    lines += section("Two away at once", pairs) + section("What hangs on one person", dependencies)
    lines += section("What would close most", additions)
    lines += [
      "", "  A gap is a session that nobody could take when its clinician alone is away for that month.",
      "  Nobody is away yet: each absence was planned for its coverage alone, beside the leave that is known.",
      "  Counted is what would have nobody beyond what has nobody today. Nothing was written.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title.uppercased(), ""] + lines
  }

  private func days(_ days: ClosedRange<Day>) -> String {
    "\(times.shortDay(days.lowerBound)) to \(times.shortDayOfYear(days.upperBound))"
  }

  private var single: [String] {
    let sorted = resilience.single.sorted { worse($0, $1) }
    return Columns.aligned([header] + sorted.map(row))
  }

  private var header: [String] {
    ["", "week: sessions", "nobody", "of these must", "month: sessions", "nobody", "of these must"]
  }

  private func row(_ scenario: Resilience.Scenario) -> [String] {
    [PlainText.list(scenario.away.map(names.clinician))]
      + [scenario.week, scenario.month].flatMap { short in
        [String(short.affected), String(short.uncovered), String(short.required)]
      }
  }

  /// Whether the first is worse than the second: for a month, then for a week, first in what must be covered.
  private func worse(_ one: Resilience.Scenario, _ other: Resilience.Scenario) -> Bool {
    func cost(_ scenario: Resilience.Scenario) -> [Int] {
      [scenario.month.required, scenario.month.preferred, scenario.week.required, scenario.week.preferred].map { -$0 }
    }
    return cost(one) == cost(other)
      ? one.away.map(\.text).lexicographicallyPrecedes(other.away.map(\.text))
      : cost(one).lexicographicallyPrecedes(cost(other))
  }

  /// A bar for each clinician: `#` for what must be covered, `=` for what should be, `.` for what would be.
  private var chart: [String] {
    let sorted = resilience.single.sorted { worse($0, $1) }
    let most = max(1, sorted.map(\.month.affected).max() ?? 1)
    let width = sorted.map { names.clinician($0.away[0]).count }.max() ?? 0
    guard resilience.openAlone > 0 else { return [] }
    func length(_ count: Int) -> Int { (count * Self.widest + most - 1) / most }
    let bars = sorted.map { scenario -> String in
      let name = names.clinician(scenario.away[0])
      let month = scenario.month
      let must = length(month.required)
      let should = max(length(month.uncovered) - must, month.preferred > 0 ? 1 : 0)
      let rest = max(0, length(month.affected) - must - should)
      let bar =
        String(repeating: "#", count: must) + String(repeating: "=", count: should)
        + String(repeating: ".", count: rest)
      return "  \(name)\(String(repeating: " ", count: width - name.count))  \(bar)"
        + "  \(month.uncovered) of \(month.affected)"
    }
    return bars + ["", "  #  must be covered and nobody could   =  should be and nobody could   .  somebody could"]
  }

  /// Two who leave more open than each alone together, the worst first.
  private var pairs: [String] {
    let alone = Dictionary(
      resilience.single.map { ($0.away[0], $0.month.uncovered) }, uniquingKeysWith: { first, _ in first })
    let worse = resilience.pairs.map { pair in
      (pair: pair, extra: pair.month.uncovered - pair.away.reduce(0) { $0 + (alone[$1] ?? 0) })
    }.filter { $0.extra > 0 }.sorted {
      $0.extra == $1.extra ? self.worse($0.pair, $1.pair) : $0.extra > $1.extra
    }
    guard !worse.isEmpty else {
      return resilience.pairs.isEmpty ? [] : ["  No two together leave more uncovered than each alone."]
    }
    var rows = [["", "week: nobody", "month: nobody", "of these must", "more than each alone"]]
    rows += worse.prefix(Self.mostPairs).map { pair, extra in
      [
        PlainText.list(pair.away.map(names.clinician)), String(pair.week.uncovered), String(pair.month.uncovered),
        String(pair.month.required), "+\(extra)",
      ]
    }
    let rest = worse.count - Self.mostPairs
    return Columns.aligned(rows) + (rest > 0 ? ["  and \(PlainText.count(rest, "other")), --json has them all"] : [])
  }

  private var dependencies: [String] {
    var rest: [String] = []
    let rows = Resilience.Dependency.Kind.allCases.flatMap { kind -> [[String]] in
      let all = resilience.dependencies.filter { $0.kind == kind }
      let shown = all.prefix(Self.mostDependencies).map { entry in
        let holder = entry.holder.map { "\(names.clinician($0)) alone" } ?? "nobody"
        return [
          kind.rawValue, PlainText.oneLine(kind.shown(entry.word)), holder,
          "for \(PlainText.count(entry.clients.count, "client"))",
        ]
      }
      let further = all.count - Self.mostDependencies
      if further > 0 { rest.append("  and \(PlainText.count(further, "other \(kind.rawValue)")), --json has them all") }
      return shown
    }
    return Columns.aligned(rows) + rest
  }

  private var additions: [String] {
    resilience.additions.enumerated().flatMap { position, addition in
      PlainText.wrapped(
        "\(position + 1). \(PlainText.oneLine(addition.words)): closes \(addition.closes) of the"
          + " \(PlainText.count(resilience.openAlone, "gap"))", width: 100, indent: "  ")
    }
  }

  // MARK: JSON

  public var json: String {
    JSONValue.members([
      "schema": "plan-cover-resilience/1",
      "practice": .string(situation.practice.name),
      "week": span(resilience.week), "month": span(resilience.month),
      "single": .array(resilience.single.map(scenario)), "pairs": .array(resilience.pairs.map(scenario)),
      "dependencies": .array(
        resilience.dependencies.map {
          .members([
            "kind": .string($0.kind.rawValue), "word": .string($0.word), "holder": .optional($0.holder?.text),
            "clients": .clients($0.clients),
          ])
        }),
      "open-alone": .integer(resilience.openAlone),
      "additions": .array(
        resilience.additions.map { .members(["words": .string($0.words), "closes": .integer($0.closes)]) }),
    ]).pretty
  }

  private func span(_ days: ClosedRange<Day>) -> JSONValue {
    .members(["from": .day(days.lowerBound), "to": .day(days.upperBound)])
  }

  private func scenario(_ scenario: Resilience.Scenario) -> JSONValue {
    .members([
      "away": .array(scenario.away.map { .id($0) }), "week": short(scenario.week), "month": short(scenario.month),
    ])
  }

  private func short(_ short: Resilience.Shortfall) -> JSONValue {
    .members([
      "affected": .integer(short.affected), "required": .integer(short.required),
      "preferred": .integer(short.preferred),
      "proven": .bool(short.isProven),
    ])
  }
}

extension Resilience.Dependency.Kind {
  /// Jurisdictions are written in capitals, and languages by name.
  fileprivate func shown(_ word: String) -> String {
    switch self {
    case .licence: word.uppercased()
    case .language: LanguageTag(word)?.englishName ?? word
    case .specialty, .payer: word
    }
  }
}
