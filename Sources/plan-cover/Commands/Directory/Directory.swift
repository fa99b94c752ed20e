import CivilTime
import CoverDomain
import CoverIntake
import CoverPlanning
import CoverPublishing

/// Who could see somebody of whom no more is known than what is sought.
struct Directory {
  private let situation: Situation
  private let sought: Sought
  private let minutes: Int
  /// With openings, by the first of them.
  private let able: [Outlook.Candidate]
  /// Who have what is sought, and no time that is left.
  private let full: [Outlook.Candidate]
  private let outside: [OutsideProfessional]

  /// Whoever breaks one of these has not what is sought, whatever the time.
  private static let lasting: Set<Rule> = [
    .takesCover, .specialty, .language, .place, .licence, .payer, .level, .background,
  ]
  /// Ids that no clinician and no client can have.
  private static let nobody = "?"

  init(situation: Situation, sought: Sought, minutes: Int, most: Int) {
    self.situation = situation
    self.sought = sought
    self.minutes = minutes
    var client = Client(id: ClientID(Self.nobody), name: "")
    client.language = sought.languages.first
    client.payer = sought.payers.first
    client.jurisdiction = sought.jurisdictions.first
    let window = situation.window.interval
    let referral = Referral(
      id: SessionID(clinician: ClinicianID(Self.nobody), key: Self.nobody), reason: .specialist, clients: [client.id],
      needs: sought.specialties, from: max(window.start, situation.now), due: window.end, minutes: minutes,
      source: Source(file: Self.nobody))
    let candidates = Outlook(situation.asking(referral, of: client)).candidates(for: referral.id, most: most).filter {
      situation.practice.clinician($0.colleague).map { sought.background.isSubset(of: $0.background) } ?? false
    }
    able = candidates.filter { !$0.openings.isEmpty }
    full = candidates.filter { $0.openings.isEmpty && Self.lasting.isDisjoint(with: $0.obstacles) }
    outside = situation.practice.outside.filter(sought.isFound)
  }

  var isEmpty: Bool { able.isEmpty && outside.isEmpty }

  /// What nobody here or outside has, with what was probably meant.
  var unknown: [String] {
    let known = KnownTags(situation.practice)
    let unknown =
      known.unknown("--needs", sought.specialties, among: \.specialties)
      + known.unknown("--background", sought.background, among: \.backgrounds)
      + known.unknownLanguages("--language", sought.languages)
      + known.unknown("--payer", sought.payers, among: \.payers)
      + known.unknown("--jurisdiction", sought.jurisdictions, among: \.jurisdictions)
    return unknown.map { "\($0.message)\nhint: \($0.hint)" }
  }

  var text: String {
    let clock = LocalClock(zone: situation.practice.zone)
    var parts = [
      "Who could see somebody\(words), \(clock.days(situation.window.from, situation.window.to - 1)),"
        + " \(minutes) minutes\n"
    ]
    if !able.isEmpty {
      parts.append(
        "IN THE PRACTICE\n\n"
          + able.map { candidate in
            "  \(name(candidate.colleague))\n    "
              + candidate.openings.map { clock.text($0.interval.start) }.joined(separator: ", ") + "\n"
          }.joined())
    }
    if !full.isEmpty {
      parts.append(
        "IN THE PRACTICE, WITHOUT ROOM\n\n"
          + full.map { "  \(name($0.colleague)): \($0.obstacles.map(\.obstacle).joined(separator: ", "))\n" }.joined())
    }
    if !outside.isEmpty { parts.append("OUTSIDE\n\n" + outside.map(Self.lines).joined()) }
    if isEmpty { parts.append("Nobody.\n") }
    return parts.joined(separator: "\n")
  }

  /// ` for emdr and trauma, buddhist, in fr, paid by bupa, in GB`.
  private var words: String {
    var words = ""
    let specialties = sought.specialties.sorted().map(\.text)
    if !specialties.isEmpty { words += " for \(specialties.joined(separator: " and "))" }
    let rest =
      sought.background.sorted().map(\.text) + sought.languages.map { "in \($0.conventional)" }
      + sought.payers.map { "paid by \($0)" } + sought.jurisdictions.map { "living in \($0.text.uppercased())" }
    return TerminalText.line(words + rest.map { ", \($0)" }.joined())
  }

  private func name(_ id: ClinicianID) -> String {
    let name = situation.practice.clinician(id)?.name ?? id.text
    return name == id.text ? id.text : "\(id)  \(TerminalText.line(name))"
  }

  private static func lines(_ professional: OutsideProfessional) -> String {
    let reach = [professional.phone, professional.email, professional.address].compactMap(\.self).map {
      TerminalText.line($0.replacing("\n", with: ", "))
    }
    let note = professional.note.map { "    \(TerminalText.line($0))\n" } ?? ""
    return
      "  \(professional.id)  \(TerminalText.line(professional.name))\n    \(reach.joined(separator: ", "))\n\(note)"
  }

  var document: DirectoryDocument {
    DirectoryDocument(
      window: situation.window, minutes: minutes, inside: able.map { ($0.colleague, $0.openings) },
      withoutRoom: full.map { ($0.colleague, $0.obstacles) }, outside: outside)
  }
}
