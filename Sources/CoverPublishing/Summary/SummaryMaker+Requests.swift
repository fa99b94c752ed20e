import CivilTime
import CoverDomain

extension SummaryMaker {
  /// So many of those who could as well are named.
  private static let mostOthers = 3

  /// The requests that are met, by time: who sees whom for whom, and why.
  var requests: [String] {
    let met = plan.referrals.compactMap { assignment in assignment.cover.map { (assignment.referral, $0) } }
    var lines = Columns.aligned(
      met.sorted { ($0.1.interval, $0.0.id) < ($1.1.interval, $1.0.id) }.map { referral, cover in
        [times.short(cover.interval), names.clinician(cover.by), request(referral)]
      })
    for assignment in plan.referrals where !assignment.others.isEmpty {
      let shown = assignment.others.prefix(Self.mostOthers)
      let more = assignment.others.count - shown.count
      let others =
        shown.map { "\(names.clinician($0.by)) (\(times.short($0.interval.start)))" }
        + (more > 0 ? ["\(more) more"] : [])
      let whom = assignment.referral.clients.isEmpty ? "" : "\(names.clients(assignment.referral.clients)): "
      lines += wrapped("\(whom)\(PlainText.list(others)) could as well", indent: "  ")
    }
    return lines + reports
  }

  /// The appointments that are over, and by when whoever asked should have heard what came of them.
  private var reports: [String] {
    history.live.filter { event in
      event.isAttended && event.time.interval(in: practice.zone).end <= situation.now
    }.flatMap { event -> [String] in
      let interval = event.time.interval(in: practice.zone)
      let day = practice.zone.day(of: interval.start) + ReferralLetter.reportDays
      return wrapped(
        "\(names.clinician(event.by)) saw \(names.clients(event.clients)) on \(times.short(interval.start)):"
          + " \(names.clinician(event.absent)) should hear what came of it by \(times.shortDay(day))", indent: "  ")
    }
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
      lines += (nobodyHas(referral) ?? reasons(gap.why)).flatMap { wrapped($0, indent: "    ") }
      if let room = room(for: referral, gap) { lines += wrapped(room, indent: "    ") }
      let outside = situation.outside(for: referral).map { PlainText.oneLine($0.name) }
      if !outside.isEmpty {
        lines += wrapped(
          "outside the practice: \(PlainText.list(outside)); a letter to \(outside.count == 1 ? "them" : "each") is drafted in"
            + " referrals/, to be sent when the client has agreed", indent: "    ")
      }
      return lines
    }
  }

  /// That no colleague has what is asked for; nil where somebody has.
  private func nobodyHas(_ referral: Referral) -> [String]? {
    let isFound = practice.colleagues(of: referral.clinician).contains { colleague in
      referral.needs.isSubset(of: referral.reason == .perspective ? colleague.background : colleague.specialties)
    }
    guard !isFound, referral.reason != .supervision else { return nil }
    return ["nobody here has \(PlainText.list(referral.needs.sorted().map { PlainText.oneLine($0.text) }))"]
  }

  /// `nobody with emdr has room by Thu 14 Jan; the first opening is with Ben Lee, Tue 19 Jan 10:00-10:50`; nil where nobody
  /// has what is asked for, whatever the time.
  private func room(for referral: Referral, _ gap: ReferralGap) -> String? {
    let lasting: Set<Rule> = [
      .takesCover, .specialty, .language, .place, .licence, .payer, .avoid, .consent, .level, .independence,
      .supervisor,
      .background,
    ]
    guard gap.firstOpening != nil || gap.why.contains(where: { lasting.isDisjoint(with: $0.rules) }) else { return nil }
    let needs = referral.needs.sorted().map { PlainText.oneLine($0.text) }
    let who = needs.isEmpty ? "nobody who may take it" : "nobody with \(PlainText.list(needs))"
    let span = Interval(start: referral.from, seconds: max(1, referral.due - referral.from))
    let none = "\(who) has room by \(times.shortDay(practice.zone.days(of: span).upperBound))"
    return gap.firstOpening.map {
      "\(none); the first opening is with \(names.clinician($0.by)), \(times.short($0.interval))"
    } ?? "\(none), nor after it in these weeks"
  }
}
