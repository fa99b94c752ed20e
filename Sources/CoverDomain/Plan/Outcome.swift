/// What becomes of a demand.
public enum Outcome: Hashable, Sendable {
  /// A colleague takes it; it is *moved* when the time is another.
  case covered(Cover)
  /// It rests until the clinician is back.
  case waiting
  /// Nothing is to be done.
  case none
  /// The practice is closed.
  case closed
  /// Cover was sought and none found.
  case uncovered(Gap)

  public var cover: Cover? { if case .covered(let cover) = self { cover } else { nil } }
}

/// A demand with what the plan makes of it.
public struct Assignment: Hashable, Sendable {
  public let demand: Demand
  public let outcome: Outcome

  public init(demand: Demand, outcome: Outcome) {
    self.demand = demand
    self.outcome = outcome
  }

  public var session: Session { demand.session }
  public var isMoved: Bool { outcome.cover.map { $0.interval.start != session.interval.start } ?? false }

  /// `covered`, `moved`, `waiting`, `none`, `closed`, `uncovered`.
  public var outcomeName: String {
    switch outcome {
    case .covered: isMoved ? "moved" : "covered"
    case .waiting: "waiting"
    case .none: "none"
    case .closed: "closed"
    case .uncovered: "uncovered"
    }
  }
}
