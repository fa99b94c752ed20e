import CivilTime
import CoverDomain
import CoverIdentity

/// The events that a plan calls for, before their stamps are known.
struct PlannedEvents: Sendable {
  let situation: Situation
  let plan: Plan
  private let names: Names
  private let organizer: MailAddress?
  private let disclosed: Set<Disclosure>

  /// A client whose consent is recorded for some session that the colleague covers in the absence.
  private struct Disclosure: Hashable {
    let absence: Absence?
    let colleague: ClinicianID
    let client: ClientID
  }

  init(situation: Situation, plan: Plan) {
    self.situation = situation
    self.plan = plan
    names = Names(practice: situation.practice)
    organizer = MailAddress(situation.practice.email)
    let planned =
      plan.assignments.flatMap { assignment -> [Disclosure] in
        guard let cover = assignment.outcome.cover else { return [] }
        return assignment.session.clients.filter { situation.consent(of: $0, to: assignment.demand) == .yes }.map {
          Disclosure(absence: assignment.demand.absence, colleague: cover.by, client: $0)
        }
      }
    let carried = plan.absences.map(\.absence).flatMap { absence in
      situation.carriedDemands(in: absence).flatMap { cover, demand in
        demand.session.clients.filter { situation.consent(of: $0, to: demand) == .yes }.map {
          Disclosure(absence: absence, colleague: cover.by, client: $0)
        }
      }
    }
    disclosed = Set(planned + carried)
  }

  /// Every event of the plan, by time; each UID once.
  var events: [CoverEvent] {
    var seen: Set<String> = []
    return (covers + referrals + plan.absences.flatMap { contacts($0) + supervisors($0) + handovers($0) })
      .filter { seen.insert($0.uid).inserted }.sorted()
  }

  private var covers: [CoverEvent] {
    plan.assignments.compactMap { assignment in
      guard let cover = assignment.outcome.cover else { return nil }
      let session = assignment.session
      var event = event(
        .cover(session.id), .cover, .timed(cover.interval), absent: session.clinician, by: cover.by, with: [cover.by])
      event.clients = session.clients.map(Self.fit)
      event.withheld = session.clients.filter { situation.consent(of: $0, to: assignment.demand) != .yes }.map(Self.fit)
      event.session = Self.written(session.id.key)
      event.original = Self.written(session.source.uid ?? session.id.key)
      event.place = names.place(session.place)
      return event
    }
  }

  private var referrals: [CoverEvent] {
    plan.referrals.compactMap { assignment in
      guard let cover = assignment.cover else { return nil }
      let referral = assignment.referral
      let isAttended = referral.reason == .supervision
      var event = event(
        .referral(referral.id), .referral, .timed(cover.interval), absent: referral.clinician, by: cover.by,
        with: isAttended ? [cover.by, referral.clinician] : [cover.by])
      event.reason = referral.reason
      event.clients = referral.clients.map(Self.fit)
      event.withheld = referral.clients.filter { situation.consent(of: $0, to: referral.demand) != .yes }.map(Self.fit)
      event.session = Self.written(referral.id.key)
      event.original = Self.written(referral.source.uid ?? referral.id.key)
      event.place = names.place(referral.place)
      return event
    }
  }

  private func contacts(_ absencePlan: AbsencePlan) -> [CoverEvent] {
    let absent = absencePlan.absence.clinician
    return absencePlan.contacts.compactMap { contact in
      contact.by.map {
        event(.contact(for: absent, on: contact.day), .contact, .day(contact.day), absent: absent, by: $0, with: [$0])
      }
    }
  }

  private func supervisors(_ absencePlan: AbsencePlan) -> [CoverEvent] {
    absencePlan.supervisors.compactMap { supervisor in
      guard let by = supervisor.by else { return nil }
      var event = event(
        .supervision(of: supervisor.supervisee, on: supervisor.day), .contact, .day(supervisor.day),
        absent: absencePlan.absence.clinician, by: by, with: [by])
      event.supervisee = supervisor.supervisee
      return event
    }
  }

  private func handovers(_ absencePlan: AbsencePlan) -> [CoverEvent] {
    let absence = absencePlan.absence
    return absencePlan.handovers.compactMap { handover in
      guard let interval = handover.interval else { return nil }
      var event = event(
        .handover(handover.kind, of: absence.clinician, from: absence.days.lowerBound, with: handover.colleague),
        .handover, .timed(interval), absent: absence.clinician, by: handover.colleague,
        with: [absence.clinician, handover.colleague])
      event.clients = handover.clients.map(Self.fit)
      event.withheld = handover.clients.filter {
        !disclosed.contains(Disclosure(absence: absence, colleague: handover.colleague, client: $0))
      }.map(Self.fit)
      return event
    }
  }

  private func event(
    _ identity: EventIdentity, _ kind: CoverEvent.Kind, _ time: EventTime, absent: ClinicianID, by: ClinicianID,
    with people: [ClinicianID]
  ) -> CoverEvent {
    CoverEvent(
      uid: identity.uid, kind: kind, time: time, absent: absent, by: by, clients: [], withheld: [], place: "",
      organizer: organizer?.text, attendees: organizer == nil ? [] : people.compactMap(attendee),
      stamps: CoverEvent.Stamps(sequence: 0, modified: situation.now, since: situation.now))
  }

  private func attendee(_ id: ClinicianID) -> CoverEvent.Attendee? {
    guard let email = MailAddress(situation.practice.clinician(id)?.email) else { return nil }
    return CoverEvent.Attendee(email: email.text, name: names.clinician(id), answer: "NEEDS-ACTION")
  }

  /// The key as it can be written; nil where nothing of it can.
  private static func written(_ key: String) -> String? {
    let line = PlainText.oneLine(key)
    return line.isEmpty ? nil : line
  }

  /// The id as it can be written; ids of the register are fit as they are.
  private static func fit(_ client: ClientID) -> ClientID { ClientID(PlainText.oneLine(client.text)) }
}
