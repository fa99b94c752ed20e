import CivilTime
import CoverDomain

extension AccountMaker {
  /// The letters by the day to send them, late ones first.
  var letters: [Block] {
    var blocks: [Block] = []
    if !late.isEmpty { blocks.append(.group("Late, due since \(dueSince)", [.entries(letterRows(late))])) }
    for week in Set(onTime.map(\.send.week)).sorted() {
      let letters = onTime.filter { $0.send.week == week }
      blocks.append(.group("In the week of \(times.shortDayOfYear(week.monday))", [.entries(letterRows(letters))]))
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

  /// The letters that go out next: those that are late, those of the first day that has any, and the rest of its week.
  var nextLetters: [Entry] {
    var entries = late.isEmpty ? [] : [Entry("\(PlainText.count(late.count, "late letter")), due since \(dueSince)")]
    guard let day = onTime.map(\.send).min() else { return entries }
    let count = onTime.count { $0.send == day }
    entries.append(Entry("\(PlainText.count(count, "letter")) on \(times.shortDayOfYear(day))"))
    let rest = onTime.count { $0.send.week == day.week } - count
    if rest > 0 { entries.append(Entry("\(rest) more in the same week")) }
    return entries
  }

  private var late: [Notice] { notices.written.filter(\.isLate) }
  private var onTime: [Notice] { notices.written.filter { !$0.isLate } }

  /// The day on which the first of the late letters should have gone out.
  private var dueSince: String { times.shortDayOfYear(late.compactMap(\.missed).min() ?? plan.window.from) }

  private func letterRows(_ letters: [Notice]) -> [Entry] {
    let groups = Dictionary(grouping: letters, by: LetterGroup.init)
    return groups.keys.sorted().map { group in
      let clients = (groups[group] ?? []).map { PlainText.oneLine($0.client.text) }
      let due = group.send == group.due ? "" : ", for \(times.shortDay(group.due)) (closed)"
      return Entry(["\(times.shortDay(group.send))\(due)", "\(group.kind.rawValue): \(clients.joined(separator: " "))"])
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

/// Letters that go out together: of one kind, on one day.
private struct LetterGroup: Hashable, Comparable {
  let send: Day
  let due: Day
  let kind: Notice.Kind

  init(_ letter: Notice) {
    send = letter.send
    due = letter.due
    kind = letter.kind
  }

  static func < (left: LetterGroup, right: LetterGroup) -> Bool {
    (left.send, left.due, left.kind.rawValue) < (right.send, right.due, right.kind.rawValue)
  }
}
