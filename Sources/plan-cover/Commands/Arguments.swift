import ArgumentParser
import CivilTime
import CoverDomain
import CoverIntake

/// A day on the command line: `2026-12-21`.
struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(argument) else { return nil }
    self.day = day
  }
}

/// A point in time on the command line: `2026-12-21T09:00:00Z`, the same with an offset (`+01:00`) in place of `Z`, or a
/// day alone for its first instant in UTC.
struct InstantArgument: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    if let instant = Instant(argument) ?? Day(argument).flatMap({ Instant("\($0.iso8601)T00:00:00Z") }) {
      self.instant = instant
      return
    }
    // `…+hh:mm`: the time without its offset, then the offset.
    let offset = argument.suffix(6)
    let clock = offset.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard let sign = offset.first, sign == "+" || sign == "-", clock.count == 2,
      clock.allSatisfy({ $0.count == 2 && $0.allSatisfy { "0"..."9" ~= $0 } }),
      let hours = Int(clock[0]), let minutes = Int(clock[1]), hours < 24, minutes < 60,
      let local = Instant(argument.dropLast(6) + "Z")
    else { return nil }
    instant = local - (sign == "+" ? 1 : -1) * (hours * 3_600 + minutes * 60)
  }
}

/// Leave on the command line: `amara-osei 2026-12-21..2026-12-23`, both days included; one day alone is that day.
struct LeaveArgument {
  let clinician: ClinicianID
  let days: ClosedRange<Day>

  /// - Throws: what is wrong with it.
  init(parsing argument: String) throws {
    guard let leave = LeaveText(argument) else {
      throw ValidationError(
        LeaveText.wrongOrder(argument) ?? "the form is \"amara-osei 2026-12-21..2026-12-23\", or one day alone")
    }
    clinician = ClinicianID(leave.clinician)
    days = leave.days
  }
}

/// A limit in seconds on the command line, 0 or more.
struct SecondsArgument: ExpressibleByArgument {
  let seconds: Double

  init(seconds: Double) { self.seconds = seconds }

  init?(argument: String) {
    guard let seconds = Double(argument), seconds >= 0, seconds <= 86_400 else { return nil }
    self.seconds = seconds
  }

  var defaultValueDescription: String { String(Int(seconds)) }
}

/// Days on the command line: `2026-12-21..2026-12-23`, both included; one day alone is that day.
struct DaysArgument {
  let days: ClosedRange<Day>

  /// - Throws: what is wrong with them.
  init(parsing argument: String) throws {
    guard let days = LeaveText.days(argument) else {
      throw ValidationError(LeaveText.wrongOrder(argument) ?? "the form is 2026-12-21..2026-12-23, or one day alone")
    }
    self.days = days
  }
}
