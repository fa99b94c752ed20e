import CivilTime
import CoverDomain
import CoverIdentity

extension NoticeSubjects {
  /// Of the people who could see the client instead, so many are named.
  private static let mostOthers = 3

  /// That somebody else could see the client as well: of each appointment that meets a request and is still to come, to
  /// those who would attend it, until they have been told of it as it stands.
  var offers: [Subject] {
    (plan.referrals + carried).flatMap { assignment -> [Subject] in
      let uid = EventIdentity.referral(assignment.referral.id).uid
      guard let cover = assignment.cover, cover.interval.end > situation.now,
        let event = history.live(uid)
      else { return [] }
      return assignment.referral.attending.compactMap { id in
        guard let client = situation.clients[id], client.contact != .none else { return nil }
        let tellings = tellings(of: assignment.referral, to: id)
        // A telling without a time is of what stood then: it holds until the promise is broken.
        let isOutdated = tellings.allSatisfy { telling in
          telling.at.map { $0 < event.stamps.since } ?? isBroken(assignment.referral.id)
        }
        guard isOutdated else { return nil }
        return Subject(
          facts: facts(of: assignment, cover, to: client, isChanged: !tellings.isEmpty),
          due: zone.day(of: event.stamps.since))
      }
    }
  }

  /// Appointments outside the planned days, as the last publication has them.
  private var carried: [ReferralAssignment] {
    situation.carriedReferrals.compactMap { cover in
      situation.requested.first { $0.id == cover.session }.map {
        ReferralAssignment(referral: $0, outcome: .met(Cover(by: cover.by, interval: cover.interval)))
      }
    }
  }

  private func facts(
    of assignment: ReferralAssignment, _ cover: Cover, to client: Client, isChanged: Bool
  ) -> NoticeFacts {
    let referral = assignment.referral
    var facts = NoticeFacts(
      client: client, kind: .offer, clinician: referral.clinician, away: nil, back: nil,
      appointments: [
        NoticeFacts.Appointment(
          interval: cover.interval, place: referral.place, fate: .proposed(by: cover.by), asksConsent: false)
      ], contacts: [NoticeFacts.ContactDays(days: [], by: referral.clinician)], about: [referral.id])
    facts.others = assignment.others.prefix(Self.mostOthers).map(\.by)
    facts.isChanged = isChanged
    return facts
  }

  /// The decisions by which the client was told of that very request: a word about an absence is none about it.
  private func tellings(of referral: Referral, to client: ClientID) -> [Decision] {
    situation.decisions.filter {
      $0.kind == .told && $0.session == referral.id && ($0.client == nil || $0.client == client)
    }
  }

  private func isBroken(_ request: SessionID) -> Bool {
    plan.brokenPromises.contains { $0.pin.session == request && $0.pin.reason == .told }
  }
}
