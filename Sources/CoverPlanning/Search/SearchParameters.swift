import CPSAT

/// How CP-SAT is to search.
///
/// Chosen by measurement, on generated practices of 40 clinicians, 10 of them away, 200 affected sessions (two
/// instances; milliseconds for continuity / preference / fairness / tie-break, each proven):
///
/// | parameters | first | second |
/// | --- | --- | --- |
/// | one thread, linearization level 2 | 87 / 99 / 441 / 479 | 112 / 128 / 566 / 586 |
/// | and a short presolve: no probing, no symmetry, one round | 35 / 58 / 353 / 2,209 | 82 / 81 / 830 / 593 |
/// | and the whole linear relaxation from the start | 41 / 47 / 316 / 339 | 63 / 78 / 433 / 490 |
/// | `max_lp` and `reduced_costs` in turns | 86 / 134 / 1,932 / 1,434 | 108 / 113 / 4,113 / 1,578 |
/// | core-based search | 513 / 292 / 3,893 / 1,445 | 3,211 / 640 / 1,946 / 5,582 |
///
/// Two threads with one seed give different plans, so there is one.
enum SearchParameters {
  static var common: Parameters {
    var parameters = Parameters()
    parameters.workers = 1
    parameters.linearizationLevel = 2
    parameters.symmetryLevel = 0
    parameters.probingLevel = 0
    parameters.presolveRounds = 1
    parameters.relaxesLazily = false
    return parameters
  }
}
