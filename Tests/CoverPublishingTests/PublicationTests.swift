import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPublishing

@Suite("A publication")
struct PublicationTests {
  @Test("holds a file of every kind for everybody concerned")
  func files() throws {
    let paths = try SamplePlan().publication().paths
    for path in [
      "practice.ics", "clinicians/ann.ics", "clinicians/ben.ics", "clinicians/cat.ics", "changes/ann.ics",
      "changes/ben.ics", "changes/cat.ics", "briefs/ben.txt", "briefs/cat.txt", "cover.csv", "summary.txt",
      "report.html", "plan.json", "log.jsonl", "SHA256SUMS", "notices/2026-12-14-AB1-first.txt",
      "notices/2026-12-14-AB1-first.eml",
      "notices/2026-12-19-AB1-reminder.txt",
    ] {
      #expect(paths.contains(path), "\(path)")
    }
    #expect(!paths.contains("briefs/ann.txt"))
    #expect(Set(paths).count == paths.count)
  }

  @Test("has a collection for every clinician, even an empty one")
  func collections() throws {
    #expect(try SamplePlan().publication().folders == ["vdir/ann", "vdir/ben", "vdir/cat"])
  }

  @Test("of unchanged input changes no byte but the log's, on the same day and on another")
  func unchanged() throws {
    let first = try SamplePlan().publication()
    var later = SamplePlan()
    for time in ["2026-12-01 09:00", "2026-12-01 17:30", "2026-12-03 08:00"] {
      later.roster.now = later.roster.times.instant(time)
      let second = try later.publication(after: first)
      #expect(second.differences(from: first) == [])
      #expect(second.text("SHA256SUMS") == first.text("SHA256SUMS"))
      #expect(second.isUnchanged)
      #expect(second.changes.isEmpty)
      #expect(second.text("log.jsonl").hasPrefix(first.text("log.jsonl")))
      #expect(second.text("log.jsonl").split(separator: "\n").count == 2)
    }
    #expect(!first.isUnchanged)
  }

  @Test("a letter that somebody has changed by hand stays, and is put aside when it has to change")
  func editedLetter() throws {
    let path = "notices/2026-12-14-AB1-first.txt"
    let first = try SamplePlan().publication()
    let words = first.text(path) + "PS: my own words.\n"
    func edited(_ publication: Publication) -> [PublishedFile] {
      publication.files.map { $0.path == path ? PublishedFile(path: path, text: words) : $0 }
    }
    let second = try SamplePlan().publication(after: first, found: edited(first))
    #expect(second.text(path) == words)
    #expect(second.isUnchanged)
    var sample = SamplePlan()
    for session in sample.covers.keys { sample.covers[session] = "cat" }
    let third = try sample.publication(after: second)
    #expect(third.text(path) != words)
    #expect(third.text(path + ".edited") == words)
    #expect(third.changeLines.contains { $0.contains(path + ".edited") })
    // From then on it is somebody else's file.
    #expect(!third.text("SHA256SUMS").contains(".edited"))
  }

  @Test("one session's change touches the events of that session alone")
  func oneChange() throws {
    let first = try SamplePlan().publication()
    var sample = SamplePlan()
    sample.hasHandover = false
    let base = try sample.publication(after: first)
    sample.covers["S2"] = "cat"
    sample.roster.now = sample.roster.times.instant("2026-12-03 09:00")
    let second = try sample.publication(after: base)
    let uid = try #require(second.changes.changed.first).event.uid
    #expect(second.changes.changed.count == 1)
    #expect(second.changes.new.isEmpty && second.changes.withdrawn.isEmpty && second.changes.updated.isEmpty)
    let differences = second.differences(from: base)
    #expect(differences.filter { $0.hasPrefix("vdir/") }.allSatisfy { $0.hasSuffix("\(uid).ics") })
    #expect(differences.contains("vdir/ben/\(uid).ics") && differences.contains("vdir/cat/\(uid).ics"))
    #expect(differences.filter { $0.hasPrefix("invitations/") }.allSatisfy { $0.contains(uid) })
    #expect(differences.filter { $0.hasPrefix("notices/") }.allSatisfy { $0.contains("CD2") })
    #expect(!differences.contains("briefs/ann.txt"))
  }

  @Test("is the same whatever order the practice was read in")
  func order() throws {
    let first = try SamplePlan().publication()
    let other = try SamplePlan().publication()
    #expect(first.files == other.files)
  }

  @Test("lists the digests of its files as sha256sum does, the log and the list aside")
  func manifest() throws {
    let publication = try SamplePlan().publication()
    let named = PublicationManifest.paths(in: Array(publication.text("SHA256SUMS").utf8))
    #expect(named == Set(publication.paths).subtracting(["SHA256SUMS", "log.jsonl"]))
    let digest = ContentDigest(of: Array(publication.text("summary.txt").utf8)).text
    #expect(publication.text("SHA256SUMS").contains("\(digest)  summary.txt\n"))
    #expect(
      ContentDigest(of: Array("abc".utf8)).text
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("a line of the log tells time, digests, counts and changes, and no client")
  func log() throws {
    let line = try SamplePlan().publication().text("log.jsonl")
    #expect(line.hasPrefix("{\"time\":\"2026-12-01T09:00:00Z\""))
    #expect(line.contains("\"covered\":3"))
    #expect(line.contains("\"changes\":{\"new\":7,"))
    #expect(line.hasSuffix("}\n"))
    #expect(!line.contains("AB1") && !line.contains("Quill"))
  }

  @Test("a log whose last line was cut is mended, not glued to")
  func tornLog() throws {
    let first = try SamplePlan().publication()
    let files = first.files.filter { $0.path != "log.jsonl" } + [PublishedFile(path: "log.jsonl", text: "{\"ti")]
    let sample = SamplePlan()
    let situation = sample.situation(previous: first)
    let second = try Publication(
      PublicationInput(
        situation: situation, plan: sample.plan(situation), reading: Reading(),
        previous: PreviousPublication(files: files), inputFiles: [], zoneDataVersion: "2026a"))
    #expect(second.text("log.jsonl").hasPrefix("{\"ti\n{\"time\""))
  }

  @Test("is refused when the last practice.ics is no calendar, for its promises would be forgotten")
  func unreadable() {
    let error = #expect(throws: PublicationError.self) {
      try PreviousPublication(files: [PublishedFile(path: "practice.ics", text: "<html>")])
    }
    #expect(error?.description.hasPrefix("cover/practice.ics: cannot be read: ") ?? false)
  }

  @Test("a folder without practice.ics holds no publication")
  func noPublication() throws {
    #expect(try PreviousPublication(files: [PublishedFile(path: "notes.txt", text: "mine")]) == nil)
  }

  @Test("the letters to send are told apart by the day")
  func lettersToSend() throws {
    let publication = try SamplePlan().publication()
    let times = Times()
    let early = publication.lettersToSend(on: times.day("2026-12-08"))
    #expect(early.late.isEmpty && early.today.isEmpty && early.thisWeek.count == 3)
    let day = publication.lettersToSend(on: times.day("2026-12-14"))
    #expect(day.late.isEmpty && day.today.count == 3 && day.thisWeek.count == 3)
    #expect(publication.lettersToSend(on: times.day("2026-12-15")).late.count == 3)
  }
}
