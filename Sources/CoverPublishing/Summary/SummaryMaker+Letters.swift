import CivilTime
import CoverDomain

extension SummaryMaker {
  /// The letters by the day they are due, late ones first.
  var letters: [String] {
    let late = notices.written.filter(\.isLate)
    var lines: [String] = []
    if !late.isEmpty {
      lines.append(
        "  Late: should have gone out before \(times.shortDayOfYear(late.map(\.due).min() ?? plan.window.from))")
      lines += letterRows(late)
    }
    let rest = notices.written.filter { !$0.isLate }
    for week in Set(rest.map(\.due.week)).sorted() {
      if !lines.isEmpty { lines.append("") }
      lines.append("  In the week of \(times.shortDayOfYear(week.monday))")
      lines += letterRows(rest.filter { $0.due.week == week })
    }
    return lines
  }

  private func letterRows(_ letters: [Notice]) -> [String] {
    let days = Dictionary(grouping: letters) { LetterGroup(due: $0.due, kind: $0.kind) }
    return days.keys.sorted().flatMap { group -> [String] in
      let clients = (days[group] ?? []).map { PlainText.oneLine($0.client.text) }
      return wrapped(
        "\(times.shortDay(group.due))  \(group.kind.rawValue): \(clients.joined(separator: " "))", indent: "    ")
    }
  }
}

private struct LetterGroup: Hashable, Comparable {
  let due: Day
  let kind: Notice.Kind
  static func < (left: LetterGroup, right: LetterGroup) -> Bool {
    left.due != right.due ? left.due < right.due : left.kind.rawValue < right.kind.rawValue
  }
}
