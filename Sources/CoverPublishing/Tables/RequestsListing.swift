public import CoverDomain

/// The open requests for a second professional as JSON.
public struct RequestsListing: Sendable {
  private let requests: [(referral: Referral, appointment: PublishedCover?)]

  /// - Parameter requests: each with the appointment of the last publication that meets it.
  public init(requests: [(Referral, PublishedCover?)]) { self.requests = requests }

  public var text: String {
    JSONValue.members([
      "schema": .string("plan-cover/requests-1"),
      "requests": .array(
        requests.map { referral, appointment in
          .members([
            "uid": .string(referral.source.uid ?? referral.id.key), "reason": .string(referral.reason.rawValue),
            "clinician": .id(referral.clinician), "clients": .clients(referral.clients),
            "needs": .array(referral.needs.sorted().map { .string($0.text) }),
            "from": .time(referral.from), "due": .time(referral.due), "minutes": .integer(referral.minutes),
            "file": .string(referral.source.file), "by": .optional(appointment?.by.text),
            "start": .optional(appointment?.interval.start.iso8601),
          ])
        }),
    ]).pretty
  }
}
