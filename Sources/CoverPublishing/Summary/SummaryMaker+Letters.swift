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
    let cautions = notices.written.cautionLines.flatMap { wrapped($0, indent: "    ") }
    if !cautions.isEmpty { lines += ["", "  Before you send them"] + cautions }
    if !lines.isEmpty {
      lines.append("")
      lines += wrapped(
        "When letters have gone out, say so: plan-cover decide told, and their files, or --all-due. What they say is then kept.",
        indent: "  ")
    }
    return lines
  }

  private func letterRows(_ letters: [Notice]) -> [String] {
    let days = Dictionary(grouping: letters) { LetterGroup(due: $0.due, kind: $0.kind) }
    return days.keys.sorted().flatMap { group -> [String] in
      let clients = (days[group] ?? []).map { PlainText.oneLine($0.client.text) }
      let send = days[group]?.first?.send ?? group.due
      let when = send == group.due ? "" : " (closed: send it on \(times.shortDay(send)))"
      return wrapped(
        "\(times.shortDay(group.due))\(when)  \(group.kind.rawValue): \(clients.joined(separator: " "))", indent: "    "
      )
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
