import CivilTime

/// Somebody of the practice, as a sentence speaks of them.
struct Person: Hashable, Sendable {
  enum Gender: Sendable { case female, male }

  let name: String
  /// Nil where practice.yaml says neither: the sentence then does without.
  let gender: Gender?
}

/// When an appointment is, on the practice's wall clock.
struct AppointmentTime: Hashable, Sendable {
  /// The same on the client's wall clock.
  struct Elsewhere: Hashable, Sendable {
    /// The city by which the client's zone is known.
    let city: String
    let start: CivilDateTime
    let end: CivilDateTime
  }

  let start: CivilDateTime
  /// Most often on the same day.
  let end: CivilDateTime
  /// Nil where both clocks show the same, or the client comes to the practice.
  let elsewhere: Elsewhere?
}

/// When somebody is away.
struct AwayTime: Hashable, Sendable {
  /// The first day and the last, both of them in it.
  let first: Day
  let last: Day
  /// The clock on the first day; nil where the whole of that day is meant.
  let from: CivilDateTime?
  /// The clock on the last day; nil where the whole of that day is meant.
  let until: CivilDateTime?
}

/// What becomes of one or more appointments.
struct AppointmentOutcome: Hashable, Sendable {
  enum Fate: Hashable, Sendable {
    /// A colleague sees the client at the same time.
    case seen(by: Person)
    /// A colleague sees the client at another time, if it suits: of one appointment.
    case offered(by: Person, at: AppointmentTime)
    /// It rests until the clinician is back: nobody is sought.
    case rests
    /// Somebody was sought and nobody found.
    case notHeld
    /// The practice is closed.
    case closed
    /// The clinician is there after all.
    case asUsual
    /// What was written about it no longer holds.
    case unknown
    /// It is new, and only if the client wants it: somebody sees them beside their own clinician.
    case proposed(by: Person)
  }

  enum Where: Hashable, Sendable {
    /// A place of the practice, by name.
    case site(String)
    case online
    case usual
  }

  let fate: Fate
  /// How many appointments: 1 or more.
  let count: Int
  let place: Where
  let clinician: Person
  /// Whether the client has yet to say whether a colleague may see them: the sentence then asks.
  let asksConsent: Bool
}

/// What a client may choose between.
struct ClientChoices: Hashable, Sendable {
  let kind: Notice.Kind
  let clinician: Person
  /// Whether they can wait for the clinician instead: where a colleague sees them or offers to, or is still sought.
  let mayWait: Bool
  /// Whether something is only offered, asked, or open: then silence is no answer.
  let needsAnswer: Bool
  /// Whether somebody sees them or offers to: what they may choose is then something else besides.
  let hasProposal: Bool
  /// Whether the clinician is away for one day.
  let isOneDay: Bool
  /// Whether a colleague saw them while the clinician was away.
  let metColleague: Bool
  let count: Int
  /// Who could see them instead, where a new appointment is offered.
  var others: [Person] = []
}

/// Who is there for a client.
struct ContactPeople: Hashable, Sendable {
  /// Somebody with the days on which they are there, in runs; no days where it makes no difference.
  struct Entry: Hashable, Sendable {
    let person: Person
    let days: [ClosedRange<Day>]
  }

  /// At least one.
  let people: [Entry]
  /// Who is away; nil where nobody is.
  let away: Person?
}
