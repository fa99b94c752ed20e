import CoverDomain

/// Which calendar files there are, and whose they are.
struct CalendarFinder {
  enum Owner: Hashable, Sendable {
    case clinician(ClinicianID)
    /// leave.ics, in which every event is somebody's leave.
    case sharedLeave
    /// referrals.ics, in which every task is a request of the clinician whom it names.
    case requests
    /// closures.ics, in which every event is a closure of the practice.
    case closures

    /// The clinician whose own calendar it is.
    var clinician: ClinicianID? { if case .clinician(let id) = self { id } else { nil } }
  }

  struct Found: Hashable, Sendable {
    /// Relative to the practice folder.
    let path: String
    let owner: Owner
  }

  /// Sorted by path.
  private(set) var files: [Found] = []
  private let folder: PracticeFolder
  private let log: ProblemLog
  private var owners: [String: ClinicianID] = [:]

  static let maxFiles = 200_000
  /// Folders within a calendar folder: vdirsyncer makes one a calendar.
  private static let maxDepth = 4

  init(_ folder: PracticeFolder, practice: PracticeFile, log: ProblemLog) {
    self.folder = folder
    self.log = log
    // The named ones first: they may lie where another's would be looked for.
    for clinician in practice.practice.clinicians {
      for calendar in practice.entries[clinician.id]?.calendars ?? [] { addNamed(calendar, of: clinician.id) }
    }
    for clinician in practice.practice.clinicians {
      guard let entry = practice.entries[clinician.id], entry.calendars == nil else { continue }
      addDefault(of: clinician.id, line: entry.line)
    }
    if folder.entry("leave.ics") != .missing { files.append(Found(path: "leave.ics", owner: .sharedLeave)) }
    if folder.entry("closures.ics") != .missing { files.append(Found(path: "closures.ics", owner: .closures)) }
    if folder.entry("referrals.ics") != .missing { files.append(Found(path: "referrals.ics", owner: .requests)) }
    files.sort { $0.path < $1.path }
    remarkOwnerless(practice.practice.clinicians.map(\.id.text))
  }

  private mutating func addNamed(_ calendar: YamlText, of clinician: ClinicianID) {
    let path = calendar.text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let node = calendar.node
    if let other = owners[path] {
      log.note(
        Problem(
          file: PracticeFile.name, line: node.line, column: node.column,
          message: "the calendar \(ShownText.quoted(path)) is already that of '\(other)'",
          hint: "each calendar belongs to one clinician; leave that is shared goes into leave.ics"))
      return
    }
    guard folder.entry(path) != .missing else {
      log.note(
        Problem(
          file: PracticeFile.name, line: node.line, column: node.column,
          message: "there is no calendar \(ShownText.quoted(path))" + nearest(to: path),
          hint: "export it there, or correct the path; a calendar that is missing is never taken for a free one"))
      return
    }
    add(path, of: clinician)
  }

  private mutating func addDefault(of clinician: ClinicianID, line: Int) {
    if let fault = folder.fault(ofFolder: "clinicians") { return log.note(fault) }
    let file = "clinicians/\(clinician).ics"
    let directory = "clinicians/\(clinician)"
    let present = [file, directory].filter { folder.entry($0) != .missing }
    guard !present.isEmpty else {
      log.note(
        Problem(
          file: PracticeFile.name, line: line,
          message: "there is no calendar of '\(clinician)': neither \(file) nor a folder \(directory)"
            + nearest(to: file),
          hint:
            "export it there, or name it with calendars: [...]; a calendar that is missing is never taken for a free one"
        ))
      return
    }
    for path in present {
      if let other = owners[path] {
        log.note(
          Problem(
            file: PracticeFile.name, line: line,
            message: "the calendar \(path) of '\(clinician)' is named as that of '\(other)'",
            hint: "each calendar belongs to one clinician; name that of '\(clinician)' with calendars: [...]"))
      } else {
        add(path, of: clinician)
      }
    }
  }

