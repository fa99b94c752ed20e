import ArgumentParser
import CivilTime
import CoverIntake
import CoverPlanning
import Foundation

/// Which practice `resilience` is about, and when.
struct ResiliencePractice: ParsableArguments {
  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @Option(help: ArgumentHelp("The first day of the week and the month; default: next Monday.", valueName: "yyyy-mm-dd"))
  var from: DayArgument?

  @Option(
    help: ArgumentHelp("Takes this for the present time; default: the clock.", valueName: "yyyy-mm-ddThh:mm:ssZ"))
  var now: InstantArgument?

  var folder: URL { URL(fileURLWithPath: practice, isDirectory: true) }

  /// How the practice is to be read: the four weeks.
  var intake: IntakeOptions {
    let present = now?.instant ?? Instant(seconds: Int(Date().timeIntervalSince1970))
    let today = Day(ordinal: present.seconds / 86_400)
    let month = ResilienceStudy.month(after: today)
    let first = from?.day ?? month.lowerBound
    return IntakeOptions(from: first, to: first + ResilienceStudy.monthDays, now: present)
  }
}
