public import CivilTime
public import CoverDomain

/// What `purge --json` prints: ids and counts.
public struct PurgeDocumentText: Sendable {
  public struct Answer: Sendable {
    public let colleagues: [ClinicianID]
    public let uids: [String]

    public init(colleagues: [ClinicianID], uids: [String]) {
      self.colleagues = colleagues
      self.uids = uids
    }
  }

  let keepDays: Int
  let before: Day
  let isDryRun: Bool
  let edited: [String]
  let answers: [Answer]
  let decisions: [String]
  let undatedAnswers: Int

  /// - Parameters:
  ///   - edited: paths of letters and briefs that were set aside.
  ///   - decisions: each by number and digits, as `decide --list` showed them.
  public init(
    keepDays: Int, before: Day, isDryRun: Bool, edited: [String], answers: [Answer], decisions: [String],
    undatedAnswers: Int
  ) {
    self.keepDays = keepDays
    self.before = before
    self.isDryRun = isDryRun
    self.edited = edited
    self.answers = answers
    self.decisions = decisions
    self.undatedAnswers = undatedAnswers
  }

  public var text: String {
    JSONValue.members([
      "schema": "plan-cover-purge/1", "keep-days": .integer(keepDays), "before": .day(before),
      "dry-run": .bool(isDryRun),
      "counts": .members([
        "set-aside": .integer(edited.count), "answers": .integer(answers.count), "decisions": .integer(decisions.count),
        "answers-without-a-time": .integer(undatedAnswers),
      ]),
      "set-aside": .array(edited.map { .string($0) }),
      "answers": .array(
        answers.map {
          .members([
            "by": .array($0.colleagues.map { .id($0) }), "uids": .array($0.uids.map { .string($0) }),
          ])
        }),
      "decisions": .array(decisions.map { .string($0) }),
    ]).pretty
  }
}
