import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("practice.yaml")
struct PracticeFileTests {
  private static let full = """
    # everything that can be said
    practice:
      name: Harbour Street Therapy
      timezone: Europe/London
      email: office@harbour.example
      phone: "+44 20 7946 0000"
      urgent-help: >
        Call 999,
        or Samaritans on 116 123.
      hours: {mon-fri: "09:00-17:00"}
      sites: [harbour-street, mill-lane]
    clinicians:
      - id: ann
        name: Dr Ann Archer
        email: ann@practice.example
        calendars: [clinicians/ann.ics]
        specialties: [Anxiety, EMDR]
        languages: [en, fr-CA]
        background: [Buddhist]
        gender: Female
        sites: [mill-lane]
        online: false
        licences: [{jurisdiction: GB, expires: 2027-06-30}, {jurisdiction: IE}]
        payers: [Bupa]
        hours: {mon-thu: "09:00-13:00 14:00-18:00", fri: "9:00-12:00, 22:00-24:00", sat: ""}
        fte: 0.8
        level: trainee
        supervisor: ben
        supervises: true
        takes-cover: false
        on-call: false
        employed: {from: 2024-01-01, until: 2027-12-31}
        max-sessions-per-day: 6
        max-sessions-per-week: 25
        max-cover-per-day: 0
        max-cover-per-week: 5
      - {id: ben, name: Ben}
    rules:
      break-minutes: 10
      wait-if-shorter-than-days: 3
      fairness-look-back-days: 90
      priorities: [required, preferred, fairness, stability, continuity, same-time, preference]
      retime: {within-days: 2, grid-minutes: 15}
      handover: {within-days: 3, minutes-per-client: 4, at-least-minutes: 20}
      notice: {lead-days: {1: 5, 10: 30}, reminder-days: 1}
    """

  private func read(_ yaml: String) throws -> Practice {
    let clients = "id,name\n"
    return try TemporaryPractice(["practice.yaml": yaml, "clients.csv": clients]).read().situation.practice
  }

