import CivilTime

/// The letters that a person has to send by the end of a week: late ones, those of the day, those of the days after.
public struct DueLetters: Sendable {
  public let late: [Notice]
  public let today: [Notice]
  public let thisWeek: [Notice]

  init(_ notices: [Notice], on day: Day) {
    late = notices.filter { $0.isLate || $0.due < day }
    let rest = notices.filter { !$0.isLate && $0.due >= day }
    today = rest.filter { $0.due == day }
    thisWeek = rest.filter { $0.due > day && $0.due < day + 7 }
  }
}
