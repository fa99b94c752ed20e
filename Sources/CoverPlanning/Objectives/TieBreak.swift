import CPSAT
import CivilTime
import CoverDomain

/// Below every tier, and in no report: a fixed, arbitrary number for each choice, so that one plan alone is best. Of
/// the appointments that could meet a request on the best day, the earliest comes before any such number, and of the times
/// to which a session could be moved those of the nearest day.
struct TieBreak {
  /// 20 bits: 10,000 sessions stay far from overflow, and two plans hardly ever weigh the same.
  private static let mask: UInt64 = (1 << 20) - 1

  /// The number of a choice: FNV-1a (64 bits) over colleague, session and start, the same on every machine.
  func weight(of choice: Choice, _ facts: Facts) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let session = choice.wanted(facts).session.id
    let colleague = choice.person(facts).clinician.id
    for text in [colleague.text, session.clinician.text, session.key, choice.interval.start.basic] {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    let arbitrary = 1 + Int((hash ^ (hash >> 32)) & Self.mask)
    let distance = choice.interval.start - choice.wanted(facts).session.interval.start
    // Minutes, and whole days.
    let steps = choice.isReferral(facts) ? max(0, distance) / 60 : abs(distance) / 86_400
    return arbitrary + steps * (Int(Self.mask) + 1)
  }

  func value(of draft: Draft, _ facts: Facts) -> Int { draft.taken.reduce(0) { $0 + weight(of: $1, facts) } }

  /// No plan weighs more.
  func highest(_ facts: Facts, _ table: ChoiceTable) -> Int {
    table.byDemand.reduce(0) { sum, choices in
      sum + (choices.map { weight(of: table.choices[$0], facts) }.max() ?? 0)
    }
  }

  func expression(in model: CoverModel) -> LinearExpression {
    var sum = LinearExpression()
    for (index, choice) in model.table.choices.enumerated() {
      sum.add(model.takes[index], weight: weight(of: choice, model.facts))
    }
    return sum
  }
}
