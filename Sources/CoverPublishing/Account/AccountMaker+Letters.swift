import CivilTime
import CoverDomain

extension AccountMaker {
  /// The letters by the day they are due, late ones first.
  var letters: [Block] {
    let late = notices.written.filter(\.isLate)
    let rest = notices.written.filter { !$0.isLate }
    var blocks: [Block] = []
    if !late.isEmpty { blocks.append(.group("Late: \(missed(late))", [.entries(letterRows(late))])) }
    for week in Set(rest.map(\.due.week)).sorted() {
      blocks.append(.group(inWeek(week, "In"), [.entries(letterRows(rest.filter { $0.due.week == week }))]))
    }
    guard !blocks.isEmpty else { return [] }
    blocks.append(.group("Before you send them", notices.written.cautionLines.map { .words($0) }))
    return blocks + [
      .more("Each letter and its file", [.table(letterFiles)]),
      .words(
        "When letters have gone out, say so: plan-cover decide told, and their files, or --all-due. What they say is then kept."
      ),
    ]
  }

  /// The letters that go out next: those that are late, and the first week that has any.
  var nextLetters: [Entry] {
    let late = notices.written.filter(\.isLate)
    let rest = notices.written.filter { !$0.isLate }
    var entries = late.isEmpty ? [] : [Entry("\(PlainText.count(late.count, "late letter")): \(missed(late))")]
    if let week = rest.map(\.send.week).min() {
      let count = rest.count { $0.send.week == week }
      entries.append(Entry("\(PlainText.count(count, "letter")) \(inWeek(week, "in"))"))
    }
    return entries
  }

  private func missed(_ late: [Notice]) -> String {
    "should have gone out before \(times.shortDayOfYear(late.map(\.due).min() ?? plan.window.from))"
  }

  private func inWeek(_ week: Week, _ preposition: String) -> String {
    "\(preposition) the week of \(times.shortDayOfYear(week.monday))"
  }

  private func letterRows(_ letters: [Notice]) -> [Entry] {
    let days = Dictionary(grouping: letters) { LetterGroup(due: $0.due, kind: $0.kind) }
    return days.keys.sorted().map { group in
      let clients = (days[group] ?? []).map { PlainText.oneLine($0.client.text) }
      let send = days[group]?.first?.send ?? group.due
      let when = send == group.due ? "" : " (closed: send it on \(times.shortDay(send)))"
      return Entry(["\(times.shortDay(group.due))\(when)", "\(group.kind.rawValue): \(clients.joined(separator: " "))"])
    }
  }

  private var letterFiles: AccountTable {
    let rows = notices.written.map { notice -> [AccountTable.Cell] in
      [
        .words(times.shortDay(notice.send)), .words(PlainText.oneLine(notice.client.text)),
        .words(notice.kind.rawValue + (notice.isLate ? ", late" : "")), .words(notice.way.rawValue),
        .file(notice.path + ".txt"),
      ]
    }
    return AccountTable(
      "Each letter, by the day to send it", columns: ["send on", "client", "kind", "by", "file"], rows: rows)
  }
}

private struct LetterGroup: Hashable, Comparable {
  let due: Day
  let kind: Notice.Kind
  static func < (left: LetterGroup, right: LetterGroup) -> Bool {
    left.due != right.due ? left.due < right.due : left.kind.rawValue < right.kind.rawValue
  }
}
