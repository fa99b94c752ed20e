/// How a solve is to be done. What is left nil is left to CP-SAT.
public struct Parameters: Hashable, Sendable {
  /// Threads. With one, equal models and seeds give equal solutions as long as no time limit strikes.
  public var workers = 1
  public var seed = 0
  /// Seconds of wall-clock time; a limit of this kind is never repeatable.
  public var timeLimit: Double?
  /// Units of CP-SAT's own deterministic time (roughly seconds); repeatable.
  public var deterministicLimit: Double?
  /// Seconds that a solve may take by right: its limit of time, or a generous measure of its limit of work; nil without
  /// either. A library that has not returned half a minute later is left behind.
  var patience: Double? { timeLimit ?? deterministicLimit.map { 10 + 10 * max(0, $0) } }

  /// 0 no linear relaxation, 1 of some constraints, 2 of all.
  public var linearizationLevel: Int?
  /// 0 none to 4; nil is CP-SAT's choice.
  public var symmetryLevel: Int?
  /// Names of the searches to run, such as `max_lp`; an unknown name makes the model invalid.
  public var subsolvers: [String] = []
  /// Runs the searches in turns of equal work, so that several repeat as one would.
  public var interleaves = false
  public var presolves = true
  /// How hard presolve probes: 0 not at all, to 3.
  public var probingLevel: Int?
  /// How often presolve goes over the model.
  public var presolveRounds: Int?
  /// Whether the linear relaxation begins with few constraints and takes up others as they are violated.
  public var relaxesLazily: Bool?
  /// How much it seeks cuts of the linear relaxation: 0 not at all, 1 by default.
  public var cutLevel: Int?
  /// Mends a hint that is almost a solution, before the search proper.
  public var repairsHint = false
  public var stopsAfterFirstSolution = false

  public init() {}

  /// The log stays off and signals stay with the program, whatever else is chosen.
  var message: SatParameters {
    var message = SatParameters()
    message.numWorkers = Int32(clamping: workers)
    message.randomSeed = Int32(clamping: seed)
    if let timeLimit { message.maxTimeInSeconds = max(0, timeLimit) }
    if let deterministicLimit { message.maxDeterministicTime = max(0, deterministicLimit) }
    if let linearizationLevel { message.linearizationLevel = Int32(clamping: linearizationLevel) }
    if let symmetryLevel { message.symmetryLevel = Int32(clamping: symmetryLevel) }
    message.subsolvers = subsolvers
    if interleaves { message.interleaveSearch = true }
    if !presolves { message.cpModelPresolve = false }
    if let probingLevel { message.cpModelProbingLevel = Int32(clamping: probingLevel) }
    if let presolveRounds { message.maxPresolveIterations = Int32(clamping: presolveRounds) }
    if let relaxesLazily { message.addLpConstraintsLazily = relaxesLazily }
    if let cutLevel { message.cutLevel = Int32(clamping: cutLevel) }
    if repairsHint { message.repairHint = true }
    if stopsAfterFirstSolution { message.stopAfterFirstSolution = true }
    message.catchSigintSignal = false
    message.logSearchProgress = false
    message.logToStdout = false
    return message
  }
}
