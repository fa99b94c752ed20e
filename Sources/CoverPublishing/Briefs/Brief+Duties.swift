import CivilTime
import CoverDomain

extension Brief {
  /// What to do, in the order in which it comes.
  var duties: [String] {
    let covers = events.filter { $0.kind == .cover || $0.kind == .referral }
    var duties: [String] = []
    let open = covers.count { event in event.attendees.contains { $0.answer == "NEEDS-ACTION" } }
    if open > 0 {
      duties.append(
        "Now: accept or decline what you are asked; \(PlainText.count(open, "appointment")) "
          + "\(open == 1 ? "waits" : "wait") for your answer. If you decline, somebody else is sought.")
    }
    if events.contains(where: { !$0.withheld.isEmpty }) {
      duties.append(
        "A client who is not named yet has not agreed to be covered. Do not ask who it is: you are told in time.")
    }
    for absence in absences where withoutHandover.contains(absence) {
      duties.append(
        "No time was found for the handover from \(names.clinician(absence.clinician)): agree on one before"
          + " \(times.shortDay(absence.days.lowerBound)).")
    }
    if !withoutHandover.isEmpty || events.contains(where: { $0.kind == .handover && !$0.isHandback }) {
      duties.append(
        "At the handover: what each client needs, what was agreed, whom to call if things get worse, and when to call"
          + " the clinician.")
    }
    if events.contains(where: { $0.kind == .contact && $0.supervisee == nil }) {
      duties.append(
        "As contact: answer on the same day whatever cannot wait; clients have your name. The rest waits for the"
          + " clinician: note it for the handback.")
      duties.append(
        "When somebody calls: make sure who it is before you say anything. Who comes here is nobody else's to know.")
    }
    if events.contains(where: { $0.supervisee != nil }) {
      duties.append("As supervisor: be reachable on those days; tell the supervisees how.")
    }
    for absent in Set(events.filter { $0.kind == .referral && $0.reason != .supervision }.map(\.absent)).sorted() {
      duties.append(
        "After an appointment that \(names.clinician(absent)) asked for: tell \(names.clinician(absent)) what you saw and"
          + " advise. The client stays theirs.")
    }
    if !covers.isEmpty {
      duties.append("After each appointment: write it up in the practice's records, nowhere else.")
      duties.append("If you cannot keep an appointment: tell \(office) at once, so that the client is told.")
    } else {
      duties.append("If you cannot be there: tell \(office) at once, so that somebody else is named.")
    }
    if let help = practice.urgentHelp.map(PlainText.oneLine), !help.isEmpty {
      duties.append("If somebody is in danger: \(help)")
    }
    return ["", "WHAT TO DO WHEN", ""] + duties.flatMap { marked($0) }
  }

  /// When each clinician is back, when and how to hand back, and what to destroy by when.
  var ending: [String] {
    var lines = ["", "WHEN IT IS OVER", ""]
    if let last = absences.map(destroyBy).max() {
      lines += Columns.aligned(
        absences.map { [names.clinician($0.clinician), "away \(times.briefSpan($0.interval))", handback($0)] })
      lines.append("")
      lines += marked(
        "Handing back: say what happened, what is open, what was promised. Then destroy what you noted of that"
          + " clinician's clients.")
      lines += marked(
        "Destroy by \(times.shortDayOfYear(last)): this page and its older versions, each printed copy, your own notes"
          + " about these clients, the mails with their ids, and what you have put into your calendar by hand.")
    } else {
      lines += marked(
        "Destroy now: older versions of this page, each printed copy, your own notes about these clients, the mails with"
          + " their ids, and what you have put into your calendar by hand.")
    }
    return lines
  }

  private func handback(_ absence: Absence) -> String {
    let uid = Self.handovers(of: absence, with: colleague).last
    if let meeting = events.first(where: { $0.uid == uid }) {
      return "hand back \(times.short(meeting.time.interval(in: practice.zone).start))"
    }
    return "agree on a time, by \(times.shortDay(destroyBy(absence)))"
  }

  /// The day of the handback; without one, the last day on which there should be one.
  private func destroyBy(_ absence: Absence) -> Day {
    let uid = Self.handovers(of: absence, with: colleague).last
    let meeting = events.first { $0.uid == uid }
    return meeting.map { practice.zone.day(of: $0.time.interval(in: practice.zone).start) }
      ?? absence.days.upperBound + max(1, practice.rules.handover.withinDays)
  }

  private var office: String {
    let reach = [practice.phone, practice.email].compactMap(\.self).map(PlainText.oneLine)
    return reach.isEmpty ? "the practice" : "the practice (\(reach.joined(separator: ", ")))"
  }
}
