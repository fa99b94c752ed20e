import CivilTime
import CoverDomain

/// What one letter has to say, before it is put into words.
struct NoticeFacts: Sendable {
  /// What becomes of one appointment.
  struct Appointment: Sendable {
    enum Fate: Sendable {
      case seen(by: ClinicianID)
      case offered(by: ClinicianID, at: Interval)
      /// It rests until the clinician is back: nobody is sought.
      case rests
      /// Somebody was sought and nobody found.
      case notHeld
      case closed
      /// The clinician is there after all.
      case asUsual
      /// It is in the calendar no more.
      case unknown
    }

    let interval: Interval
    let place: Place
    let fate: Fate
    /// Whether the client has yet to say whether a colleague may see them.
    let asksConsent: Bool
  }

  /// Days on which one colleague is there for whatever cannot wait.
  struct ContactDays: Sendable {
    let days: [Day]
    let by: ClinicianID
  }

  let client: Client
  let kind: Notice.Kind
  let clinician: ClinicianID
  /// Nil where nobody is away: the practice is closed.
  let away: Interval?
  let appointments: [Appointment]
  /// Those who can be asked, by day.
  let contacts: [ContactDays]

  /// Everybody of the practice who is named in it.
  var people: [ClinicianID] {
    var people = [clinician] + contacts.map(\.by)
    for appointment in appointments {
      switch appointment.fate {
      case .seen(let by), .offered(let by, _): people.append(by)
      case .rests, .notHeld, .closed, .asUsual, .unknown: break
      }
    }
    var seen: Set<ClinicianID> = []
    return people.filter { seen.insert($0).inserted }
  }

  var offersColleague: Bool {
    appointments.contains {
      switch $0.fate {
      case .seen, .offered: true
      default: false
      }
    }
  }
}
