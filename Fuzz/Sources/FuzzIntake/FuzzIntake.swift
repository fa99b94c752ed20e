import CivilTime
import CoverDomain
import CoverIntake
import Foundation

/// One input: its first byte names a file of a small practice, the rest is what stands in it; the whole practice is read,
/// and where the file is a calendar, a practice is drafted from the calendars as well.
/// Returns for every input; what must not be ends the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIntake(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  SmallPractice.shared.read(replacing: Int(first), with: Data(bytes.dropFirst()))
  return 0
}

/// A practice in a folder of its own, of which one file after another is replaced.
private struct SmallPractice {
  static let shared = SmallPractice()

  private static let files: [(path: String, text: String)] = [
    ("clinicians/ann.ics", calendar("SUMMARY:AB12\r\nRRULE:FREQ=WEEKLY\r\n")),
    (
      "practice.yaml",
      """
      practice: {name: Mill Lane, timezone: Europe/London, email: desk@mill.example, phone: "1", hours: {mon-fri: "09:00-17:00"}}
      clinicians:
        - {id: ann, name: Ann Oak, email: ann@mill.example}
        - {id: ben, name: Ben Lee, email: ben@mill.example}

      """
    ),
    ("clients.csv", "id,name,clinician,email,risk\r\nAB12,Zoe Quill,ann,zoe@x.example,high\r\nC.D,Yan Reed,ben,,\r\n"),
    ("decisions.yaml", "- {wait: true, client: AB12, by: Ann Oak, at: 2026-12-01T09:00:00Z, why: asked}\n"),
    ("leave.ics", calendar("SUMMARY:Ann Oak leave\r\n")),
    ("closures.ics", calendar("SUMMARY:closed\r\n")),
    ("replies/a.eml", "From: ben@mill.example\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n" + calendar("")),
    ("cover/practice.ics", calendar("X-PLAN-COVER-KIND:cover\r\n")),
    ("clinicians/ben.ics", calendar("SUMMARY:C.D\r\n")),
  ]

  private let folder: URL
  private let options = IntakeOptions(
    from: Day("2026-12-14"), to: Day("2027-01-11"), now: Instant("2026-12-14T12:00:00Z") ?? Instant(seconds: 0))

  private init() {
    // In memory where the system has such a folder.
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory)
      ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
    folder = parent.appendingPathComponent("plan-cover-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    for name in ["clinicians", "replies", "cover"] {
      try? FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    for file in Self.files { write(file.path, Data(file.text.utf8)) }
    // Whatever ends the process, the folder goes with it where that can be.
    atexit { try? FileManager.default.removeItem(at: SmallPractice.shared.folder) }
  }

  func read(replacing number: Int, with data: Data) {
    let file = Self.files[number % Self.files.count]
    write(file.path, data)
    defer { write(file.path, Data(file.text.utf8)) }
    do throws(IntakeFailure) {
      let result = try Intake(folder: folder, options: options).read()
      for entry in result.reading.ledger { precondition(entry.addsUp, "the ledger does not add up") }
    } catch {
      if case .problems(let problems) = error { precondition(!problems.isEmpty, "refused without a reason") }
    }
    if file.path.hasSuffix(".ics") { draft() }
  }

  /// Drafts practice.yaml and clients.csv from the calendars. What is drafted can be read, whatever they hold.
  private func draft() {
    do throws(IntakeFailure) {
      _ = try PracticeDrafting(folder: folder, now: options.now).draft()
    } catch {
      guard case .problems(let problems) = error else { preconditionFailure("an option was refused that nobody gave") }
      precondition(!problems.isEmpty, "refused without a reason")
      precondition(
        problems.allSatisfy { !["practice.yaml", "clients.csv"].contains($0.file) }, "a draft that cannot be read")
    }
  }

  private func write(_ path: String, _ data: Data) {
    do { try data.write(to: folder.appendingPathComponent(path)) } catch {
      fatalError("the folder of the fuzzer cannot be written")
    }
  }

  private static func calendar(_ lines: String) -> String {
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261215T100000Z\r\n\(lines)"
      + "END:VEVENT\r\nEND:VCALENDAR\r\n"
  }
}
