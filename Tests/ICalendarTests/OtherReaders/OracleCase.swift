import CivilTime
import Foundation
import ICalendar

/// A calendar, a time, and what other readers find in it.
struct OracleCase: Decodable {
  /// What it is about: `series/exdate-day`; of a corpus its name and the file's.
  let group: String
  let `case`: String
  let from: String
  let to: String
  /// The calendar, where no file holds it; without a BEGIN it is the lines of one event.
  let text: String?
  let path: String?
  /// Of each reader, by UID, `start/end` or `start` alone.
  let answers: [String: [String: [String]]]

  /// What one reader and this project tell apart.
  struct Difference {
    let reader: String
    let group: String
    /// The number of a generated case, the UID of one in a file; `(file)` where the whole file is refused.
    let name: String
    /// Why this project refuses it, where it does.
    let refusal: String?
    let only: (here: [String], there: [String])
  }

  /// What this project reads, by UID, with what it refuses; the UID of a component without one is empty.
  private func reading() throws -> (found: [String: [Occurrence]], refusals: [String: String], whole: String?) {
    let document: CalendarDocument
    do throws(CalendarProblem) {
      document = try CalendarDocument(parsing: bytes())
    } catch {
      return ([:], [:], error.message)
    }
    // Every second of an hour is more than a practice's calendar may hold, thirty-five years as well.
    let limits = CalendarLimits(maxOccurrencesPerComponent: 500_000, maxOccurrences: 20_000_000)
    let expansion = document.expand(
      over: try Samples.interval(from, to), zone: Samples.london, limits: limits)
    var refusals: [String: String] = [:]
    for case (let index, .notUnderstood(let problem)) in zip(document.components.indices, expansion.fates) {
      switch document.components[index].kind {
      case .event, .todo, .journal: refusals[document.components[index].uid ?? ""] = problem.message
      default: break
      }
    }
    let found = Dictionary(grouping: expansion.occurrences) { document.components[$0.componentIndex].uid ?? "" }
    return (found, refusals, nil)
  }

  private func bytes() -> Data {
    if let path, let data = FileManager.default.contents(atPath: path) { return data }
    let text = text ?? ""
    if text.hasPrefix("BEGIN:") { return Data(text.utf8) }
    return Data("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n\(text)\nEND:VEVENT\nEND:VCALENDAR\n".utf8)
  }

  /// Against every reader, by group, UID and reader.
  func differences() throws -> [Difference] {
    let (found, refusals, whole) = try reading()
    return answers.sorted { $0.key < $1.key }.flatMap { reader, theirs -> [Difference] in
      if let whole {
        let lost = theirs.values.flatMap(\.self).sorted()
        return lost.isEmpty ? [] : [difference(reader, "(file)", whole, ([], lost))]
      }
      return Set(found.keys).union(theirs.keys).union(refusals.keys).sorted().compactMap { uid in
        let there = theirs[uid] ?? []
        let here = (found[uid] ?? []).map { occurrence in
          there.first?.contains("/") ?? true
            ? "\(occurrence.interval.start.basic)/\(occurrence.interval.end.basic)" : occurrence.interval.start.basic
        }
        guard here.sorted() != there else { return nil }
        // What spoils a component may have spoilt its UID, too.
        let refusal = refusals[uid] ?? (found[uid] == nil ? refusals[""] : nil)
        return difference(
          reader, uid, refusal, (OracleCase.without(here, there), OracleCase.without(there, here)))
      }
    }
  }

  private func difference(
    _ reader: String, _ uid: String, _ refusal: String?, _ only: ([String], [String])
  ) -> Difference {
    Difference(
      reader: reader, group: group, name: group.hasSuffix(".ics") ? uid : `case`, refusal: refusal, only: only)
  }

  /// The one list less the other, each as often as it stands there.
  private static func without(_ list: [String], _ other: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for one in other { counts[one, default: 0] += 1 }
    return list.filter { one in
      guard let count = counts[one], count > 0 else { return true }
      counts[one] = count - 1
      return false
    }
  }
}