  private mutating func add(_ path: String, of clinician: ClinicianID) {
    owners[path] = clinician
    if let real = folder.realPath(of: path), CalendarFinder.isRefused(real) {
      return log.note(
        Problem(
          file: path, message: "the calendar of '\(clinician)' leads to the practice folder itself, or to cover/",
          hint: "give the calendar that the clinician keeps; what plan-cover writes is not read as one"))
    }
    guard folder.entry(path) == .folder else {
      files.append(Found(path: path, owner: .clinician(clinician)))
      return
    }
    guard folder.realPath(of: path) != nil else {
      return log.note(
        Problem(
          file: path, message: "a symbolic link leads out of the practice folder",
          hint: "put the folder itself into the practice folder"))
    }
    let before = files.count
    let isWhole = addFolder(path, of: clinician, depth: 1)
    if isWhole, files.count == before {
      log.note(
        Problem(
          file: path, message: "the folder holds no calendar (.ics)",
          hint: "let vdirsyncer fill it, or name another with calendars: [...]; "
            + "where there is no calendar yet, put in a file with BEGIN:VCALENDAR, VERSION:2.0, END:VCALENDAR"))
    }
  }

  /// Whether a path can hold no clinician's calendar: the practice folder itself, and what is published.
  static func isRefused(_ path: String) -> Bool {
    path.isEmpty || path.lowercased() == "cover" || path.lowercased().hasPrefix("cover/")
  }

  /// Why a folder within a calendar folder is not gone into; nil where it is.
  private func reason(against inner: String, within path: String) -> String? {
    guard let real = folder.realPath(of: inner), let outer = folder.realPath(of: path) else {
      return "a symbolic link leads out of the practice folder, and is not followed"
    }
    if CalendarFinder.isRefused(real) || (outer + "/").hasPrefix(real + "/") {
      return "a symbolic link leads to a folder that this one lies in, or to cover/, and is not followed"
    }
    return nil
  }

  /// Whether every folder in it can be read.
  private mutating func addFolder(_ path: String, of clinician: ClinicianID, depth: Int) -> Bool {
    if let fault = folder.fault(ofFolder: path) {
      log.note(fault)
      return false
    }
    var isWhole = true
    for name in folder.names(in: path) {
      let inner = "\(path)/\(name)"
      switch folder.entry(inner) {
      case .folder:
        if let reason = reason(against: inner, within: path) {
          log.note(Problem(.remark, file: inner, message: reason))
        } else if depth < CalendarFinder.maxDepth {
          isWhole = addFolder(inner, of: clinician, depth: depth + 1) && isWhole
        } else {
          log.note(Problem(.remark, file: inner, message: "folders within folders this deep are not read"))
        }
      case _ where name.lowercased().hasSuffix(".ics"):
        guard files.count < CalendarFinder.maxFiles else { return isWhole }
        owners[inner] = clinician
        files.append(Found(path: inner, owner: .clinician(clinician)))
      case .file where ["color", "displayname", "description", "order"].contains(name):
        continue  // What vdirsyncer keeps beside the events.
      case .file, .other, .missing:
        log.note(Problem(.remark, file: inner, message: "this is no .ics file, and is not read"))
      }
    }
    return isWhole
  }

  private func nearest(to path: String) -> String {
    let parts = path.split(separator: "/")
    let directory = parts.dropLast().joined(separator: "/")
    return Suggestion.question(
      path, among: folder.names(in: directory).map { directory.isEmpty ? $0 : "\(directory)/\($0)" })
  }

  private func remarkOwnerless(_ ids: [String]) {
    guard folder.entry("clinicians") == .folder else { return }
    for name in folder.names(in: "clinicians") {
      let path = "clinicians/\(name)"
      guard owners[path] == nil, !owners.keys.contains(where: { $0.hasPrefix(path + "/") }) else { continue }
      let stem = name.lowercased().hasSuffix(".ics") ? String(name.dropLast(4)) : name
      log.note(
        Problem(
          .remark, file: path,
          message: "this belongs to no clinician of practice.yaml, and is not read"
            + log.question(stem, among: ids)))
    }
  }
}
