import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing

/// The requests that are open now, and what the last publication makes of each.
struct RequestList {
  private let situation: Situation
  /// Requests that cannot be read.
  private let broken: [NotUnderstood]

  init(situation: Situation, notUnderstood: [NotUnderstood]) {
    self.situation = situation
    broken = notUnderstood.filter { $0.reason.hasPrefix("a request for a second professional") }
  }

  var needsPerson: Bool { !broken.isEmpty }

  private var clock: LocalClock { LocalClock(zone: situation.practice.zone) }

  private func appointment(_ referral: Referral) -> PublishedCover? {
    situation.publishedReferrals.first { $0.session == referral.id }
  }

  var text: String {
    var parts = situation.requested.map { referral -> String in
      let outcome =
        appointment(referral).map { "with \($0.by), \(clock.text($0.interval.start))" } ?? "nobody yet"
      return "\(RequestLine(referral, clock).text)\n  \(outcome)\n  \(place(referral.source))  "
        + TerminalText.line(referral.source.uid ?? referral.id.key) + "\n"
    }
    parts += broken.map { problem in
      "\(place(problem.source)): \(problem.reason)\n" + (problem.hint.map { "  hint: \($0)\n" } ?? "")
    }
    return parts.isEmpty ? "Nobody asks for a second professional.\n" : parts.joined(separator: "\n")
  }

  private func place(_ source: Source) -> String { source.file + (source.line.map { ":\($0)" } ?? "") }

  var document: RequestsListing {
    RequestsListing(requests: situation.requested.map { ($0, appointment($0)) })
  }
}
