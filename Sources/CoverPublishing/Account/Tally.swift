import CivilTime
import CoverDomain

/// What a number counts, said so that a program can count it in plan.json: each number of the page bears it.
struct Tally: Hashable, Sendable {
  /// Words parted by spaces: what is counted, then `name=value` for each narrowing; values of one name are alternatives.
  let text: String

  private init(_ what: String, _ narrowing: [(String, String)] = []) {
    text = ([what] + narrowing.map { "\($0)=\(PathName.component($1))" }).joined(separator: " ")
  }

  /// Which sessions: every one, those of an absence (by its place in plan.json), or those of no absence.
  enum Whose: Hashable, Sendable {
    case all
    case absence(Int)
    case nobodyAway
  }

  static func sessions(_ whose: Whose, outcomes: [String] = [], need: Need? = nil) -> Tally {
    let whose: [(String, String)] =
      switch whose {
      case .all: []
      case .absence(let index): [("absence", String(index))]
      case .nobodyAway: [("absence", "none")]
      }
    return Tally("sessions", whose + outcomes.map { ("outcome", $0) } + (need.map { [("need", $0.rawValue)] } ?? []))
  }

  /// The sessions that one covers for another.
  static func covers(by colleague: ClinicianID, for absent: ClinicianID? = nil) -> Tally {
    Tally("covers", [("by", colleague.text)] + (absent.map { [("for", $0.text)] } ?? []))
  }

  static func contactDays(of colleague: ClinicianID) -> Tally { Tally("contact-days", [("by", colleague.text)]) }
  static func supervisorDays(of colleague: ClinicianID) -> Tally { Tally("supervisor-days", [("by", colleague.text)]) }
  static func meetings(with colleague: ClinicianID) -> Tally { Tally("meetings", [("by", colleague.text)]) }

  /// A number of a tier: `value` or `bound`.
  static func tier(_ tier: Tier, _ field: String) -> Tally {
    Tally("tier", [("name", tier.rawValue), ("field", field)])
  }

  /// A number of a colleague's week in `load`.
  static func load(_ week: WeekLoad, _ field: String) -> Tally {
    Tally("load", [("clinician", week.clinician.text), ("week", week.week.monday.iso8601), ("field", field)])
  }

  /// A number of a file in the ledger.
  static func ledger(_ entry: LedgerEntry, _ field: String) -> Tally {
    Tally("ledger", [("file", entry.file), ("field", field)])
  }

  /// The sessions of a day that somebody covers, or that nobody does.
  static func day(_ day: Day, _ what: String, _ clinician: ClinicianID) -> Tally {
    Tally("day", [("what", what), ("clinician", clinician.text), ("date", day.iso8601)])
  }
}
