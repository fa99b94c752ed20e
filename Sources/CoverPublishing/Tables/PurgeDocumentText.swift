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

  /// How many do not say when what they are about is over, and are kept.
  public struct Undated: Sendable {
    public let answers: Int
    public let requests: Int

    public init(answers: Int, requests: Int) {
      self.answers = answers
      self.requests = requests
    }
  }

  let keepDays: Int
  let before: Day
  let isDryRun: Bool
  let edited: [String]
  let answers: [Answer]
  let decisions: [String]
  let requests: [String]
  let undated: Undated

  /// - Parameters:
  ///   - edited: paths of letters and briefs that were set aside.
  ///   - decisions: each by number and digits, as `decide --list` showed them.
  ///   - requests: each by its UID.
  public init(
    keepDays: Int, before: Day, isDryRun: Bool, edited: [String], answers: [Answer], decisions: [String],
    requests: [String], undated: Undated
  ) {
    self.keepDays = keepDays
    self.before = before
    self.isDryRun = isDryRun
    self.edited = edited
    self.answers = answers
    self.decisions = decisions
    self.requests = requests
    self.undated = undated
  }

  public var text: String {
    JSONValue.members([
      "schema": "plan-cover-purge/1", "keep-days": .integer(keepDays), "before": .day(before),
      "dry-run": .bool(isDryRun),
      "counts": .members([
        "set-aside": .integer(edited.count), "answers": .integer(answers.count), "decisions": .integer(decisions.count),
        "requests": .integer(requests.count), "answers-without-a-time": .integer(undated.answers),
        "requests-without-a-time": .integer(undated.requests),
      ]),
      "set-aside": .array(edited.map { .string($0) }),
      "answers": .array(
        answers.map {
          .members([
            "by": .array($0.colleagues.map { .id($0) }), "uids": .array($0.uids.map { .string($0) }),
          ])
        }),
      "decisions": .array(decisions.map { .string($0) }), "requests": .array(requests.map { .string($0) }),
    ]).pretty
  }
}
