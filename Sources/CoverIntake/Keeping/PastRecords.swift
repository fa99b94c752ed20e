public import CivilTime
import CoverDomain

/// What of the practice's decisions and answers is past its keeping time: no later plan asks for it.
public struct PastRecords: Sendable {
  /// In the order of the file.
  public let decisions: [DecisionRecord]
  /// By path.
  public let answers: [AnswerRecord]
  /// How many answers do not say when what they are about is, and are kept.
  public let undatedAnswers: Int

  /// - Parameter limit: what was over before it is past.
  public init(_ result: Intake.Result, before limit: Instant) {
    decisions = result.decisions.filter { record in
      Self.decision(record).flatMap(result.situation.end).map { $0 < limit } ?? false
    }
    answers = result.answers.filter { answer in answer.end.map { $0 < limit } ?? false }
    undatedAnswers = result.answers.count { $0.end == nil }
  }

  /// The decision; of a session that was not read, as if it were of whoever is named in it first: what its key says of its
  /// time is the same for everybody. Nil where it names nobody.
  private static func decision(_ record: DecisionRecord) -> Decision? {
    if let decision = record.decision { return decision }
    let entry = record.entry
    let source = Source(file: DecisionsDocument.fileName)
    guard let key = entry.session else { return entry.decision(nil, source) }
    let clinician = entry.clinician ?? entry.absence?.clinician ?? entry.person
    return clinician.map { entry.decision(SessionID(clinician: $0, key: key), source) }
  }
}
