import CivilTime
import CoverDomain
import Foundation

/// A line of log.jsonl: that there was a publication, and of what. No client stands in it.
struct LogLine: Sendable {
  let input: PublicationInput
  let output: ContentDigest
  let changes: PlanChanges
  let notices: Notices

  /// The log with the line at its end; a last line that was cut off is ended first.
  func appended(to log: [UInt8]) -> PublishedFile {
    var bytes = log
    if let last = bytes.last, last != 10 { bytes.append(10) }
    return PublishedFile(path: PublicationPath.log, bytes: bytes + Array((text + "\n").utf8))
  }

  /// The time of a log's last whole line; nil where that is none of ours.
  static func time(ofLast log: [UInt8]) -> Instant? {
    struct Line: Decodable { let time: String }
    guard let end = log.lastIndex(of: 10) else { return nil }
    let start = log[..<end].lastIndex(of: 10).map { $0 + 1 } ?? 0
    return (try? JSONDecoder().decode(Line.self, from: Data(log[start..<end]))).flatMap { Instant($0.time) }
  }

  private var text: String {
    let plan = input.plan
    let outcomes = ["covered", "moved", "waiting", "none", "closed", "uncovered"]
    return JSONValue.members([
      "time": .string(input.situation.now.iso8601),
      "window": .members(["from": .string(plan.window.from.iso8601), "to": .string(plan.window.to.iso8601)]),
      "input": .string(input.inputDigest.text), "output": .string(output.text), "status": .string(plan.status.rawValue),
      "counts": .object(outcomes.map { .init($0, .integer(plan.count($0))) }),
      "broken-promises": .integer(plan.brokenPromises.count),
      "changes": .members([
        "new": .integer(changes.new.count), "changed": .integer(changes.changed.count),
        "updated": .integer(changes.updated.count), "withdrawn": .integer(changes.withdrawn.count),
      ]),
      "notices": .members(["written": .integer(notices.written.count), "refused": .integer(notices.refused.count)]),
    ]).compact
  }
}
