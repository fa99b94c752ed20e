import CoverDomain

/// What is wrong with the files of a folder whose practice.yaml cannot be read: each as far as it can be read by itself, so
/// that all of it is told in one run.
struct WithoutPractice {
  let folder: PracticeFolder
  let options: IntakeOptions
  let log: ProblemLog

  func note() {
    for file in calendars {
      do throws(Problem) { _ = try ParsedCalendar(file, in: folder) } catch { log.note(error) }
    }
    noteDecisions()
    _ = RepliesFolder(folder, clinicians: ClinicianIndex([]), log: log)
    if let window = try? WindowChoice(options, zone: .utc) {
      _ = PublicationFile(folder, around: window.horizon, zone: .utc, log: log)
    }
  }

  /// The shared calendars, and those that lie where each clinician's is looked for.
  private var calendars: [CalendarFinder.Found] {
    let shared = ["closures.ics", "leave.ics", "referrals.ics"].filter { folder.entry($0) != .missing }
    let own = folder.entry("clinicians") == .folder ? folder.names(in: "clinicians") : []
    return
      (shared
      + own.filter { $0.lowercased().hasSuffix(".ics") }.map { "clinicians/\($0)" }.filter {
        folder.entry($0) == .file
      }).map { CalendarFinder.Found(path: $0, owner: .sharedLeave) }
  }

  /// The ids in it are held against nothing.
  private func noteDecisions() {
    guard folder.entry(DecisionsFile.name) != .missing else { return }
    do throws(Problem) {
      let text = try folder.text(of: DecisionsFile.name, limit: DecisionsFile.limit)
      _ = DecisionsFile(text, known: nil, log: log)
    } catch {
      log.note(error)
    }
  }
}
