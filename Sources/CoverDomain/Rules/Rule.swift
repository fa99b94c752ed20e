/// A rule that every plan keeps; the raw value is its name in reports.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  // Who may take a session.
  case takesCover = "takes-cover"
  case onLeave = "on-leave"
  case hours
  case busy
  case breakBetween = "break"
  case specialty
  case language
  case place
  case licence
  case payer
  case avoid
  case consent
  case level
  case declined
  // Who may take a request, besides.
  case independence
  case supervisor
  case background
  // What must hold of the plan as a whole.
  case onePlace = "one-place"
  case dayLimit = "day-limit"
  case weekLimit = "week-limit"
  case coverDayLimit = "cover-day-limit"
  case coverWeekLimit = "cover-week-limit"
  case clientOnce = "client-once"
  case decided

  /// E1 to E14, R1 to R3, P1 to P5.
  public var code: String {
    switch self {
    case .takesCover: "E1"
    case .onLeave: "E2"
    case .hours: "E3"
    case .busy: "E4"
    case .breakBetween: "E5"
    case .specialty: "E6"
    case .language: "E7"
    case .place: "E8"
    case .licence: "E9"
    case .payer: "E10"
    case .avoid: "E11"
    case .consent: "E12"
    case .level: "E13"
    case .declined: "E14"
    case .independence: "R1"
    case .supervisor: "R2"
    case .background: "R3"
    case .onePlace: "P1"
    case .dayLimit, .weekLimit: "P2"
    case .coverDayLimit, .coverWeekLimit: "P3"
    case .clientOnce: "P4"
    case .decided: "P5"
    }
  }

  /// When the rule holds.
  public var sentence: String {
    switch self {
    case .takesCover: "the colleague takes cover, is employed on the day, and is not the session's own clinician"
    case .onLeave: "the colleague has no leave in the interval"
    case .hours: "the interval lies inside the colleague's working hours"
    case .busy: "the interval overlaps no opaque event of the colleague's calendar that still stands"
    case .breakBetween: "the break lies between the interval and each standing session of the colleague"
    case .specialty: "the colleague has every specialty that every client of the session needs"
    case .language: "the colleague speaks the language of every client who names one"
    case .place: "the colleague works at the session's site, or online where the session is online"
    case .licence: "the colleague holds a licence, not expired on the day, in each client's jurisdiction"
    case .payer: "the colleague accepts the payer of each client"
    case .avoid: "no client of the session avoids the colleague, and nobody has decided against the pair"
    case .consent: "every client has consented to cover"
    case .level: "a trainee takes no client whose risk is high"
    case .declined: "the colleague has not declined this session"
    case .independence: "who gives a second opinion is neither supervisor nor supervisee of who asks for it"
    case .supervisor: "supervision is the clinician's supervisor's, or where none is named somebody's who supervises"
    case .background: "the colleague has every background that the request names"
    case .onePlace: "the cover sessions of one colleague never overlap and keep the break apart"
    case .dayLimit: "own sessions plus cover of a colleague never exceed the colleague's limit for a day"
    case .weekLimit: "own sessions plus cover of a colleague never exceed the colleague's limit for a week"
    case .coverDayLimit: "cover of a colleague never exceeds the colleague's limit for a day"
    case .coverWeekLimit: "cover of a colleague never exceeds the colleague's limit for a week"
    case .clientOnce: "no client is in two sessions at the same time"
    case .decided: "what a person has decided stands while the other rules allow it"
    }
  }

  /// Why the colleague cannot take the session, in a manager's words.
  public var obstacle: String {
    switch self {
    case .takesCover: "takes no cover then"
    case .onLeave: "is on leave"
    case .hours: "does not work then"
    case .busy: "is busy then"
    case .breakBetween: "would have no break"
    case .specialty: "lacks the specialty"
    case .language: "does not speak the language"
    case .place: "does not work at that place"
    case .licence: "has no licence there"
    case .payer: "does not accept the payer"
    case .avoid: "is ruled out by the client or a decision"
    case .consent: "cannot be asked: the client has not consented to cover"
    case .level: "is a trainee"
    case .declined: "has declined"
    case .independence: "supervises, or is supervised by, who asks"
    case .supervisor: "is not the supervisor"
    case .background: "has another background"
    case .onePlace: "covers another session then"
    case .dayLimit: "has reached the day's sessions"
    case .weekLimit: "has reached the week's sessions"
    case .coverDayLimit: "has reached the day's cover"
    case .coverWeekLimit: "has reached the week's cover"
    case .clientOnce: "cannot help: the client has another session then"
    case .decided: "is not who was decided on"
    }
  }
}
