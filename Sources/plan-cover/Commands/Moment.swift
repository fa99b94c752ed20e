import ArgumentParser
import CivilTime
import Foundation

/// What counts as the present.
struct Moment: ParsableArguments {
  @Option(
    help: ArgumentHelp("Takes this for the present time; default: the clock.", valueName: "yyyy-mm-ddThh:mm:ssZ"))
  var now: InstantArgument?

  /// The present: as given, or the clock's.
  var present: Instant { now?.instant ?? Instant(seconds: Int(Date().timeIntervalSince1970)) }
}
