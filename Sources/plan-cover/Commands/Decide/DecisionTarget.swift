import CivilTime
import CoverDomain
import CoverIntake

/// What a decision is about, as it was said on the command line.
struct WantedTarget {
  var client: String?
  var session: String?
  var on: Day?
  var clinician: String?
  var absence: String?

  init(_ options: TargetOptions) {
    client = options.client
    session = options.session
    on = options.on?.day
    clinician = options.clinician
    absence = options.absence
  }
}

/// What a decision is about, found in the practice.
struct DecisionTarget {
  var client: ClientID?
  var session: String?
  /// Only where the key alone would mean two sessions, or none that is read.
  var clinician: ClinicianID?
  var absence: Decision.AbsenceDay?

  func entry(_ kind: Decision.Kind) -> DecisionEntry {
    DecisionEntry(kind: kind, client: client, session: session, clinician: clinician, absence: absence)
  }
}
