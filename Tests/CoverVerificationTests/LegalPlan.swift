import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification

/// A random plan that keeps every rule; a seed always makes the same one.
///
/// Ann is away from Monday to Wednesday, Bob on Tuesday; Cat, Dan and Eve cover. Sessions begin on the hour and last 50
/// minutes, and no colleague has two in one hour.
struct LegalPlan {
  var roster = Roster(from: "2026-12-14", to: "2026-12-28")
  /// Who covers what, by time.
  private(set) var covers: [(session: SessionID, client: String, by: String, text: String)] = []
  static let colleagues = ["cat", "dan", "eve"]

  private var state: UInt64

  init(seed: Int) {
    state = UInt64(seed) &* 0x2545_f491_4f6c_dd1d &+ 0x9e37_79b9
    for name in ["ann", "bob"] + Self.colleagues { roster.clinician(name) }
    roster.leave("ann", "2026-12-21..2026-12-23")
    roster.leave("bob", "2026-12-22")
    for day in 21...23 {
      for hour in 9..<17 where below(3) > 0 {
        let first = below(3)
        add("ann", day, hour, by: Self.colleagues[first])
        if day == 22, below(2) == 0 { add("bob", day, hour, by: Self.colleagues[(first + 1) % 3]) }
      }
    }
    if covers.isEmpty { add("ann", 22, 10, by: "cat") }
  }

  private mutating func add(_ clinician: String, _ day: Int, _ hour: Int, by colleague: String) {
    let client = "C\(covers.count + 1)"
    let text = "2026-12-\(day) \(hour < 10 ? "0" : "")\(hour):00-\(hour < 10 ? "0" : "")\(hour):50"
    roster.client(client, of: clinician)
    let session = roster.session(clinician, text, client, place: .site(SiteID("mill")))
    covers.append((session, client, colleague, text))
  }

  /// A number from 0 up to, and not including, the limit.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  /// How many covers the colleague gives on the day of the text, or in all: the plan lies within one week.
  func count(by colleague: String, onDayOf text: String? = nil) -> Int {
    covers.count { $0.by == colleague && (text.map { $0.prefix(10) } ?? $0.text.prefix(10)) == $0.text.prefix(10) }
  }

  /// The plan in the situation as the roster has it now; `otherwise` gives sessions to somebody else.
  func verified(otherwise: [SessionID: String] = [:]) -> [Breach] {
    let situation = roster.situation()
    var draft = DraftPlan(situation)
    for cover in covers { draft.cover(cover.session, by: otherwise[cover.session] ?? cover.by) }
    return Verifier(situation: situation).breaches(of: draft.plan())
  }
}
