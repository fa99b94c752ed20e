import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing

/// What a purge removes, in ids and numbers: a file that somebody saved may be named for anybody, so of an answer its UID
/// is told.
struct PurgeReport {
  let records: PastRecords
  let requests: [RequestsDocument.Past]
  let undatedRequests: Int
  let edited: [EditedFile]
  let keepDays: Int
  let limit: Instant
  let zone: Zone
  let isDryRun: Bool

  var isEmpty: Bool {
    edited.isEmpty && records.answers.isEmpty && records.decisions.isEmpty && requests.isEmpty
  }

  var text: String {
    let day = zone.day(of: limit).iso8601
    let time = "what was over before \(day), \(keepDays) days ago"
    var lines = [
      isEmpty
        ? "Nothing to remove: there is no record of \(time)."
        : isDryRun ? "Would be removed, of \(time) (nothing was written):" : "Removed, of \(time):"
    ]
    lines += part("letters and briefs that were set aside", edited.map(\.path))
    lines += part("answers", records.answers.map(answer))
    lines += part("decisions", records.decisions.map(decision))
    lines += part("requests for a second professional", requests.map(request))
    let undated = [("answers", records.undatedAnswers), ("requests", undatedRequests)].filter { $0.1 > 0 }
    if !undated.isEmpty {
      let counts = undated.map { "\($0), \($1)" }.joined(separator: "; ")
      lines += ["", "Kept, for nothing says when what they are about is: \(counts)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func part(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["", "  \(title): \(items.count)"] + items.map { "    \(TerminalText.line($0))" }
  }

  private func answer(_ answer: AnswerRecord) -> String {
    let who = answer.colleagues.isEmpty ? "somebody" : answer.colleagues.map(\.text).joined(separator: ", ")
    let end = answer.end.map { ", over on \(zone.day(of: $0 - 1).iso8601)" } ?? ""
    return "of \(who), about \(answer.uids.joined(separator: ", "))\(end)"
  }

  private func request(_ past: RequestsDocument.Past) -> String {
    "\(past.uid), \(RequestsDocument.fileName):\(past.line), due by \(zone.day(of: past.due - 1).iso8601)"
  }

  private func decision(_ record: DecisionRecord) -> String {
    let entry = record.entry
    // The key of a session is another program's text.
    let parts = [
      entry.client?.text, entry.absence.map { "absence \($0.clinician) \($0.day.iso8601)" },
      entry.session.map { _ in "one session" },
    ]
    let whom = parts.compactMap(\.self).joined(separator: ", ")
    return [record.tag, DecisionTableWords(zone: zone).what(entry), whom].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  var json: String {
    PurgeDocumentText(
      keepDays: keepDays, before: zone.day(of: limit), isDryRun: isDryRun, edited: edited.map(\.path),
      answers: records.answers.map { PurgeDocumentText.Answer(colleagues: $0.colleagues, uids: $0.uids) },
      decisions: records.decisions.map(\.tag), requests: requests.map(\.uid),
      undated: .init(answers: records.undatedAnswers, requests: undatedRequests)
    ).text
  }
}
