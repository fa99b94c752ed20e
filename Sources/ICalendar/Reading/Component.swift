/// A component of a calendar with its properties and the components inside it: RFC 5545 §3.6, RFC 7953.
public struct Component: Hashable, Sendable {
  /// What a component is.
  public enum Kind: Hashable, Sendable {
    case event, todo, journal, freeBusy, availability, available, alarm
    /// Any other, by its name in upper case.
    case other(String)

    init(name: String) {
      switch name {
      case "VEVENT": self = .event
      case "VTODO": self = .todo
      case "VJOURNAL": self = .journal
      case "VFREEBUSY": self = .freeBusy
      case "VAVAILABILITY": self = .availability
      case "AVAILABLE": self = .available
      case "VALARM": self = .alarm
      default: self = .other(name)
      }
    }

    /// The name after BEGIN.
    public var name: String {
      switch self {
      case .event: "VEVENT"
      case .todo: "VTODO"
      case .journal: "VJOURNAL"
      case .freeBusy: "VFREEBUSY"
      case .availability: "VAVAILABILITY"
      case .available: "AVAILABLE"
      case .alarm: "VALARM"
      case .other(let name): name
      }
    }
  }

  public let kind: Kind
  /// The line of BEGIN, from 1.
  public let line: Int
  public let properties: [Property]
  public let children: [Component]
  /// Which VCALENDAR of the document it stands in; with the line it tells apart any two components of a document.
  public let calendarIndex: Int
  /// Why its own lines could not be read, where they could not.
  let problem: CalendarProblem?

  init(
    kind: Kind, line: Int, properties: [Property], children: [Component], calendarIndex: Int = 0,
    problem: CalendarProblem? = nil
  ) {
    self.kind = kind
    self.line = line
    self.properties = properties
    self.children = children
    self.calendarIndex = calendarIndex
    self.problem = problem
  }

  /// The UID; nil when there is none or it is empty.
  public var uid: String? { first("UID").map(\.text).flatMap { $0.isEmpty ? nil : $0 } }

  /// The UID as it tells events apart.
  public var exactUID: ExactText? { uid.map { ExactText($0) } }

  /// The SEQUENCE, 0...2,147,483,647 (RFC 5545 §3.3.8); 0 when there is none or it is no number or negative. A larger
  /// number counts as the largest, so that it never seems older than it says.
  public var sequence: Int {
    guard let text = first("SEQUENCE")?.value, !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return 0
    }
    return min(Int(text) ?? Component.largestSequence, Component.largestSequence)
  }

  /// The largest SEQUENCE that a calendar may hold.
  public static let largestSequence = 2_147_483_647

  /// The first property of that name (upper case).
  public func first(_ name: String) -> Property? {
    // Names of another length need no comparison: most are.
    let length = name.utf8.count
    return properties.first { $0.name.utf8.count == length && $0.name == name }
  }

  /// Every property of that name (upper case), in file order.
  public func all(_ name: String) -> [Property] {
    let length = name.utf8.count
    return properties.filter { $0.name.utf8.count == length && $0.name == name }
  }

  public var isCancelled: Bool { first("STATUS")?.value.uppercased() == "CANCELLED" }
  public var isTransparent: Bool { first("TRANSP")?.value.uppercased() == "TRANSPARENT" }
}
