import CivilTime
import CoverDomain
import CoverTestSupport

@testable import CoverPublishing

/// A practice of three in the week before Christmas with a plan made by hand: Ann is away on Monday and Tuesday, Ben and
/// Cat look after her clients.
struct SamplePlan {
  var roster = Roster(from: "2026-12-14", to: "2026-12-28")
  /// Who covers which session, by its key.
  var covers: [String: String] = ["S1": "ben", "S2": "ben", "S3": "cat"]
  /// Another start, by the session's key.
  var moved: [String: String] = [:]
  /// Who meets which request and when, by its key: `("ben", "2026-12-16 15:00-15:50")`.
  var met: [String: (by: String, text: String)] = [:]
  /// Who else could meet a request and when first, by its key.
  var others: [String: [(by: String, text: String)]] = [:]
  var contact: String? = "ben"
  var brokenPromises: [BrokenPromise] = []
  var supervisors: [CoveringSupervisor] = []
  var withoutSupervisor: [ClientID] = []
  var hasHandover = true
  /// Colleagues for whose handover no time is found.
  var withoutTime: Set<String> = []
  /// When a colleague hands back.
  var handbacks: [String: String] = [:]
  /// Days on which nobody can be named.
  var withoutContact: Set<String> = []
  var reading = Reading()
  let session1: SessionID
  let session2: SessionID
  let session3: SessionID

  /// - Parameter change: more of the practice, before anything else is put in.
  init(isAway: Bool = true, clients: Bool = true, _ change: (inout Roster) -> Void = { _ in }) {
    roster.now = roster.times.instant("2026-12-01 09:00")
    roster.clinician("ann") { $0.name = "Ann Ash" }
    roster.clinician("ben") { $0.name = "Ben Birch" }
    roster.clinician("cat") { $0.name = "Cat Cedar" }
    if clients {
      roster.client("AB1", of: "ann") {
        $0.name = "Zora Quill"
        $0.email = "zora@client.example"
        $0.risk = .high
      }
      roster.client("CD2", of: "ann") {
        $0.name = "Ivo Reed"
        $0.email = "ivo@client.example"
      }
      roster.client("EF3", of: "ann") {
        $0.name = "Uma Sand"
        $0.contact = .letter
      }
    }
    if isAway { roster.leave("ann", "2026-12-21..2026-12-22") }
    session1 = roster.session("ann", "2026-12-21 10:00-10:50", "AB1", place: .site(SiteID("harbour-street")), key: "S1")
    session2 = roster.session("ann", "2026-12-21 11:00-11:50", "CD2", place: .online, key: "S2")
    session3 = roster.session("ann", "2026-12-22 10:00-10:50", "EF3", key: "S3")
    change(&roster)
  }

  func situation(previous: Publication? = nil) -> Situation {
    var roster = roster
    for event in previous.flatMap({ try? PreviousPublication(files: $0.files) })?.events ?? [] {
      guard event.kind == .cover, let session = event.session, case .timed(let interval) = event.time else { continue }
      roster.published.append(
        PublishedCover(
          session: SessionID(clinician: event.absent, key: session), clients: event.clients, by: event.by,
          interval: interval, uid: event.uid, sequence: event.stamps.sequence))
    }
    return roster.situation()
  }

