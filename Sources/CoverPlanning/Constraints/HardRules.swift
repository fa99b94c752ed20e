import CoverDomain

/// Every rule that a plan keeps. Each has a file of its name.
enum HardRules {
  /// Who may take a session: E1 to E14, in their order.
  static let ofChoices: [any ChoiceRule] = [
    TakesCover(), OnLeave(), WorkingHours(), Busy(), BreakBetween(), SpecialtyNeeded(), LanguageSpoken(), PlaceOfWork(),
    LicenceHeld(), PayerAccepted(), Avoid(), Consent(), Level(), Declined(),
  ]

  /// Who may take a request, besides: R1 to R3.
  private static let ofRequests: [any ChoiceRule] = [Independence(), Supervisor(), Background()]
  /// E1 to E14 without those about the client's needs: to supervision the client does not come.
  private static let ofSupervision: [any ChoiceRule] = [
    TakesCover(), OnLeave(), WorkingHours(), Busy(), BreakBetween(), Consent(), Level(), Declined(),
  ]

  /// E1 to E14 without those on what a client needs of somebody new.
  private static let ofOwnSessions: [any ChoiceRule] = [
    TakesCover(), OnLeave(), WorkingHours(), Busy(), BreakBetween(), Avoid(), Declined(),
  ]

  /// The rules on who may take it, in the order of `Rule.allCases`.
  private static func ofChoices(for choice: Choice, _ facts: Facts) -> [any ChoiceRule] {
    switch choice.wanted(facts).referral?.reason {
    case nil: choice.isOwn ? ofOwnSessions : ofChoices
    case .supervision: ofSupervision + ofRequests
    case .secondOpinion, .specialist, .perspective: ofChoices + ofRequests
    }
  }

  /// What must hold of the plan as a whole: P1 to P4, in their order. P5 is `Decided`: it asks for cover where the
  /// others forbid it.
  static let ofPlans: [any PlanRule] = [
    OnePlace(), DayLimit(), WeekLimit(), CoverDayLimit(), CoverWeekLimit(), ClientOnce(),
  ]
}

extension HardRules {
  /// Of the rules on who may take a session those that ask about the colleague's time alone: whatever the session is, one
  /// of them forbids every session at that time.
  static let ofTime: [any ChoiceRule] = [OnLeave(), WorkingHours(), Busy(), BreakBetween()]

  /// Of the others those that ask about the session and the colleague alone: whatever the time is, one of them forbids the
  /// pair. A clinician's own session is asked for less.
  static let ofPairs: [any ChoiceRule] = [
    SpecialtyNeeded(), LanguageSpoken(), PlaceOfWork(), PayerAccepted(), Avoid(), Consent(), Level(), Declined(),
  ]

  private static let beyondTime = ofChoices.filter { rule in !ofTime.contains { $0.rule == rule.rule } }
  private static let beyondTimeOfOwn = ofOwnSessions.filter { rule in !ofTime.contains { $0.rule == rule.rule } }

  /// Whether no rule stands in the way of a session's choice, as long as the plan is empty, at a time to which none of the
  /// rules `ofTime` objects.
  static func allow(atFreeTime choice: Choice, besideCarried covers: Covers, _ facts: Facts) -> Bool {
    !(choice.isOwn ? beyondTimeOfOwn : beyondTime).contains { $0.forbids(choice, facts) }
      && !ofPlans.contains { $0.forbids(choice, beside: covers, facts) }
  }

  /// Whether no rule on who may take a session stands in the choice's way.
  static func allow(_ choice: Choice, _ facts: Facts) -> Bool {
    !ofChoices(for: choice, facts).contains { $0.forbids(choice, facts) }
  }

  /// Whether no rule stands in the choice's way, as long as the plan is empty.
  static func allow(_ choice: Choice, besideCarried covers: Covers, _ facts: Facts) -> Bool {
    allow(choice, facts) && !ofPlans.contains { $0.forbids(choice, beside: covers, facts) }
  }

  /// Whether the choice can be added to the covers, given that no rule of choices forbids it.
  static func allow(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    !ofPlans.contains { $0.forbids(choice, beside: covers, facts) }
  }

  /// The rules on who may take a session that stand in the way of the choice, whatever else the plan holds, in the order
  /// of `Rule.allCases`.
  static func obstacles(to choice: Choice, _ facts: Facts) -> [Rule] {
    ofChoices(for: choice, facts).filter { $0.forbids(choice, facts) }.map(\.rule)
  }

  /// The rules that stand in the way of the choice beside those covers, in the order of `Rule.allCases`.
  static func obstacles(to choice: Choice, beside covers: Covers, _ facts: Facts) -> [Rule] {
    obstacles(to: choice, facts)
      + ofPlans.filter { $0.forbids(choice, beside: covers, facts) }.map(\.rule)
  }
}
