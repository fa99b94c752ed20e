public import CivilTime
public import CoverDomain
import CoverIdentity
import ICalendar

/// A request for a second professional as a person makes it, before it is written.
public struct RequestEntry: Hashable, Sendable {
  public let clinician: ClinicianID
  public let reason: Referral.Reason
  public let clients: [ClientID]
  public let needs: Set<Tag>
  /// The appointment lies on these days.
  public let days: ClosedRange<Day>
  public let minutes: Int
  /// A site's id or `online`; nil where it makes no difference.
  public let place: String?
  public let words: String?
  public let isShared: Bool

  public init(
    clinician: ClinicianID, reason: Referral.Reason, clients: [ClientID], needs: Set<Tag>, days: ClosedRange<Day>,
    minutes: Int, place: String?, words: String?, isShared: Bool
  ) {
    self.clinician = clinician
    self.reason = reason
    self.clients = clients.sorted()
    self.needs = needs
    self.days = days
    self.minutes = minutes
    self.place = place
    self.words = words
    self.isShared = isShared
  }

  /// Minutes that an appointment may last.
  public static let lengths = RequestReader.lengths
  /// Where a request says nothing.
  public static let standardMinutes = RequestReader.standardMinutes

  /// The same for the same request, in every run.
  public var uid: String { RequestIdentity.uid(of: clinician, reason, clients, needs, days: days) }

  /// The request as it will be read.
  public func referral(in practice: Practice) -> Referral {
    let zone = practice.zone
    let site = place.flatMap { place in practice.sites.first { $0.text == place } }
    return Referral(
      id: SessionID(clinician: clinician, key: SessionKey.text(uid, nil)), reason: reason, clients: clients,
      needs: needs, from: zone.start(of: days.lowerBound), due: zone.interval(of: days.upperBound).end,
      minutes: minutes, place: site.map { .site($0) } ?? (place == nil ? .open : .online), words: words,
      isShared: isShared, source: Source(file: RequestsDocument.fileName, uid: uid))
  }

  /// `Second opinion: AB12`.
  private var title: String {
    let what =
      switch reason {
      case .secondOpinion: "Second opinion"
      case .specialist: "Specialist"
      case .supervision: "Supervision"
      case .perspective: "Another background"
      }
    return clients.isEmpty ? what : "\(what): \(clients.map(\.text).joined(separator: ", "))"
  }

  /// The request as a VTODO: RFC 5545 §3.6.2.
  func component(at now: Instant) throws(CalendarWriteError) -> ComponentBuilder {
    var task = ComponentBuilder(.todo)
    try task.add("UID", text: uid)
    try task.add("DTSTAMP", utc: now)
    try task.add("CREATED", utc: now)
    // Ids alone: the file may be shown by a calendar program.
    try task.add("SUMMARY", text: title)
    try task.add("CATEGORIES", texts: ["REFERRAL"])
    try task.add("DTSTART", day: days.lowerBound)
    try task.add("DUE", day: days.upperBound)
    try task.add("ESTIMATED-DURATION", durationSeconds: minutes * 60)
    try task.add("STATUS", token: "NEEDS-ACTION")
    try task.add("CLASS", token: "PRIVATE")
    if let place { try task.add("LOCATION", text: place) }
    if let words { try task.add("DESCRIPTION", text: words) }
    try task.add("X-PLAN-COVER-REASON", token: reason.rawValue)
    try task.add("X-PLAN-COVER-FOR", text: clinician.text)
    if !clients.isEmpty { try task.add("X-PLAN-COVER-CLIENT", text: clients.map(\.text).joined(separator: ";")) }
    if !needs.isEmpty { try task.add("X-PLAN-COVER-NEEDS", text: needs.sorted().map(\.text).joined(separator: ";")) }
    if isShared { try task.add("X-PLAN-COVER-CONSENTED", token: "TRUE") }
    return task
  }
}
