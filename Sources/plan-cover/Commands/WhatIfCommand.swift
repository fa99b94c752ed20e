import ArgumentParser
import CivilTime
import CoverDomain
import CoverPlanning
import CoverPublishing
import CoverVerification

/// Plans with changes that nobody has made yet, and says what they would come to.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract:
      "The plan with leave that is not granted yet, or with somebody gone, beside today's plan. Writes nothing.",
    discussion: """
      plan-cover what-if --leave "amara-osei 2026-12-28..2027-01-02"
      plan-cover what-if --without ben-lee
      plan-cover what-if --capacity dev-patel=3/cover-day --capacity dev-patel=none/week
      plan-cover what-if --find-week amara-osei --days 10 --between 2027-01-04..2027-02-28

      Today's plan is the one that `plan-cover plan` would make now. Leave that ends after the days to be planned widens \
      them. Status 2 where a session that must be covered would lose its cover.
      """)

  @OptionGroup var options: PracticeOptions
  @OptionGroup var leave: LeaveOptions

  @Option(
    help: ArgumentHelp("Somebody who is not there on any of the days. May be given again.", valueName: "id"))
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "Another limit, such as dev-patel=6/day, =25/week, =2/cover-day, =5/cover-week, or none in place of the number. "
        + "May be given again.", valueName: "id=n/what"))
  var capacity: [CapacityArgument] = []

  @Option(help: ArgumentHelp("When leave of this clinician would cost least; needs --between.", valueName: "id"))
  var findWeek: String?

  @Option(help: "With --find-week: how many days on end, weekends and days off among them.")
  var days = 7

  @Option(
    help: ArgumentHelp("With --find-week: the days among which the leave is to lie.", valueName: "from..to"),
    transform: DaysArgument.init(parsing:))
  var between: DaysArgument?

  @Option(help: ArgumentHelp("Seconds for each plan.", valueName: "seconds"))
  var timeLimit = SecondsArgument(seconds: 60)

  @Flag(help: "Prints JSON.")
  var json = false

  func validate() throws {
    if let findWeek {
      guard let between else { throw ValidationError("--find-week \(findWeek) needs --between: among which days") }
      if !leave.leave.isEmpty || !without.isEmpty || !capacity.isEmpty {
        throw ValidationError("--find-week is a question of its own: ask it without --leave, --without and --capacity")
      }
      if days < 1 || days > between.days.count {
        throw ValidationError("--days must be from 1 to the \(between.days.count) days of --between")
      }
      if between.days.count > 400 { throw ValidationError("--between may have 400 days at most") }
    } else if leave.leave.isEmpty, without.isEmpty, capacity.isEmpty {
      throw ValidationError("What if what? Give --leave, --without, --capacity, or --find-week with --between")
    } else if between != nil {
      throw ValidationError("--between goes with --find-week")
    }
  }

  func run() throws {
    let terminal = Terminal.standard
    let window = window
    let practice = try PracticeReading(
      options, from: window.from, to: window.to, reaching: window.reaching, terminal: terminal)
    let situation = practice.result.situation
    let finder = TargetFinder(situation: situation, terminal: terminal)
    let suppositions = suppositions(finder, situation.window)
    let sought = findWeek.flatMap { finder.clinician($0, "--find-week") }
    guard finder.complaints.isEmpty else {
      for complaint in finder.complaints { terminal.say(complaint) }
      throw ExitStatus.usage.exitCode
    }
    let cancellation = Cancellation()
    let keyboard = KeyboardStop { cancellation.cancel() }
    defer { keyboard.end() }
    terminal.status("planning as things are")
    let question = try PlanSearch.reporting(to: terminal) { () throws(PlanningError) in
      try WhatIf(
        situation: situation, options: PlanningOptions(timeLimit: timeLimit.seconds), cancellation: cancellation)
    }
    if let sought, let between {
      try find(sought, between.days, question, situation.practice, terminal)
    } else {
      try compare(suppositions, question, terminal)
    }
  }

  private func compare(_ suppositions: [Supposition], _ question: WhatIf, _ terminal: Terminal) throws {
    terminal.status("planning with the changes")
    let (comparison, plan, supposed) = try PlanSearch.reporting(to: terminal) { () throws(PlanningError) in
      try question.comparison(suppositions)
    }
    try PlanSearch.verify(plan, supposed, terminal)
    terminal.clearStatus()
    let report = WhatIfReport(situation: supposed, suppositions: suppositions, comparison: comparison)
    terminal.result(json ? report.json : report.text)
    if report.losesRequired { throw ExitStatus.needsPerson.exitCode }
  }

  private func find(
    _ clinician: ClinicianID, _ range: ClosedRange<Day>, _ question: WhatIf, _ practice: Practice, _ terminal: Terminal
  ) throws {
    let offers = try PlanSearch.reporting(to: terminal) { () throws(PlanningError) in
      try question.offers(clinician, days: days, between: range) { made, all in
        terminal.status("planning: leave \(made + 1) of \(all)  (Ctrl-C ends with what is known)")
      }
    }
    terminal.clearStatus()
    let report = LeaveOffersReport(practice: practice, clinician: clinician, offers: offers)
    terminal.result(json ? report.json : report.text)
  }

  private func suppositions(_ finder: TargetFinder, _ window: PlanningWindow) -> [Supposition] {
    let leaves = leave.leave.compactMap { leave in
      finder.clinician(leave.clinician.text, "the clinician of --leave").map { Supposition.leave($0, leave.days) }
    }
    let gone = without.compactMap { id in
      finder.clinician(id, "--without").map { Supposition.leave($0, window.from...(window.to - 1)) }
    }
    let limits = capacity.compactMap { capacity in
      finder.clinician(capacity.clinician, "the clinician of --capacity").map {
        Supposition.limit($0, capacity.kind, capacity.most)
      }
    }
    return leaves + gone + limits
  }

  /// The days to be planned: as asked for, and all that the question is about.
  private var window: (from: Day?, to: Day?, reaching: Day?) {
    if let between {
      return (options.from?.day ?? between.days.lowerBound, options.to?.day ?? between.days.upperBound + 1, nil)
    }
    return (nil, nil, leave.leave.map(\.days.upperBound).max())
  }
}

/// A limit on the command line: `dev-patel=6/day`, or `none` in place of the number.
struct CapacityArgument: ExpressibleByArgument {
  let clinician: String
  let kind: Supposition.LimitKind
  let most: Int?

  init?(argument: String) {
    let sides = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else { return nil }
    let parts = sides[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Supposition.LimitKind(rawValue: String(parts[1])) else { return nil }
    if parts[0] == "none" {
      most = nil
    } else {
      guard let number = Int(parts[0]), (0...1_000).contains(number) else { return nil }
      most = number
    }
    clinician = String(sides[0])
    self.kind = kind
  }
}
