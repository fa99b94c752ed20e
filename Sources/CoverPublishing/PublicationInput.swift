public import CoverDomain
import Foundation

/// Everything that a publication follows from.
public struct PublicationInput: Sendable {
  /// Its `now` is the time of the publication.
  public let situation: Situation
  /// The plan. It may still be in verification: what is made of it is not to be written before that has passed it.
  public let plan: Plan
  public let reading: Reading
  public let previous: PreviousPublication?
  /// The practice's own letters.
  public let templates: LetterTemplates
  /// Of the files that were read, for the log.
  public let inputDigest: ContentDigest
  public let zoneDataVersion: String

  /// - Parameters:
  ///   - templates: the files of templates/, by name.
  ///   - inputFiles: the files of the practice folder that were read.
  ///   - zoneDataVersion: the version of the tz database; nil for that of the system.
  public init(
    situation: Situation, plan: Plan, reading: Reading, previous: PreviousPublication?,
    templates: [String: String] = [:], inputFiles: [PublishedFile],
    zoneDataVersion: String? = nil
  ) {
    self.situation = situation
    self.plan = plan
    self.reading = reading
    self.previous = previous
    self.templates = LetterTemplates(templates)
    inputDigest = ContentDigest(of: inputFiles)
    self.zoneDataVersion = zoneDataVersion ?? TimeZone.timeZoneDataVersion
  }
}
