import CPSAT

/// How CP-SAT is to search.
enum SearchParameters {
  /// One thread: two with one seed give different plans. The linear relaxation of every constraint, without which the
  /// tiers are found but not proven.
  static var common: Parameters {
    var parameters = Parameters()
    parameters.workers = 1
    parameters.linearizationLevel = 2
    return parameters
  }
}
