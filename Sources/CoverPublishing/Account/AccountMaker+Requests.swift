import CivilTime
import CoverDomain

extension AccountMaker {
  /// The requests that are met, by time: who sees whom for whom, and why.
  var requests: [Block] {
    let met = plan.referrals.compactMap { assignment in assignment.cover.map { (assignment.referral, $0) } }
    let rows = met.sorted { ($0.1.interval, $0.0.id) < ($1.1.interval, $1.0.id) }
      .map { referral, cover -> [AccountTable.Cell] in
        [.words(times.short(cover.interval)), .words(names.clinician(cover.by)), .words(request(referral))]
      }
    return [
      .table(
        AccountTable(
          "Requests for a second professional that are met", columns: ["when", "who", "for whom, and what"],
          needsTitles: false, rows: rows))
    ]
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
  var openRequests: [Entry] {
    plan.referrals.compactMap { assignment in
      guard case .unmet(let gap) = assignment.outcome else { return nil }
      let referral = assignment.referral
      let span = times.briefSpan(Interval(start: referral.from, seconds: max(0, referral.due - referral.from)))
      let opening =
        gap.firstOpening.map { "the first opening is with \(names.clinician($0.by)), \(times.short($0.interval))" }
        ?? "nobody has an opening after it in these weeks"
      return Entry(
        "\(request(referral)), \(span)", notes: reasons(gap.why).map { .reason($0) } + [.words(opening)])
    }
  }
}
