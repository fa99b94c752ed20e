import CivilTime
import CoverDomain

/// Plans with times left open, finds the times, and plans again where there are too few.
///
/// With the times left open there are more plans: each plan there is stands among them, at what it counts in each tier. So
/// no plan is better than the best of them, and where that one's times are found, it is the best plan of all. Where they
/// are not, the weeks that are too full are planned again with every time told apart; there are only so many weeks.
struct TimedSearch {
  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// A plan in which nothing floats, and what came with it.
  struct Result<Answer> {
    let draft: Draft
    let table: ChoiceTable
    let answer: Answer
  }

  /// - Parameter search: makes a plan of the table's choices, and may begin with the one given.
  func result<Answer>(
    _ search: (_ table: ChoiceTable, _ start: Draft?) throws -> (draft: Draft, answer: Answer)
  ) rethrows -> Result<Answer> {
    var timed: Set<ColleagueWeek> = []
    var start: Draft?
    while true {
      let table = ChoiceTable(facts, timed: timed)
      let found = try search(table, start)
      let timetable = Timetable(facts).result(found.draft)
      if timetable.tooFull.isEmpty { return Result(draft: timetable.draft, table: table, answer: found.answer) }
      timed.formUnion(timetable.tooFull)
      // What keeps floating floats on; what does not begins where its time was found.
      var next = timetable.draft
      for choice in found.draft.taken where choice.isFloating && !timed.contains(choice.colleagueWeek) {
        next[choice.demand] = choice
      }
      start = next
    }
  }
}
