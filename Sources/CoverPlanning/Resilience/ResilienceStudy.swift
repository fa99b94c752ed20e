import CPSAT
import CivilTime
public import CoverDomain

/// Tries absences that nobody has asked for: each clinician alone and each two together, for a week and for a month.
///
/// Only coverage is planned: how well is not asked. Promises about published cover may give way to it.
public struct ResilienceStudy: Sendable {
  public static let weekDays = 7
  public static let monthDays = 28

  private let situation: Situation
  private let cancellation: Cancellation?
  private let library: @Sendable () throws -> SolverLibrary

  /// - Parameter situation: its window is the month; the week is the first of it.
  public init(situation: Situation, cancellation: Cancellation? = nil) {
    self.situation = situation
    self.cancellation = cancellation
    library = SolverAccess.library
  }

  /// - Parameters:
  ///   - triesPairs: whether two at once are tried as well.
  ///   - progress: called with the number of absences tried, and of those to be tried.
  public func resilience(
    triesPairs: Bool = true, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(PlanningError) -> Resilience {
    do {
      return try study(triesPairs, progress)
    } catch {
      throw PlanningError(error)
    }
  }

  private func study(_ triesPairs: Bool, _ progress: (Int, Int) -> Void) throws -> Resilience {
    let first = situation.window.from
    let month = first...(situation.window.to - 1)
    let week = first...min(first + (Self.weekDays - 1), month.upperBound)
    let ids = situation.practice.clinicians.map(\.id).filter { id in month.contains { situation.isThere(id, on: $0) } }
    let twos = triesPairs ? ids.enumerated().flatMap { at, id in ids[(at + 1)...].map { [id, $0] } } : []
    let absences = ids.map { [$0] } + twos
    let weekly = AbsenceTrial(
      PlanningWindow(from: week.lowerBound, to: week.upperBound + 1, zone: situation.practice.zone)
        .map(situation.seen) ?? situation, library)
    let monthly = AbsenceTrial(situation, library)
    let today = (try weekly.today(), try monthly.today())
    var scenarios: [Resilience.Scenario] = []
    for (tried, away) in absences.enumerated() {
      if cancellation?.isCancelled ?? false { break }
      progress(tried, absences.count)
      scenarios.append(
        Resilience.Scenario(
          away: away, week: try weekly.shortfall(away, week, beside: today.0),
          month: try monthly.shortfall(away, month, beside: today.1)))
    }
    let single = scenarios.filter { $0.away.count == 1 }
    let additions = try AdditionSearch(situation, month: month, library).additions(single)
    return Resilience(
      week: week, month: month, single: single, pairs: scenarios.filter { $0.away.count > 1 },
      dependencies: Dependencies(situation: situation).all(), additions: additions)
  }
}

/// Absences on some days, tried in one window.
struct AbsenceTrial {
  private let situation: Situation
  private let library: () throws -> SolverLibrary

  init(_ situation: Situation, _ library: @escaping () throws -> SolverLibrary) {
    self.situation = situation
    self.library = library
  }

  /// What of today's absences stays open.
  struct Open {
    let required: Int
    let preferred: Int
    let isProven: Bool
  }

  func today() throws -> Open { try open(CoverageSearch(situation, library: library)).open }

  /// What stays open besides when they are away.
  func shortfall(_ away: [ClinicianID], _ days: ClosedRange<Day>, beside today: Open) throws -> Resilience.Shortfall {
    let supposed = situation.supposing(away.map { .leave($0, days) })
    let known = Set(situation.demands.filter(\.wantsCover).map(\.session.id))
    let affected = supposed.demands.count { $0.wantsCover && !known.contains($0.session.id) }
    let open = try open(CoverageSearch(supposed, library: library)).open
    return Resilience.Shortfall(
      affected: affected, required: max(0, open.required - today.required),
      preferred: max(0, open.preferred - today.preferred), isProven: open.isProven && today.isProven)
  }

  private func open(_ search: CoverageSearch) throws -> (open: Open, result: CoverageSearch.Result) {
    let result = try search.result()
    let required = result.open.count { search.facts.wanted[$0].demand.need == .required }
    return (
      Open(required: required, preferred: result.open.count - required, isProven: result.isProven), result
    )
  }
}
