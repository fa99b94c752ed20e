import CivilTime
public import CoverDomain

/// When leave would cost least, as `plan-cover what-if --find-week` gives it.
public struct LeaveOffersReport: Sendable {
  private static let most = 12

  private let practice: Practice
  private let clinician: ClinicianID
  private let offers: [LeaveOffer]

  /// - Parameter offers: the cheapest first.
  public init(practice: Practice, clinician: ClinicianID, offers: [LeaveOffer]) {
    self.practice = practice
    self.clinician = clinician
    self.offers = offers
  }

  public var text: String {
    let name = Names(practice: practice).clinician(clinician)
    guard let best = offers.first else {
      return "\(name) works on no day from which so many days lie between the two.\n"
    }
    let times = LocalTimes(zone: practice.zone)
    let days = best.days.count
    var lines = ["When \(PlainText.count(days, "day")) of leave of \(name) would cost least:", ""]
    var rows = [["", "from", "to", "sessions", "must", "should", "promises"]]
    rows[0] += ["worse off first in"]
    for (position, offer) in offers.prefix(Self.most).enumerated() {
      let tiers: [Tier] = [.required, .preferred, .stability]
      rows.append(
        [
          "\(position + 1).", times.shortDayOfYear(offer.days.lowerBound), times.shortDayOfYear(offer.days.upperBound),
          String(offer.affected),
        ] + tiers.map { signed(offer.comparison.change($0).difference) } + [first(offer)])
    }
    lines += Columns.aligned(rows)
    let rest = offers.count - Self.most
    if rest > 0 { lines.append("  and \(PlainText.count(rest, "other")), --json has them all") }
    lines += [
      "",
      "  sessions: of theirs, that those days touch. must, should: sessions more that would have nobody.",
      "  promises: published cover that would change. Days off count as days of leave. Nothing was written.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : String(number) }

  private func first(_ offer: LeaveOffer) -> String {
    switch offer.comparison.tiers.first(where: { $0.difference > 0 })?.tier {
    case nil: "nothing"
    case .required: "must"
    case .preferred: "should"
    case .stability: "promises"
    case let tier?: tier.sentence
    }
  }

  public var json: String {
    JSONValue.members([
      "schema": "plan-cover-find-week/1",
      "practice": .string(practice.name), "clinician": .id(clinician),
      "offers": .array(
        offers.map { offer in
          .members([
            "from": .day(offer.days.lowerBound), "to": .day(offer.days.upperBound),
            "affected": .integer(offer.affected),
            "proven": .bool(offer.comparison.isProven),
            "tiers": .array(offer.comparison.tiers.map(JSONValue.tierChange)),
          ])
        }),
    ]).pretty
  }
}
