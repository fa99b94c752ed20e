import CivilTime
import CoverDomain

/// P5: what a person has decided stands while E1-E13 and P1-P4 allow it; where they do not, the plan says so by name.
///
/// What the rules allow is asked beside the promises that the plan keeps, never beside cover that nobody was promised:
/// that could be given by somebody else. Of the promises of one session at most one can be kept.
struct Decided {
  let facts: Facts
  private let covers: [SessionID: GivenCover]
  private let everything: CoverBook

  init(_ facts: Facts, covers: [GivenCover]) {
    self.facts = facts
    self.covers = Dictionary(covers.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
    everything = CoverBook(facts.carried + covers)
  }

  func breaches(_ named: [BrokenPromise]) -> [Breach] {
    var breaches: [Breach] = []
    var reasons: [Pin: [Rule]] = [:]
    for promise in named {
      if reasons[promise.pin] != nil { breaches.append(breach(promise.pin, "it is named as broken twice")) }
      reasons[promise.pin] = promise.rules
    }
    let pins =
      facts.affected.map { (affected: $0, request: OpenRequest?.none, pins: facts.promises.pins(of: $0)) }
      + facts.requests.map { ($0.affected, $0, facts.promises.pins(of: $0.affected)) }
    let keeping = keptBook(pins.map(\.pins))
    for (affected, request, pins) in pins {
      for (rank, pin) in pins.enumerated() {
        let rules = reasons.removeValue(forKey: pin)
        if isKept(pin) {
          if rules != nil { breaches.append(breach(pin, "it is named as broken and is kept")) }
        } else if let fault = fault(pin, of: affected, request, stronger: Array(pins[..<rank]), named: rules, keeping) {
          breaches.append(breach(pin, fault))
        }
      }
    }
    for pin in reasons.keys.sorted(by: { ($0.session, $0.reason) < ($1.session, $1.reason) }) {
      breaches.append(breach(pin, "it is named as broken and nobody has promised it"))
    }
    return breaches
  }

  /// What is wrong with a promise that is not kept; nil where it is named, for a true reason.
  private func fault(
    _ pin: Pin, of affected: AffectedSession, _ request: OpenRequest?, stronger: [Pin], named rules: [Rule]?,
    _ keeping: CoverBook
  ) -> String? {
    if let request { return fault(pin, of: request, named: rules) }
    guard affected.wantsCover else {
      if !affected.isClosed, affected.decisions.hasWait { return nil }
      return rules == nil ? "it is not kept, and not named as broken" : nil
    }
    guard let rules else { return "it is not kept, and not named as broken" }
    let start = pin.start ?? affected.session.interval.start
    let promised = GivenCover(
      affected, by: pin.colleague, interval: Interval(start: start, seconds: affected.session.interval.length))
    // A time to which the session cannot be moved is reason enough.
    if MovedTime(facts).fault(of: promised) != nil { return nil }
    let own = Checks.objections(to: promised, facts).map(\.rule)
    let beside = Checks.objections(to: promised, beside: keeping.without(affected.session.id), facts).map(\.rule)
    let givesWay = stronger.contains(where: isKept)
    if own.isEmpty, beside.isEmpty, !givesWay {
      return "it is named as broken, and no rule stands in its way"
    }
    var truths = Set(own + beside)
    truths.formUnion(
      Checks.objections(to: promised, beside: everything.without(affected.session.id), facts).map(\.rule))
    truths.insert(.decided)
    if rules.isEmpty { return "it is named as broken without a reason" }
    if let untrue = rules.first(where: { !truths.contains($0) }) {
      return "it is named as broken by \(untrue.rawValue), which does not stand in its way"
    }
    return nil
  }

  /// What is wrong with a promise about a request that is not kept. Whoever was assigned may take it at any time of it, so
  /// that every reason is true at some.
  private func fault(_ pin: Pin, of request: OpenRequest, named rules: [Rule]?) -> String? {
    guard let rules else { return "it is not kept, and not named as broken" }
    if rules.isEmpty { return "it is named as broken without a reason" }
    guard let start = pin.start else { return nil }
    let cover = Cover(by: pin.colleague, interval: Interval(start: start, seconds: request.referral.minutes * 60))
    let promised = GivenCover(request, by: cover.by, interval: cover.interval)
    // A time that does not suit the request any more is reason enough.
    if Requests(facts: facts).fault(of: cover, request) != nil { return nil }
    let truths = Set(
      (Checks.objections(to: promised, facts)
        + Checks.objections(to: promised, beside: everything.without(promised.session), facts)).map(\.rule))
    if truths.isEmpty, !rules.contains(.decided) { return "it is named as broken, and no rule stands in its way" }
    if let untrue = rules.first(where: { !truths.contains($0) && $0 != .decided }) {
      return "it is named as broken by \(untrue.rawValue), which does not stand in its way"
    }
    return nil
  }

  private func isKept(_ pin: Pin) -> Bool {
    guard let cover = covers[pin.session], let affected = cover.affected else { return false }
    // A request has no time of its own.
    if cover.referral != nil, pin.start == nil { return cover.by == pin.colleague }
    return cover.by == pin.colleague && cover.interval.start == pin.start ?? affected.session.interval.start
  }

  /// The promises that the plan keeps, and what is carried over.
  private func keptBook(_ pins: [[Pin]]) -> CoverBook {
    CoverBook(facts.carried + pins.compactMap { $0.first(where: isKept).flatMap { covers[$0.session] } })
  }

  private func breach(_ pin: Pin, _ fault: String) -> Breach {
    Breach(
      .rule(.decided), session: pin.session, colleague: pin.colleague,
      "\(pin.session) is \(pin.reason.rawValue) to \(pin.colleague): \(fault)")
  }
}
