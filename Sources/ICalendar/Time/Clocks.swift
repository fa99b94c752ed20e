import CivilTime

/// The clocks of a document, each made once: by TZID, of floating times, and of the practice.
final class Clocks {
  let practice: Clock
  let budget: ExpansionBudget
  private let headers: [CalendarHeader]
  private let time: Interval
  private let limits: CalendarLimits
  private var known: [Key: Result<Clock, CalendarProblem>] = [:]
  private var named: [String: Clock] = [:]

  private struct Key: Hashable {
    let header: Int
    let name: String
  }

  init(headers: [CalendarHeader], practice zone: Zone, time: Interval, limits: CalendarLimits) {
    self.headers = headers
    self.time = time
    self.limits = limits
    budget = ExpansionBudget(limits)
    practice = Clock(zone, tableFor: time)
    named[zone.identifier] = practice
  }

  /// The clock of floating times: X-WR-TIMEZONE's, else the practice's.
  func floating(in header: Int, line: Int) throws(CalendarProblem) -> Clock {
    guard headers.indices.contains(header), let name = headers[header].zoneName else { return practice }
    return try clock(named: name, in: header, line: line)
  }

  /// The clock that the TZID means. A name of the tz database or of Windows wins over the file's VTIMEZONE, which may be
  /// years old.
  func clock(named name: String, in header: Int, line: Int) throws(CalendarProblem) -> Clock {
    let key = Key(header: header, name: name)
    if let result = known[key] {
      do { return try result.get() } catch {
        throw CalendarProblem(line: line, message: error.message, hint: error.hint)
      }
    }
    do throws(CalendarProblem) {
      let clock = try make(name, header, line)
      known[key] = .success(clock)
      return clock
    } catch {
      known[key] = .failure(error)
      throw error
    }
  }

  private func make(_ name: String, _ header: Int, _ line: Int) throws(CalendarProblem) -> Clock {
    if let zone = ZoneNames.zone(named: name) {
      if let clock = named[zone.identifier] { return clock }
      let clock = Clock(zone, tableFor: time)
      named[zone.identifier] = clock
      return clock
    }
    if headers.indices.contains(header), let definition = headers[header].zones[name] {
      return try ZoneDefinition.clock(of: definition, until: time.end + 800 * 86_400, limits: limits, budget)
    }
    throw CalendarProblem(
      line: line, message: "the time zone is neither in the tz database, nor one of Windows, nor defined in the file",
      hint: "choose a zone such as Europe/London in the calendar program, and export again")
  }
}
