import CivilTime
import CoverDomain

/// A publication in a few lines of numbers and ids, for a journal or a mail that others may read: no client's name and no
/// clinician's, and no word of a calendar.
struct SummaryDigest: Sendable {
  let situation: Situation
  let plan: Plan
  let reading: Reading
  let history: EventHistory
  let notices: Notices
  let changes: PlanChanges
  /// The summary's line of what becomes of the sessions.
  let headline: String
  let needsPerson: Bool

  private var times: LocalTimes { LocalTimes(zone: situation.practice.zone) }

  /// A line each: what becomes of the sessions, whom to ring, what needs a person, what changed, which letters are due.
  var lines: [String] { [headline] + calls + needs + [changed, letters, ending] }

  private var ending: String {
    needsPerson
      ? "needs a person: see cover/summary.txt" : "nothing else needs a person; cover/summary.txt has the whole"
  }

  private var calls: [String] {
    let calls = FirstCalls(situation: situation, plan: plan, history: history)
    guard !calls.isEmpty else { return [] }
    let colleagues = calls.colleagues.map { PlainText.oneLine($0.colleague.text) }
    let clients = calls.clients.map { "\(id($0.client)) (\(times.short($0.assignment.session.interval.start)))" }
    return (colleagues.isEmpty ? [] : ["ring first, to ask: \(colleagues.joined(separator: ", "))"])
      + ["ring first, to tell: \(clients.joined(separator: ", "))"]
  }

  private var needs: [String] {
    let missed = plan.assignments.filter(situation.isMissed)
    let uncovered = plan.assignments.filter { $0.outcomeName == "uncovered" && !situation.isMissed($0) }
    let groups: [(String, [String])] = [
      ("promised and cannot be kept", plan.brokenPromises.map { promised($0.pin) }),
      ("must be covered and nobody can", uncovered.filter { $0.demand.need == .required }.map(session)),
      ("should be covered and nobody can", uncovered.filter { $0.demand.need != .required }.map(session)),
      ("came, and nobody was there", missed.map(session)),
      ("in somebody's leave, matching no client", reading.unrecognised.map { place($0.source) }),
      ("answers to settle", reading.openReplies.map(place)),
      ("not understood", reading.notUnderstood.filter(\.mayMatter).map { place($0.source) }),
      (
        "cannot be invited by mail",
        UninvitedColleagues(situation: situation, history: history).colleagues.map { PlainText.oneLine($0.id.text) }
      ),
      ("asked for a second professional and nobody can", openRequests),
      ("days without a contact", daysWithoutContact),
      ("days without a supervisor", daysWithoutSupervisor),
      ("clinician and supervisor both away, clients", plan.absences.flatMap(\.withoutSupervisor).map(id)),
      ("letters not written", notices.refused.map { id($0.client) }),
    ]
    return groups.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.count) (\($0.1.joined(separator: ", ")))" }
      + (reading.remarks.isEmpty ? [] : ["odd in the files: \(reading.remarks.count)"])
  }

  private var changed: String {
    if changes.isFirst { return "first publication: \(PlainText.count(changes.new.count, "event"))" }
    return "changes: \(changes.changed.count) changed, \(changes.new.count) new, \(changes.withdrawn.count) taken back,"
      + " \(changes.updated.count) updated"
  }

  private var letters: String {
    let due = DueLetters(notices.written, on: situation.practice.zone.day(of: situation.now))
    return
      "letters to send: \(due.late.count) late, \(due.today.count) today, \(due.thisWeek.count) in the six days after"
  }

  private var daysWithoutContact: [String] {
    plan.absences.flatMap { entry in
      entry.contacts.filter { $0.by == nil }.map {
        "\(PlainText.oneLine(entry.absence.clinician.text)) \($0.day.iso8601)"
      }
    }
  }

  private var daysWithoutSupervisor: [String] {
    plan.absences.flatMap { entry in
      entry.supervisors.filter { $0.by == nil }.map { "\(PlainText.oneLine($0.supervisee.text)) \($0.day.iso8601)" }
    }
  }

  private var openRequests: [String] {
    plan.referrals.filter { $0.cover == nil }.map { $0.referral.clients.map(id).joined(separator: " ") }
  }

  private func session(_ assignment: Assignment) -> String {
    "\(assignment.session.clients.map(id).joined(separator: " ")) \(times.short(assignment.session.interval.start))"
  }

  private func promised(_ pin: Pin) -> String {
    guard let assignment = plan.assignments.first(where: { $0.session.id == pin.session }) else {
      return PlainText.oneLine(pin.colleague.text)
    }
    return session(assignment)
  }

  private func id(_ client: ClientID) -> String { PlainText.oneLine(client.text) }

  /// `replies/a.ics:5` of a remark.
  private func place(_ remark: String) -> String {
    let place = remark.prefix { $0 != " " }
    return String(place.last == ":" ? place.dropLast() : place)
  }

  private func place(_ source: Source) -> String { source.line.map { "\(source.file):\($0)" } ?? source.file }
}
