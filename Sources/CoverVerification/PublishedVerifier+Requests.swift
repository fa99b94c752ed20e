import CivilTime
import CoverDomain

extension PublishedVerifier {
  /// The published appointments to come that no longer stand, by time.
  ///
  /// - Parameter book: the published cover.
  func brokenAppointments(beside book: CoverBook) -> [(start: Instant, broken: BrokenPublication)] {
    var book = book
    var found: [(start: Instant, broken: BrokenPublication)] = []
    let open = Dictionary(facts.requests.map { ($0.referral.id, $0) }, uniquingKeysWith: { first, _ in first })
    for appointment in facts.publishedReferrals where isToCome(appointment) {
      let time = facts.clock(appointment.interval.start)
      func broken(_ kind: BrokenPublication.Kind, rules: [Rule] = [], _ fault: String) {
        let sentence = "\(appointment.session), with \(appointment.by) at \(time): \(fault)"
        found.append(
          (
            appointment.interval.start,
            BrokenPublication(kind, appointment.session, appointment.by, rules: rules, sentence)
          ))
      }
      guard let request = open[appointment.session] else {
        broken(.gone, "nobody asks for it any more")
        continue
      }
      let given = GivenCover(request, by: appointment.by, interval: appointment.interval)
      let cover = Cover(by: appointment.by, interval: appointment.interval)
      let objections = Checks.objections(to: given, facts) + Checks.objections(to: given, beside: book, facts)
      if request.referral.clients != appointment.clients {
        broken(.otherClients, "it is about other clients now")
      } else if !objections.isEmpty {
        broken(
          .broken, rules: objections.map(\.rule),
          objections.map { "\($0.rule.rawValue) (\($0.detail))" }.joined(separator: "; "))
      } else if let fault = Requests(facts: facts).fault(of: cover, request) {
        broken(.moved, fault)
      }
      book.add(given)
    }
    return found
  }
}
