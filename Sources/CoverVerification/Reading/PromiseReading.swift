import CivilTime
import CoverDomain

/// What people have settled, from decisions, answers and the last publication.
struct PromiseReading: Sendable {
  private let answers: [SessionID: [Answer]]
  private let published: [SessionID: PublishedCover]
  private let requests: Set<SessionID>
  private let now: Instant

  init(_ situation: Situation) {
    now = situation.now
    requests = Set(situation.requested.map(\.id))
    answers = Dictionary(grouping: situation.answers, by: \.session)
    let ordered = (situation.published + situation.publishedReferrals).sorted {
      ($0.interval, $0.session) < ($1.interval, $1.session)
    }
    published = Dictionary(ordered.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cover that the last publication holds for the session.
  func published(_ session: SessionID) -> PublishedCover? { published[session] }

  /// Everything settled about the session, the strongest first.
  func pins(of affected: AffectedSession) -> [Pin] {
    let session = affected.session
    var pins: [Pin] = []
    if let colleague = affected.decisions.assigned {
      pins.append(Pin(session: session.id, colleague: colleague, start: nil, reason: .assigned))
    }
    guard let cover = published[session.id] else { return pins }
    func promised(_ reason: Pin.Reason) -> Pin {
      Pin(session: session.id, colleague: cover.by, start: cover.interval.start, reason: reason)
    }
    if cover.interval.start < now, affected.decisions.assigned == nil,
      affected.wantsCover || requests.contains(session.id)
    {
      pins.append(promised(.begun))
    }
    if affected.decisions.isTold(of: cover) { pins.append(promised(.told)) }
    if let answer = lastAnswer(of: cover.by, about: session.id), answer.kind == .accepted,
      answer.sequence >= cover.sequence
    {
      pins.append(promised(.accepted))
    }
    return pins
  }

  /// Whether the colleague's last word about the session was no, and nobody assigned it to them all the same.
  func hasDeclined(_ colleague: ClinicianID, _ affected: AffectedSession) -> Bool {
    lastAnswer(of: colleague, about: affected.session.id)?.kind == .declined
      && affected.decisions.assigned != colleague
  }

  /// Whether the cover was promised before: published as it is, or decided by a person for the session's own time.
  func knew(of cover: GivenCover) -> Bool {
    if let before = published(cover.session), before.by == cover.by, before.interval.start == cover.interval.start {
      return true
    }
    guard cover.referral == nil, let affected = cover.affected else { return false }
    return affected.decisions.assigned == cover.by && cover.interval.start == affected.session.interval.start
  }

  private func lastAnswer(of colleague: ClinicianID, about session: SessionID) -> Answer? {
    answers[session]?.last { $0.colleague == colleague }
  }
}
