import CoverDomain

/// The calendars of a folder that has no practice.yaml yet, by whose they are: a file or a folder of files a clinician, in
/// `clinicians/` where there is one, else in the folder itself.
struct DraftCalendars {
  /// What lies under one name: a file, a folder of files, or both.
  struct Group {
    /// The name of the file, without `.ics`, or of the folder.
    let stem: String
    /// Files and folders, as practice.yaml may name them.
    fileprivate(set) var places: [String] = []
    /// Every file, sorted.
    fileprivate(set) var files: [String] = []

    /// Whether the places are those where the calendars of a clinician of that id are looked for.
    func isDefault(for id: String) -> Bool {
      Set(places).isSubset(of: ["clinicians/\(id).ics", "clinicians/\(id)"])
    }
  }

  /// By stem.
  private(set) var groups: [Group] = []
  /// Calendars of the practice as a whole.
  private(set) var shared: [CalendarFinder.Found] = []

  private let folder: PracticeFolder
  private let log: ProblemLog

  private static let reserved: Set<String> = ["cover", "replies", "templates"]
  private static let sharedOwners: [(name: String, owner: CalendarFinder.Owner)] = [
    ("leave.ics", .sharedLeave), ("closures.ics", .closures), ("referrals.ics", .requests),
  ]
  private static let maxDepth = 4

  init(_ folder: PracticeFolder, log: ProblemLog) {
    self.folder = folder
    self.log = log
    for (name, owner) in Self.sharedOwners where folder.entry(name) == .file {
      shared.append(CalendarFinder.Found(path: name, owner: owner))
    }
    let root = folder.entry("clinicians") == .folder ? "clinicians" : ""
    let shared = Set(Self.sharedOwners.map(\.name))
    var byStem: [String: Group] = [:]
    for name in folder.names(in: root, log: log) {
      let path = root.isEmpty ? name : "\(root)/\(name)"
      if root.isEmpty, Self.reserved.contains(name.lowercased()) || shared.contains(name) { continue }
      let stem = Self.stem(name)
      var found: [String] = []
      switch folder.entry(path) {
      case .folder: found = files(in: path, depth: 1)
      case .file where Self.isCalendar(name): found = [path]
      case .file: noteOther(path)
      case .other, .missing: continue
      }
      guard !found.isEmpty, isUsable(path) else { continue }
      byStem[stem, default: Group(stem: stem)].places.append(path)
      byStem[stem]?.files += found
    }
    groups = byStem.values.sorted { $0.stem.utf8.lexicographicallyPrecedes($1.stem.utf8) }
    for index in groups.indices { groups[index].files.sort() }
    if groups.count == 1, let only = groups.first, root.isEmpty, only.places == [only.stem], only.files.count > 1 {
      log.note(
        Problem(
          .remark, file: only.stem, message: "a folder is taken for one clinician, and there is no other",
          hint: "where each file in it is a clinician's own, give that folder: plan-cover init FOLDER/..."))
    }
  }

  private static func stem(_ name: String) -> String {
    isCalendar(name) ? String(name.dropLast(4)) : name
  }

  private static func isCalendar(_ name: String) -> Bool { name.lowercased().hasSuffix(".ics") }

  /// Whether practice.yaml can name it, and it lies in the folder.
  private func isUsable(_ path: String) -> Bool {
    if folder.realPath(of: path) == nil {
      log.note(
        Problem(
          file: path, message: "a symbolic link leads out of the folder",
          hint: "put the calendar itself into the folder"))
      return false
    }
    if ShownText.hasControls(path) || path.unicodeScalars.count > 1_000 {
      log.note(
        Problem(
          file: path, message: "its name holds a control character, or is too long for practice.yaml",
          hint: "rename it"))
      return false
    }
    return true
  }

  /// The calendars in a folder, and in the folders within it.
  private func files(in path: String, depth: Int) -> [String] {
    guard folder.realPath(of: path) != nil else { return [] }
    return folder.names(in: path, log: log).flatMap { name -> [String] in
      let inner = "\(path)/\(name)"
      switch folder.entry(inner) {
      case .file where Self.isCalendar(name): return [inner]
      case .folder where depth < Self.maxDepth: return files(in: inner, depth: depth + 1)
      default: return []
      }
    }
  }

  /// What may hold a calendar all the same is not passed over in silence.
  private func noteOther(_ path: String) {
    let lowered = path.lowercased()
    if [".zip", ".gz"].contains(where: lowered.hasSuffix) {
      log.note(
        Problem(
          file: path, message: "this is an archive, and what is in it is not read",
          hint: "unpack it and put the .ics file here, or move it away"))
    } else if [".ical", ".icalendar", ".ifb", ".vcs"].contains(where: lowered.hasSuffix) {
      log.note(
        Problem(
          file: path, message: "this may be a calendar, and is not read: its name does not end in .ics",
          hint: "rename it, or move it away"))
    }
  }
}
