import CivilTime
public import CoverDomain

/// A published contact or covering supervisor who is not there, or not asked for, any more.
public struct BrokenContact: Hashable, Sendable {
  public let contact: PublishedContact
  /// What no longer holds, in ids and times alone.
  public let sentence: String
}

extension PublishedVerifier {
  /// Every published contact from the present day on that no longer holds, by day.
  public func brokenContacts() -> [BrokenContact] {
    let today = facts.zone.day(of: facts.now)
    return facts.publishedContacts.filter { $0.day >= today }.sorted { ($0.day, $0.clinician) < ($1.day, $1.clinician) }
      .compactMap { contact in
        fault(of: contact).map { fault in
          let what = contact.supervisee.map { "supervisor of \($0)" } ?? "contact"
          return BrokenContact(
            contact: contact,
            sentence: "\(contact.by), \(what) for \(contact.clinician) on \(contact.day.iso8601): \(fault)")
        }
      }
  }

  private func fault(of contact: PublishedContact) -> String? {
    guard let colleague = facts.people[contact.by] else { return "is not in the practice" }
    if !isAway(contact.clinician, on: contact.day) { return "\(contact.clinician) is not away then" }
    if !colleague.isEmployed(on: contact.day) { return "is not employed then" }
    if contact.supervisee == nil ? !colleague.onCall : !colleague.supervises { return "is not available for it" }
    let duty: DutyAnswer.Duty =
      contact.supervisee.map { .supervision(of: $0, day: contact.day) }
      ?? .contact(of: contact.clinician, day: contact.day)
    if facts.lastAnswer(of: contact.by, to: duty) == .declined { return "has declined it" }
    if facts.leave[contact.by]?.overlaps(facts.zone.interval(of: contact.day)) ?? false { return "is on leave" }
    if !facts.isThere(contact.by, on: contact.day) { return "does not work then" }
    return nil
  }

  /// A day between two leaves of one absence belongs to it.
  private func isAway(_ clinician: ClinicianID, on day: Day) -> Bool {
    facts.absences.contains { $0.clinician == clinician && $0.firstDay <= day && day <= $0.lastDay }
  }
}
