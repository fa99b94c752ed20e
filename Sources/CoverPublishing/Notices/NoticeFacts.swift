import CivilTime
import CoverDomain

/// What one letter has to say, before it is put into words.
struct NoticeFacts: Sendable {
  /// What becomes of one appointment.
  struct Appointment: Sendable {
    enum Fate: Hashable, Sendable {
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
      /// It is new, and only if the client wants it: somebody sees them beside their own clinician.
      case proposed(by: ClinicianID)
    }

    let interval: Interval
    let place: Place
    let fate: Fate
    /// Whether the client has yet to say whether a colleague may see them.
    let asksConsent: Bool

    /// What a letter can say of several appointments at once.
    struct Shared: Hashable, Sendable {
      let fate: Fate
      /// Nil where it does not matter.
      let place: Place?
      let asksConsent: Bool
    }

    var shared: Shared {
      let place: Place? =
        switch fate {
        case .seen, .offered, .asUsual, .proposed: self.place
        case .rests, .notHeld, .closed, .unknown: nil
        }
      return Shared(fate: fate, place: place, asksConsent: asksConsent)
    }
  }

  /// Days on which one colleague is there for whatever cannot wait.
  struct ContactDays: Sendable {
    /// Runs of days on which the practice is open; none where days make no difference.
    let days: [ClosedRange<Day>]
    let by: ClinicianID
  }

  let client: Client
  let kind: Notice.Kind
  let clinician: ClinicianID
  /// Nil where nobody is away: the practice is closed.
  let away: Interval?
  /// The day on which the clinician is there again; nil where it is not told.
  let back: Day?
  let appointments: [Appointment]
  /// Those who can be asked, by day.
  let contacts: [ContactDays]
  /// The sessions that the letter is about.
  var about: [SessionID] = []
  /// Whether a colleague saw the client during an absence that is about to end.
  var metColleague = false
  /// Who could see the client instead, in an offer.
  var others: [ClinicianID] = []
  /// Whether the client was told otherwise before, in an offer.
  var isChanged = false

  /// Everybody of the practice who is named in it.
  var people: [ClinicianID] {
    var people = [clinician] + contacts.map(\.by)
    for appointment in appointments {
      switch appointment.fate {
      case .seen(let by), .offered(let by, _), .proposed(let by): people.append(by)
      case .rests, .notHeld, .closed, .asUsual, .unknown: break
      }
    }
    var seen: Set<ClinicianID> = []
    return (people + others).filter { seen.insert($0).inserted }
  }

  /// Whether the client has to tell us something: for an appointment to take place, or since nobody was found for it.
  var needsAnswer: Bool {
    hasGap
      || appointments.contains {
        switch $0.fate {
        case .offered, .proposed: true
        default: $0.asksConsent
        }
      }
  }

  /// Whether nobody has been found yet for an appointment.
  var hasGap: Bool { appointments.contains { $0.fate == .notHeld } }

  /// Whether a colleague sees the client, or offers to.
  var offersColleague: Bool {
    appointments.contains {
      switch $0.fate {
      case .seen(let by), .offered(let by, _), .proposed(let by): by != clinician
      default: false
      }
    }
  }

  /// Whether somebody sees the client, or offers to: what else they may choose is then chosen besides.
  var hasProposal: Bool {
    appointments.contains {
      switch $0.fate {
      case .seen, .offered, .proposed: true
      case .rests, .notHeld, .closed, .asUsual, .unknown: false
      }
    }
  }

  /// Whether the client may wait for the clinician instead of what is offered, or sought.
  var mayWait: Bool {
    appointments.contains {
      switch $0.fate {
      case .seen, .offered, .notHeld, .proposed: true
      case .rests, .closed, .asUsual, .unknown: false
      }
    }
  }
}