  @Test("Every key is read")
  func everything() throws {
    let practice = try read(Self.full)
    #expect(practice.name == "Harbour Street Therapy")
    #expect(practice.zone.identifier == "Europe/London")
    #expect([practice.email, practice.phone] == ["office@harbour.example", "+44 20 7946 0000"])
    #expect(practice.urgentHelp == "Call 999, or Samaritans on 116 123.")
    #expect(practice.sites == [SiteID("harbour-street"), SiteID("mill-lane")])
    let ann = try #require(practice.clinician(ClinicianID("ann")))
    #expect(ann.name == "Dr Ann Archer" && ann.email == "ann@practice.example")
    #expect(ann.specialties == [Tag("anxiety"), Tag("emdr")])
    #expect(ann.languages.map(\.text).sorted() == ["en", "fr-ca"])
    #expect(ann.background == [Tag("buddhist")] && ann.gender == Tag("female"))
    #expect(ann.sites == [SiteID("mill-lane")] && !ann.online)
    #expect(
      ann.licences == [
        Clinician.Licence(jurisdiction: Tag("gb"), expires: Day("2027-06-30")),
        Clinician.Licence(jurisdiction: Tag("ie"), expires: nil),
      ])
    #expect(ann.payers == [Tag("bupa")])
    #expect(ann.fte == 0.8 && ann.level == .trainee && ann.supervisor == ClinicianID("ben"))
    #expect(ann.supervises && !ann.takesCover && !ann.onCall)
    #expect(ann.employedFrom == Day("2024-01-01") && ann.employedUntil == Day("2027-12-31"))
    #expect(
      ann.limits == Clinician.Limits(sessionsPerDay: 6, sessionsPerWeek: 25, coverPerDay: 0, coverPerWeek: 5))
    let rules = practice.rules
    #expect([rules.breakMinutes, rules.waitIfShorterThanDays, rules.fairnessLookBackDays] == [10, 3, 90])
    // The tiers that may be left out stand after those that they follow by default.
    #expect(
      rules.priorities == [
        .required, .preferred, .referralUnmet, .fairness, .stability, .continuity, .sameTime, .ownClinician,
        .preference, .referralWait,
      ])
    #expect([rules.retime.withinDays, rules.retime.gridMinutes] == [2, 15])
    #expect([rules.handover.withinDays, rules.handover.minutesPerClient, rules.handover.atLeastMinutes] == [3, 4, 20])
    #expect(rules.notice.leadDays == [1: 5, 10: 30] && rules.notice.reminderDays == 1)
  }

  @Test("Hours are days and ranges, up to 24:00; a day without hours is free")
  func hours() throws {
    let hours = try #require(try read(Self.full).clinician(ClinicianID("ann"))?.hours)
    let range = WeeklyHours.Range.init
    let long = [range(9 * 3_600, 13 * 3_600), range(14 * 3_600, 18 * 3_600)]
    let friday = [range(9 * 3_600, 12 * 3_600), range(22 * 3_600, 86_400)]
    #expect(hours.ranges[.monday] == long.compactMap(\.self) && hours.ranges[.thursday] == long.compactMap(\.self))
    #expect(hours.ranges[.friday] == friday.compactMap(\.self))
    #expect(hours.ranges[.saturday] == nil && hours.ranges[.sunday] == nil)
  }

  @Test("What is not said has its default")
  func defaults() throws {
    let practice = try read(String(Self.full.split(separator: "rules:")[0]))
    let ben = try #require(practice.clinician(ClinicianID("ben")))
    #expect(ben.languages == [.english] && ben.sites.count == 2 && ben.online && ben.payers == nil)
    #expect(ben.fte == 1 && ben.level == .qualified && !ben.supervises && ben.takesCover && ben.onCall)
    #expect(ben.hours == nil && ben.limits == Clinician.Limits())
    #expect(practice.rules == PracticeRules())
  }

  @Test("Who lists no payers accepts all, whether the list is empty or not there")
  func noPayers() throws {
    let yaml = """
      practice: {name: P, timezone: Europe/London, hours: {mon-fri: "09:00-17:00"}}
      clinicians:
        - {id: ann, name: Ann, payers: []}
        - {id: ben, name: Ben, payers: [bupa]}
      """
    #expect(try read(yaml).clinicians.map(\.payers) == [nil, [Tag("bupa")]])
    #expect(try read(yaml.replacing(", payers: []", with: "")).clinicians.map(\.payers) == [nil, [Tag("bupa")]])
  }

  @Test("One number of lead days stands for every length of an absence")
  func leadDays() throws {
    let practice = try read(Self.full.replacing("{1: 5, 10: 30}", with: "14"))
    #expect(practice.rules.notice.leadDays == [1: 14])
  }

  @Test("Words that YAML would take for something else are words: no, dates, numbers, on")
  func words() throws {
    let yaml = Self.full.replacing("languages: [en, fr-CA]", with: "languages: [no, en]")
      .replacing("jurisdiction: IE", with: "jurisdiction: 0123").replacing("payers: [Bupa]", with: "payers: [on, 1e3]")
    let ann = try #require(try read(yaml).clinician(ClinicianID("ann")))
    #expect(ann.languages.map(\.text).sorted() == ["en", "no"])
    #expect(ann.licences.map(\.jurisdiction.text) == ["gb", "0123"])
    #expect(ann.payers == [Tag("on"), Tag("1e3")])
  }

  @Test("A mark of an anchor or alias within a text is no anchor")
  func marks() throws {
    let yaml = Self.full.replacing("Harbour Street Therapy", with: "\"Salt & Pepper *Therapy*\"")
      .replacing("or Samaritans on 116 123.", with: "or *now* &now.")
    #expect(try read(yaml).name == "Salt & Pepper *Therapy*")
    #expect(try read(yaml).urgentHelp == "Call 999, or *now* &now.")
    // Also where there are so many that a parser must not be given them as aliases.
    let many = String(repeating: "*now*, ", count: 40) + "&now"
    for name in ["\"\(many)\"", "'\(many)'", "Call \(many)"] {
      #expect(try read(Self.full.replacing("Harbour Street Therapy", with: name)).name.hasSuffix(many))
    }
    let aliases = String(repeating: "*now, ", count: 40)
    for name in ["&now x", "[&now x, \(aliases)x]", "\"x\"\n  a: [\(aliases)x]\n  b: &now x"] {
      let practice = try TemporaryPractice([
        "practice.yaml": Self.full.replacing("Harbour Street Therapy", with: name)
      ])
      #expect(practice.problems().contains { $0.contains("anchors (&) and aliases (*) are refused") })
    }
  }

  @Test("A hostile file is refused in good time")
  func hostile() throws {
    let deep = String(repeating: "[", count: 5_000)
    let bomb = "a: &a [x]\n" + (0..<40).map { "b\($0): &b\($0) [*a, *a]\n" }.joined()
    for yaml in [deep, bomb, String(repeating: "- ", count: 3_000), "? " + deep] {
      #expect(try TemporaryPractice(["practice.yaml": yaml]).problems().count >= 1)
    }
    let large = try TemporaryPractice(["practice.yaml": String(repeating: "# x\n", count: 1_100_000)])
    #expect(
      large.problems().first == "practice.yaml: the file is larger than 4 MiB, the most that is read\n"
        + "hint: leave out what is not needed, such as what lies years back")
  }

  @Test("Two clinicians of one name are remarked upon: leave that a shared calendar has by name is neither's")
  func alike() throws {
    let practice = TemporaryPractice.standard["practice.yaml"] ?? ""
    let names = try TemporaryPractice().read().situation.practice.clinicians.map(\.name)
    let remarks = try TemporaryPractice(["practice.yaml": practice.replacing(names[1], with: names[0])]).read().reading
      .remarks
    #expect(
      remarks.contains {
        $0.hasPrefix("practice.yaml:") && $0.contains("2 clinicians are called '\(names[0])': ann, ben")
      },
      "\(remarks)")
    #expect(try TemporaryPractice().read().reading.remarks.allSatisfy { !$0.contains("are called") })
  }
}
