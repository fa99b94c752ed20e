import CivilTime
import CoverDomain

/// A run of days on each of which one of several clinicians is to be named: an absence's contacts, or a supervisee's
/// covering supervisors.
struct DutySeries: Sendable {
  /// For readers of the model.
  let name: String
  let days: [Day]
  /// Who can be named, for each day: positions in `Facts.people`, ascending.
  let candidates: [[Int]]

  /// The contacts of an absence: colleagues on call who work that day, have no leave on it, and have not declined it.
  static func contacts(of absence: Absence, _ presence: Presence, _ facts: Facts) -> DutySeries {
    let days = facts.situation.contactDays(of: absence)
    let named = published(for: absence, supervisee: nil, facts)
    return DutySeries(
      name: "contact for \(absence.clinician)", days: days,
      candidates: days.map { day in
        let able = facts.people.indices.filter {
          let clinician = facts.people[$0].clinician
          return clinician.onCall && clinician.id != absence.clinician && clinician.isEmployed(on: day)
            && presence.isThere($0, on: day)
            && !facts.situation.hasDeclined(clinician.id, .contact(of: absence.clinician, day: day))
        }
        return keeping(named[day], among: able, facts)
      })
  }

  /// The covering supervisors of one supervisee in an absence of the supervisor.
  static func supervisors(
    of supervisee: ClinicianID, in absence: Absence, _ presence: Presence, _ facts: Facts
  ) -> DutySeries {
    let days = facts.situation.contactDays(of: absence)
    let named = published(for: absence, supervisee: supervisee, facts)
    return DutySeries(
      name: "supervisor for \(supervisee) in \(absence.clinician)'s absence", days: days,
      candidates: days.map { day in
        let able = facts.people.indices.filter {
          let clinician = facts.people[$0].clinician
          return clinician.supervises && clinician.id != absence.clinician && clinician.id != supervisee
            && clinician.isEmployed(on: day) && presence.isThere($0, on: day)
            && !facts.situation.hasDeclined(clinician.id, .supervision(of: supervisee, day: day))
        }
        return keeping(named[day], among: able, facts)
      })
  }

  /// Whom the last publication names for the days of the absence: letters have gone out with those names.
  private static func published(
    for absence: Absence, supervisee: ClinicianID?, _ facts: Facts
  ) -> [Day: ClinicianID] {
    let named = facts.situation.publishedContacts.filter {
      $0.clinician == absence.clinician && $0.supervisee == supervisee
    }
    return Dictionary(named.map { ($0.day, $0.by) }, uniquingKeysWith: { first, _ in first })
  }

  /// Only whoever is named already, where they still can; else everybody who can.
  private static func keeping(_ named: ClinicianID?, among able: [Int], _ facts: Facts) -> [Int] {
    guard let kept = able.first(where: { facts.people[$0].clinician.id == named }) else { return able }
    return [kept]
  }

  /// Positions of the days on which somebody can be named.
  var open: [Int] { candidates.indices.filter { !candidates[$0].isEmpty } }

  /// The fewest people who can do all of those days, or a number that is not above it.
  var fewest: Int {
    let open = open
    guard let all = HittingSet.whole(open.count) else { return 1 }
    var reach: [Int: UInt64] = [:]
    for (bit, day) in open.enumerated() { for person in candidates[day] { reach[person, default: 0] |= 1 << bit } }
    return HittingSet.fewest(reach.values, toReach: all)
  }
}

/// Who is there on which days, asked often.
struct Presence: Sendable {
  private let days: [Set<Day>]

  init(_ facts: Facts, days: some Sequence<Day>) {
    let days = Array(Set(days))
    self.days = facts.people.map { person in
      Set(days.filter { facts.situation.isThere(person.clinician.id, on: $0) })
    }
  }

  func isThere(_ person: Int, on day: Day) -> Bool { days[person].contains(day) }
}
