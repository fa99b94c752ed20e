import CivilTime
import CoverDomain

extension SummaryMaker {
  /// The requests that are met, by time: who sees whom for whom, and why.
  var requests: [String] {
    let met = plan.referrals.compactMap { assignment in assignment.cover.map { (assignment.referral, $0) } }
    return Columns.aligned(
      met.sorted { ($0.1.interval, $0.0.id) < ($1.1.interval, $1.0.id) }.map { referral, cover in
        [times.short(cover.interval), names.clinician(cover.by), request(referral)]
      })
  }

  /// `AB12 of Dr Amara Osei, a second opinion (emdr)`.
  func request(_ referral: Referral) -> String {
    let clients = names.clients(referral.clients)
    let asking = names.clinician(referral.clinician)
    let needs = referral.needs.sorted().map { PlainText.oneLine($0.text) }
    return (clients.isEmpty ? asking : "\(clients) of \(asking)") + ", \(referral.reason.phrase)"
      + (needs.isEmpty ? "" : " (\(needs.joined(separator: ", ")))")
  }

  /// The requests that nobody can take in their time, each with the reasons and the first opening after it.
  var openRequests: [String] {
    plan.referrals.flatMap { assignment -> [String] in
      guard case .unmet(let gap) = assignment.outcome else { return [] }
      let referral = assignment.referral
      let span = times.briefSpan(Interval(start: referral.from, seconds: max(0, referral.due - referral.from)))
      var lines = wrapped("\(request(referral)), \(span)", indent: "  ")
      lines += reasons(gap.why).flatMap { wrapped($0, indent: "    ") }
      lines += wrapped(
        gap.firstOpening.map { "the first opening is with \(names.clinician($0.by)), \(times.short($0.interval))" }
          ?? "nobody has an opening after it in these weeks", indent: "    ")
      return lines
    }
  }
}
