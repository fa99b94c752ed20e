import CivilTime
import CoverDomain
import CoverIntake
import CoverPlanning

/// What `refer` says of a request that it has written: what was asked, and who could meet it as things stand.
struct RequestReport {
  let text: String
  /// Whether nobody could.
  let needsPerson: Bool

  init(situation: Situation, entry: RequestEntry, isDryRun: Bool, folder: String) {
    let referral = entry.referral(in: situation.practice)
    let clock = LocalClock(zone: situation.practice.zone)
    let candidates = Outlook(situation.asking(referral)).candidates(for: referral.id, most: 1)
    let able = candidates.filter { !$0.openings.isEmpty }
    var lines = [
      isDryRun
        ? "Would be written to \(RequestsDocument.fileName) (nothing was written):"
        : "Written to \(RequestsDocument.fileName):",
      "", "  \(RequestLine(referral, clock).text)", "  \(entry.uid)", "",
    ]
    if able.isEmpty {
      lines.append("Nobody here could as things stand:")
      let words = ObstacleWords(situation, referral)
      lines += candidates.map {
        "  \($0.colleague): \(words.phrases($0.obstacles, of: $0.colleague).joined(separator: ", "))"
      }
      let outside = situation.outside(for: referral)
      if !outside.isEmpty {
        lines += ["", "Outside the practice, for whom the plan drafts a letter:"]
        lines += outside.map { "  \($0.id)  \(TerminalText.line($0.name))" }
      }
    } else {
      lines.append("Who could as things stand, and when first:")
      let width = able.map(\.colleague.text.count).max() ?? 0
      lines += able.compactMap { candidate in
        let gap = String(repeating: " ", count: width - candidate.colleague.text.count)
        return candidate.openings.first.map { "  \(candidate.colleague)\(gap)  \(clock.text($0.interval.start))" }
      }
    }
    let place = folder == "." ? "" : " " + ShellWord.quoted(folder)
    lines += [
      "", "Next: plan-cover plan\(place)", "It places the request among the other work, and drafts the letters.",
    ]
    text = lines.joined(separator: "\n") + "\n"
    needsPerson = able.isEmpty
  }
}

/// A request on one line, in ids: `a second opinion (emdr) for AB12 of amara-osei, 2026-12-14 to 2027-01-15, 50 minutes`.
struct RequestLine {
  let text: String

  init(_ referral: Referral, _ clock: LocalClock) {
    let needs = referral.needs.sorted().map { TerminalText.line($0.text) }
    let what = referral.reason.phrase + (needs.isEmpty ? "" : " (\(needs.joined(separator: ", ")))")
    let clients = referral.clients.map { TerminalText.line($0.text) }.joined(separator: ", ")
    let whom =
      referral.reason == .supervision
      ? "\(referral.clinician)\(clients.isEmpty ? "" : ", about \(clients)")" : "\(clients) of \(referral.clinician)"
    let first = clock.zone.day(of: referral.from)
    let last = clock.zone.days(of: Interval(start: referral.from, seconds: max(0, referral.due - referral.from)))
      .upperBound
    text = "\(what) for \(whom), \(clock.days(first, last)), \(referral.minutes) minutes"
  }
}
