import CivilTime
import CoverDomain

/// What practice.yaml says, beyond the practice itself.
struct PracticeFile {
  /// A clinician's entry with where it stands.
  struct Entry {
    let clinician: Clinician
    /// Paths relative to the practice folder; nil where the default is meant.
    let calendars: [YamlText]?
    let line: Int
  }

  let practice: Practice
  /// By id.
  let entries: [ClinicianID: Entry]
  /// Those whose entries cannot be read.
  let refused: RefusedClinicians
  let leaveWords: LeaveWords
  /// From the name of a field of clients.csv to the header of its column.
  let clientColumns: ClientColumns
  /// The entries of `events`, to be read when the clients are known.
  let events: [YamlNode]

  static let name = "practice.yaml"
  static let limit = 4 << 20
  private static let wayOut =
    "write one as documentation/getting-started.md shows, or copy the one of the sample practice"
  static let keys = ["practice", "clinicians", "rules", "leave", "client-columns", "events", "outside"]

  /// Nil where the file cannot be read far enough to go on; every problem is in the log.
  init?(_ folder: PracticeFolder, zones: ZoneFinder, letters: LetterKnowledge, log: ProblemLog) {
    let text: String
    do throws(Problem) { text = try folder.text(of: PracticeFile.name, limit: PracticeFile.limit) } catch {
      let isMissing = folder.entry(PracticeFile.name) == .missing
      log.note(
        isMissing
          ? Problem(
            file: PracticeFile.name, message: "there is no such file in this folder",
            hint: PracticeFile.wayOut) : error)
      return nil
    }
    self.init(text, zones: zones, letters: letters, log: log)
  }

  init?(_ text: String, zones: ZoneFinder, letters: LetterKnowledge, log: ProblemLog) {
    let context = YamlContext(file: PracticeFile.name, log: log)
    guard let document = YamlDocument(text, file: PracticeFile.name, log: log) else { return nil }
    guard let node = document.root else {
      log.note(Problem(file: PracticeFile.name, line: 1, message: "the file is empty", hint: PracticeFile.wayOut))
      return nil
    }
    guard let root = YamlMapping(node, "practice.yaml", keys: PracticeFile.keys, context) else { return nil }
    root.require("practice")
    root.require("clinicians")
    let header = root.value("practice").flatMap { PracticeHeader($0, context, zones: zones, letters: letters) }
    let rules = root.value("rules").map { RulesEntry.rules($0, context) } ?? PracticeRules()
    let leaveWords = root.value("leave").map { LeaveWords($0, context) } ?? LeaveWords()
    clientColumns = root.value("client-columns").map { ClientColumns($0, context) } ?? ClientColumns()
    events = root.list("events") ?? []
    let (entries, refused) = ClinicianEntries.read(
      root.value("clinicians"), root.list("clinicians"), sites: header?.sites ?? [], context)
    let outside = OutsideEntries.read(
      root.list("outside"), clinicians: Set(entries.map { $0.clinician.id.text.lowercased() }), context)
    guard let header else { return nil }
    // Without a zone an error stands in the log; the rest is read for its own problems.
    let language = header.language ?? .english
    var practice = Practice(
      name: header.name ?? "", zone: header.zone ?? .utc, email: header.email, phone: header.phone,
      urgentHelp: header.urgentHelp?.text(language), language: language,
      hours: header.hours ?? WeeklyHours([:]), sites: header.sites.map { SiteID($0) },
      clinicians: entries.map(\.clinician), rules: rules)
    practice.outside = outside
    practice.urgentHelpByLanguage = header.urgentHelp?.byLanguage ?? [:]
    self.practice = practice
    self.entries = Dictionary(entries.map { ($0.clinician.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.refused = refused
    self.leaveWords = leaveWords
  }
}
