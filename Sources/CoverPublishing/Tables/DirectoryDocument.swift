public import CoverDomain

/// Who could see somebody, as JSON.
public struct DirectoryDocument: Sendable {
  private let window: PlanningWindow
  private let minutes: Int
  private let inside: [(ClinicianID, [Cover])]
  private let withoutRoom: [(ClinicianID, [Rule])]
  private let outside: [OutsideProfessional]

  /// - Parameters:
  ///   - inside: those of the practice with their first openings.
  ///   - withoutRoom: those who have what is sought and no opening, with what stands in the way.
  public init(
    window: PlanningWindow, minutes: Int, inside: [(ClinicianID, [Cover])], withoutRoom: [(ClinicianID, [Rule])],
    outside: [OutsideProfessional]
  ) {
    self.window = window
    self.minutes = minutes
    self.inside = inside
    self.withoutRoom = withoutRoom
    self.outside = outside
  }

  public var text: String {
    JSONValue.members([
      "schema": .string("plan-cover/directory-1"),
      "window": .members(["from": .day(window.from), "to": .day(window.to)]), "minutes": .integer(minutes),
      "inside": .array(
        inside.map { colleague, openings in
          .members([
            "clinician": .id(colleague),
            "openings": .array(
              openings.map { .members(["start": .time($0.interval.start), "end": .time($0.interval.end)]) }),
          ])
        }),
      "without-room": .array(
        withoutRoom.map { .members(["clinician": .id($0.0), "rules": .rules($0.1)]) }),
      "outside": .array(
        outside.map { professional in
          .members([
            "id": .string(professional.id.text), "name": .string(professional.name),
            "email": .optional(professional.email), "phone": .optional(professional.phone),
            "address": .optional(professional.address), "note": .optional(professional.note),
          ])
        }),
    ]).pretty
  }
}
