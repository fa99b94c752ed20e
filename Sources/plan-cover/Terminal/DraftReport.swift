import CivilTime
import CoverDomain
import CoverIntake

/// What `init` says of a draft: the manager's own calendars are before them, so titles are shown where they have to be
/// settled.
struct DraftReport {
  let result: PracticeDrafting.Result
  /// As it was given.
  let folder: String
  let isDryRun: Bool

  private var draft: PracticeDraft { result.draft }

  /// So many lines of one kind are shown; the files and --json hold all.
  private static let most = 40

  /// Whether something may be a client and is left out, or could not be understood.
  var needsPerson: Bool { !draft.doubtful.isEmpty || result.isIncomplete }

  var text: String {
    let sections = [files, [headline], clinicians, clients, doubtful, others, next].filter { !$0.isEmpty }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Of a dry run: the files themselves.
  private var files: [String] {
    guard isDryRun else { return [] }
    return [
      "===== practice.yaml", result.practice, "===== clients.csv", result.clients.replacing("\r\n", with: "\n"),
      "=====",
    ]
  }

  private var headline: String {
    let clinicians = count(draft.clinicians.count, "clinician")
    let what = "practice.yaml and clients.csv: \(clinicians), \(count(draft.clients.count, "client"))"
    let span = "\(draft.days.lowerBound.iso8601) to \((draft.days.upperBound - 1).iso8601)"
    return (isDryRun ? "Would be drafted (nothing was written): " : "Drafted: ") + what + ".\n"
      + "Seen in the calendars from \(span), \(draft.zone.zone.identifier)."
  }

  private func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  private var clinicians: [String] {
    let own = Dictionary(grouping: draft.clients, by: \.clinician).mapValues(\.count)
    let width = draft.clinicians.map(\.id.text.count).max() ?? 0
    return ["CLINICIANS", ""]
      + draft.clinicians.map { one in
        let clients = count(own[one.id] ?? 0, "client").padding(left: 11)
        return "  \(one.id.text.padding(to: width))  \(clients)  \(hours(one))"
      }
  }

  private func hours(_ one: DraftClinician) -> String {
    switch one.hours {
    case .seen(let hours), .set(let hours): hours.line
    case .stated: "hours as the calendar says"
    case .unknown: "the practice's hours, for too little was seen"
    }
  }

  private var clients: [String] {
    guard !draft.clients.isEmpty else { return [] }
    var lines = ["CLIENTS", ""]
    for origin in DraftClient.Origin.allCases {
      let number = draft.clients.count { $0.origin == origin }
      if number > 0 { lines.append("\(number)".padding(left: 7) + " \(origin.phrase)") }
    }
    let doubts = draft.clients.filter { !$0.doubts.isEmpty }
    if !doubts.isEmpty {
      lines.append("  to look at, as the last column of clients.csv says: \(doubts.count)")
    }
    return lines
  }

  private var doubtful: [String] {
    let titles = draft.doubtful
    guard !titles.isEmpty else { return [] }
    return ["PERHAPS CLIENTS, and left out: add who is one to clients.csv", ""]
      + listed(titles) { "\(place($0)): \($0.clinician), \(quoted($0.title)), \(when($0)) (\(Self.why($0.kind)))" }
  }

  private var others: [String] {
    // What came once is no client's by any sign, and may be private.
    let titles = draft.titles.filter { !$0.kind.mayBeClient && $0.count > 1 }
    guard !titles.isEmpty else { return [] }
    return ["NO CLIENTS, as it seems", ""]
      + listed(titles) {
        "\($0.clinician), \(quoted($0.title)), \(times($0.count))" + ($0.kind == .shared ? " (with colleagues)" : "")
      }
  }

  private func listed(_ titles: [DraftTitle], _ line: (DraftTitle) -> String) -> [String] {
    let shown = titles.prefix(Self.most).map { "  " + line($0) }
    return shown + (titles.count > Self.most ? ["  … and \(titles.count - Self.most) more, which --json lists"] : [])
  }

  private func place(_ title: DraftTitle) -> String {
    title.source.file + (title.source.line.map { ":\($0)" } ?? "")
  }

  private func when(_ title: DraftTitle) -> String {
    let first = LocalClock(zone: draft.zone.zone).text(title.first.start)
    return title.count == 1 ? first : "\(times(title.count)) from \(first)"
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private static func why(_ kind: DraftTitle.Kind) -> String {
    switch kind {
    case .unnamed: "it does not say with whom"
    case .once: "it was seen on one day alone"
    case .oneWord: "a first name, or something else?"
    case .guests: "it has guests, and looks like something else"
    case .shared, .other: "it looks like something else"
    }
  }

  /// Not endless.
  private func quoted(_ title: String) -> String {
    let line = TerminalText.line(title)
    return "\"" + (line.count > 80 ? line.prefix(77) + "…" : line[...]) + "\""
  }

  private var next: [String] {
    let command = folder == "." ? "" : " " + ShellWord.quoted(folder)
    return [
      "NEXT", "",
      "  1. In practice.yaml look at each GUESS and fill in what FILL IN asks for; in clients.csv, the last column.",
      "  2. plan-cover check\(command)  says what is understood with it, and what is not.",
      "  3. plan-cover plan\(command) --dry-run  shows the first plan; without --dry-run it is published.",
    ]
  }
}
