import CoverDomain

/// The part `rules` of practice.yaml.
enum RulesEntry {
  static let keys = [
    "break-minutes", "wait-if-shorter-than-days", "fairness-look-back-days", "keep-days", "priorities", "retime",
    "handover", "notice",
  ]
  static let retimeKeys = ["within-days", "grid-minutes", "own-clinician"]
  static let handoverKeys = ["within-days", "minutes-per-client", "at-least-minutes"]
  static let noticeKeys = ["lead-days", "reminder-days"]

  static func rules(_ node: YamlNode, _ context: YamlContext) -> PracticeRules {
    var rules = PracticeRules()
    guard let mapping = YamlMapping(node, "the rules", keys: keys, context) else { return rules }
    if let value = mapping.integer("break-minutes", in: 0...240) { rules.breakMinutes = value }
    if let value = mapping.integer("wait-if-shorter-than-days", in: 0...366) { rules.waitIfShorterThanDays = value }
    if let value = mapping.integer("fairness-look-back-days", in: 0...366) { rules.fairnessLookBackDays = value }
    if let value = mapping.integer("keep-days", in: 0...3_660) { rules.keepDays = value }
    if let items = mapping.list("priorities"), let node = mapping.value("priorities"),
      let order = priorities(items, node, context)
    {
      rules.priorities = order
    }
    if let node = mapping.value("retime"),
      let retime = YamlMapping(node, "'retime'", keys: retimeKeys, context)
    {
      if let value = retime.integer("within-days", in: 0...60) { rules.retime.withinDays = value }
      if let value = retime.integer("grid-minutes", in: 5...1_440) { rules.retime.gridMinutes = value }
      if let value = retime.boolean("own-clinician") { rules.retime.ownClinician = value }
    }
    if let node = mapping.value("handover"),
      let handover = YamlMapping(
        node, "'handover'", keys: handoverKeys, context)
    {
      if let value = handover.integer("within-days", in: 0...60) { rules.handover.withinDays = value }
      if let value = handover.integer("minutes-per-client", in: 0...240) { rules.handover.minutesPerClient = value }
      if let value = handover.integer("at-least-minutes", in: 5...480) { rules.handover.atLeastMinutes = value }
    }
    if let node = mapping.value("notice") { notice(node, context, &rules.notice) }
    return rules
  }

  private static func priorities(_ items: [YamlNode], _ node: YamlNode, _ context: YamlContext) -> [Tier]? {
    let names = Tier.allCases.map(\.rawValue)
    var order: [Tier] = []
    var isWhole = true
    for item in items {
      guard let tier = item.text.flatMap({ Tier(rawValue: $0) }) else {
        context.note(
          item, "unknown tier \(context.found(item))" + Suggestion.question(item.text ?? "", among: names),
          hint: "the tiers are: \(names.joined(separator: ", "))")
        isWhole = false
        continue
      }
      if order.contains(tier) {
        context.note(item, "the tier '\(tier.rawValue)' stands twice in 'priorities'", hint: "remove one of the two")
        isWhole = false
      } else {
        order.append(tier)
      }
    }
    guard isWhole else { return nil }
    let missing = Tier.allCases.filter { $0.isAlwaysInPlay && !order.contains($0) }.map(\.rawValue)
    guard missing.isEmpty else {
      context.note(
        node, "'priorities' lacks \(missing.joined(separator: ", "))",
        hint: "it names every tier in its order; only referral-unmet, own-clinician and referral-wait may be left out")
      return nil
    }
    guard Array(order.prefix(2)) == [.required, .preferred] else {
      context.note(
        node, "'priorities' begins with \(order[0].rawValue), \(order[1].rawValue)",
        hint: "required and preferred always come first, in this order; the others may change places")
      return nil
    }
    return completed(order)
  }

  /// The order with the tiers that may be left out, each after the one that it follows by default.
  private static func completed(_ order: [Tier]) -> [Tier] {
    var order = order
    for (tier, before) in zip(Tier.defaultOrder.dropFirst(), Tier.defaultOrder) where !order.contains(tier) {
      order.insert(tier, at: (order.firstIndex(of: before) ?? order.endIndex - 1) + 1)
    }
    return order
  }

  private static func notice(_ node: YamlNode, _ context: YamlContext, _ notice: inout PracticeRules.Notice) {
    guard let mapping = YamlMapping(node, "'notice'", keys: noticeKeys, context) else { return }
    if let value = mapping.integer("reminder-days", in: 0...60) { notice.reminderDays = value }
    guard let value = mapping.value("lead-days") else { return }
    guard case .mapping(let entries) = value.content else {
      if let days = context.integer(value, "'lead-days'", in: 0...366) { notice.leadDays = [1: days] }
      return
    }
    var table: [Int: Int] = [:]
    for entry in entries {
      if let length = context.integer(entry.key, "the length of an absence in days", in: 1...3_660),
        let lead = context.integer(entry.value, "the lead in days", in: 0...366)
      {
        table[length] = lead
      }
    }
    if entries.isEmpty {
      context.note(value, "'lead-days' is an empty table", hint: "the form is {1: 7, 7: 28}, or one number")
    } else {
      notice.leadDays = table
    }
  }
}
