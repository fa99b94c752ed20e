/// The problems found so far while one part of the practice is read: reading goes on after each, so that all are told.
final class ProblemLog {
  private struct Kind: Hashable {
    let file: String
    let severity: Problem.Severity
  }

  /// More of one file and one severity are counted, not told: nobody reads them, and they would fill the memory.
  static let maxProblems = 1_000

  /// Comparisons of words that asking what was meant may take in all: after that many, nothing is asked any more. A file
  /// of a hundred thousand misspelt words would take as many times all words that there are.
  static let maxComparisons = 200_000

  private var comparisons = 0
  private var found: Set<Problem> = []
  private var counts: [Kind: Int] = [:]

  /// By file and place, each once.
  var problems: [Problem] {
    let leftOut = counts.filter { $0.value > ProblemLog.maxProblems }.map { kind, count in
      Problem(
        kind.severity, file: kind.file,
        message: "\(count - ProblemLog.maxProblems) more problems of this file are not told one by one",
        hint: "correct the first ones: the others may have the same cause")
    }
    return (Array(found) + leftOut).sorted()
  }
  /// What keeps the practice from being read, by file and place.
  var errors: [Problem] { problems.filter { $0.severity == .error } }
  var hasErrors: Bool { found.contains { $0.severity == .error } }

  /// `: did you mean 'x'?`, or nothing.
  func question(_ word: String, among known: some Collection<String>) -> String {
    mayCompare(with: known.count) ? Suggestion.question(word, among: known) : ""
  }

  /// Whether one more word may be held against so many others; counts them where it may.
  func mayCompare(with count: Int) -> Bool {
    guard comparisons + count <= ProblemLog.maxComparisons else { return false }
    comparisons += count
    return true
  }

  func note(_ problem: Problem) {
    guard !found.contains(problem) else { return }
    let count = counts[Kind(file: problem.file, severity: problem.severity), default: 0] + 1
    counts[Kind(file: problem.file, severity: problem.severity)] = count
    if count <= ProblemLog.maxProblems { found.insert(problem) }
  }
  func note(_ problems: some Sequence<Problem>) {
    for problem in problems { note(problem) }
  }
}