  func plan(_ situation: Situation) -> Plan {
    let times = roster.times
    let assignments = situation.demands.map { demand -> Assignment in
      Assignment(demand: demand, outcome: outcome(demand, situation))
    }
    let absences = situation.absencesInWindow.map { absence in
      let days = situation.contactDays(of: absence)
      let own = assignments.filter { $0.demand.absence == absence }
      let colleagues = Set(own.compactMap { $0.outcome.cover?.by }).sorted()
      let handovers = colleagues.enumerated().map { index, colleague in
        let clients = own.filter { $0.outcome.cover?.by == colleague }.flatMap(\.session.clients)
        return Handover(
          kind: .handover, colleague: colleague, clients: clients, minutes: 15,
          interval: withoutTime.contains(colleague.text)
            ? nil : times.interval("2026-12-18 1\(index + 4):00-1\(index + 4):15"))
      }
      let back = handbacks.sorted { $0.key < $1.key }.map { colleague, time in
        Handover(
          kind: .handback, colleague: ClinicianID(colleague), clients: [], minutes: 15, interval: times.interval(time))
      }
      return AbsencePlan(
        absence: absence,
        contacts: days.map { day in
          Contact(day: day, by: withoutContact.contains(day.iso8601) ? nil : contact.map { ClinicianID($0) })
        },
        supervisors: supervisors, handovers: (hasHandover ? handovers : []) + back,
        withoutSupervisor: withoutSupervisor)
    }
    return Plan(
      window: situation.window,
      tiers: Tier.defaultOrder.filter(situation.isInPlay).map { TierResult(tier: $0, value: 0, bound: 0) },
      assignments: assignments, absences: absences, brokenPromises: brokenPromises,
      referrals: situation.referrals.map { referralAssignment($0, situation) })
  }

  private func referralAssignment(_ referral: Referral, _ situation: Situation) -> ReferralAssignment {
    let others = (others[referral.id.key] ?? []).map {
      Cover(by: ClinicianID($0.by), interval: roster.times.interval($0.text))
    }
    return ReferralAssignment(referral: referral, outcome: outcome(referral, situation), others: others)
  }

  private func outcome(_ referral: Referral, _ situation: Situation) -> ReferralAssignment.Outcome {
    if let met = met[referral.id.key] {
      return .met(Cover(by: ClinicianID(met.by), interval: roster.times.interval(met.text)))
    }
    let colleagues = situation.practice.colleagues(of: referral.clinician)
    return .unmet(
      ReferralGap(
        why: colleagues.map { Gap.Obstacles(colleague: $0.id, rules: [.specialty]) }, firstOpening: nil))
  }

  private func outcome(_ demand: Demand, _ situation: Situation) -> Outcome {
    if demand.isClosed { return .closed }
    if demand.need == .wait { return .waiting }
    if demand.need == .none { return .none }
    let key = demand.session.id.key
    guard let by = covers[key] else {
      let colleagues = situation.practice.colleagues(of: demand.session.clinician)
      return .uncovered(
        Gap(
          why: colleagues.map { Gap.Obstacles(colleague: $0.id, rules: [.specialty]) },
          wouldHelp: colleagues.prefix(1).map {
            Gap.Remedy(colleague: $0.id, rules: [.hours], changes: ["\($0.name) works on Mon 21 Dec, 10:00-10:50"])
          }))
    }
    let interval = moved[key].map { roster.times.interval($0) } ?? demand.session.interval
    return .covered(Cover(by: ClinicianID(by), interval: interval))
  }

  func publication(after previous: Publication? = nil) throws -> Publication {
    try publication(after: previous, found: previous?.files)
  }

  /// - Parameter found: what lies in the folder now, where somebody has changed what was published.
  func publication(after previous: Publication?, found: [PublishedFile]?) throws -> Publication {
    let situation = situation(previous: previous)
    return try Publication(
      PublicationInput(
        situation: situation, plan: plan(situation), reading: reading,
        previous: found.flatMap { try PreviousPublication(files: $0) },
        inputFiles: [PublishedFile(path: "practice.yaml", text: "practice:")], zoneDataVersion: "2026a"))
  }
}

extension Publication {
  /// The text of a file; empty where there is none.
  func text(_ path: String) -> String { files.first { $0.path == path }?.text ?? "" }

  var paths: [String] { files.map(\.path) }

  /// The paths of files that are not the same in both, or not in both; the log and the digests aside.
  func differences(from other: Publication) -> [String] {
    let aside = ["log.jsonl", "SHA256SUMS"]
    let old = Dictionary(uniqueKeysWithValues: other.files.map { ($0.path, $0.bytes) })
    let new = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] && !aside.contains($0) }.sorted()
  }
}
