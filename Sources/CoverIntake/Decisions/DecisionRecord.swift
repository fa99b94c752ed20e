public import CoverDomain

/// A decision of decisions.yaml with its place in the file.
public struct DecisionRecord: Hashable, Sendable {
  /// Its place among the decisions of the file, from 1.
  public let number: Int
  public let entry: DecisionEntry
  /// With its session found; nil where that was not read: then it rests.
  public let decision: Decision?

  public init(number: Int, entry: DecisionEntry, decision: Decision?) {
    self.number = number
    self.entry = entry
    self.decision = decision
  }

  /// Number and four digits of what it says, as in `3-9f2c`: it means this decision even when others came or went.
  public var tag: String { "\(number)-\(DecisionRecord.check(entry))" }

  /// Four hexadecimal digits made from what the entry says (FNV-1a, folded): against slips, not against forgery.
  static func check(_ entry: DecisionEntry) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in DecisionWords(entry).lines.joined(separator: "\n").utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String((hash >> 16) ^ (hash & 0xFFFF), radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
