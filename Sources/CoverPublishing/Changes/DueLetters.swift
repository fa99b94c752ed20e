import CivilTime

/// The letters that a person has to send by the end of a week: late ones, those of the day, those of the days after.
public struct DueLetters: Sendable {
  public let late: [Notice]
  public let today: [Notice]
  public let thisWeek: [Notice]

  init(_ notices: [Notice], on day: Day) {
    let turns = Dictionary(grouping: notices) { $0.turn(on: day) }
    late = turns[.late] ?? []
    today = turns[.today] ?? []
    thisWeek = turns[.thisWeek] ?? []
  }
}
