import ArgumentParser
import CoverIntake
import CoverPlanning
import Foundation

/// Which practice `resilience` is about, and when.
struct ResiliencePractice: ParsableArguments {
  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @Option(help: ArgumentHelp("The first day of the week and the month; default: next Monday.", valueName: "yyyy-mm-dd"))
  var from: DayArgument?

  @OptionGroup var moment: Moment

  var folder: URL { URL(fileURLWithPath: practice, isDirectory: true) }

  /// How the practice is to be read: the four weeks.
  var intake: IntakeOptions {
    IntakeOptions(from: from?.day, now: moment.present, days: .weeks(ResilienceStudy.monthDays / 7))
  }
}
