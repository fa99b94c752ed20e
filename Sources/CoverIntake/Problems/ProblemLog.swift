/// The problems found so far while one part of the practice is read: reading goes on after each, so that all are told.
final class ProblemLog {
  private var found: Set<Problem> = []

  /// By file and place, each once.
  var problems: [Problem] { found.sorted() }
  /// What keeps the practice from being read, by file and place.
  var errors: [Problem] { problems.filter { $0.severity == .error } }
  var hasErrors: Bool { found.contains { $0.severity == .error } }

  func note(_ problem: Problem) { found.insert(problem) }
  func note(_ problems: some Sequence<Problem>) { found.formUnion(problems) }
}
