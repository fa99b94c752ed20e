import CivilTime
import CoverDomain

extension AccountMaker {
  /// So many of those who could as well are named.
  private static let mostOthers = 3

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
          needsTitles: false, rows: rows)),
      .entries(plan.referrals.filter { !$0.others.isEmpty }.map(others)),
      .entries(reports),
    ]
  }

  /// Who could as well, the first of them by name.
  private func others(_ assignment: ReferralAssignment) -> Entry {
    let shown = assignment.others.prefix(Self.mostOthers)
    let more = assignment.others.count - shown.count
    let others =
      shown.map { "\(names.clinician($0.by)) (\(times.short($0.interval.start)))" } + (more > 0 ? ["\(more) more"] : [])
    let clients = assignment.referral.clients
    return Entry(
      (clients.isEmpty ? "" : "\(names.clients(clients)): ") + "\(PlainText.list(others)) could as well")
  }

  /// The appointments that are over, and by when whoever asked should have heard what came of them.
  private var reports: [Entry] {
    history.live.filter { event in
      event.isAttended && event.time.interval(in: practice.zone).end <= situation.now
    }.map { event in
      let interval = event.time.interval(in: practice.zone)
      let day = practice.zone.day(of: interval.start) + ReferralLetter.reportDays
      return Entry(
        "\(names.clinician(event.by)) saw \(names.clients(event.clients)) on \(times.short(interval.start)):"
          + " \(names.clinician(event.absent)) should hear what came of it by \(times.shortDay(day))")
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
  var openRequests: [Entry] {
    plan.referrals.compactMap { assignment in
      guard case .unmet(let gap) = assignment.outcome else { return nil }
      let referral = assignment.referral
      let span = times.briefSpan(Interval(start: referral.from, seconds: max(0, referral.due - referral.from)))
      var notes = (nobodyHas(referral) ?? reasons(gap.why, ObstacleWords(situation, referral))).map {
        Entry.Note.reason($0)
      }
      if let room = room(for: referral, gap) { notes.append(.words(room)) }
      let outside = situation.outside(for: referral).map { PlainText.oneLine($0.name) }
      if !outside.isEmpty {
        notes.append(
          .words(
            "outside the practice: \(PlainText.list(outside)); a letter to \(outside.count == 1 ? "them" : "each") is"
              + " drafted in referrals/, to be sent when the client has agreed"))
      }
      return Entry("\(request(referral)), \(span)", notes: notes)
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
