import CivilTime
import CoverTestSupport
import Testing

@testable import CoverDomain

@Suite("Decisions by what they name")
struct DecisionBookTests {
  private let times = Times()

  /// Sessions of two clinicians, of one client and of two, and decisions that name every mixture of client, session and
  /// absence, in mixed order.
  private func made() -> (sessions: [(Session, Absence?)], decisions: [Decision]) {
    var sessions: [(Session, Absence?)] = []
    let clinicians = ["ann", "ben"].map { ClinicianID($0) }
    for (number, clinician) in clinicians.enumerated() {
      let days = times.interval("2026-12-\(14 + number)..2026-12-\(21 + number)")
      let absence = Absence(clinician: clinician, interval: days, zone: times.zone)
      for (index, clients) in [["C1"], ["C2"], ["C1", "C2"], ["C1", "C1"]].enumerated() {
        let session = Session(
          id: SessionID(clinician: clinician, key: "S\(index)"), clients: clients.map { ClientID($0) },
          interval: times.interval("2026-12-14 \(10 + index):00-\(10 + index):50"), place: .open,
          source: Source(file: "x.ics"))
        sessions.append((session, index == 1 ? nil : absence))
      }
    }
    let ids = sessions.map(\.0.id)
    let kinds: [Decision.Kind] = [
      .told, .wait, .consented, .assign(clinicians[1]), .forbid(clinicians[0]), .sent(.reminder),
    ]
    var decisions: [Decision] = []
    for client in [nil, "C1", "C2"] {
      for session in [nil, ids[0], ids[2], ids[5]] {
        for absence in [nil, ("ann", "2026-12-16"), ("ben", "2026-12-21"), ("ben", "2027-01-01")] {
          let named = absence.map { Decision.AbsenceDay(clinician: ClinicianID($0.0), day: times.day($0.1)) }
          for kind in kinds {
            decisions.append(
              Decision(
                kind: kind, client: client.map { ClientID($0) }, session: session, absence: named,
                source: Source(file: "decisions.yaml")))
          }
        }
      }
    }
    return (sessions, decisions.enumerated().sorted { $0.offset * 37 % 101 < $1.offset * 37 % 101 }.map(\.element))
  }

  @Test("the decisions about a session are those that each says of itself, in their order")
  func concerning() {
    let (sessions, decisions) = made()
    let book = DecisionBook(decisions)
    for (session, absence) in sessions {
      let named = decisions.filter { $0.client != nil || $0.session != nil || $0.absence != nil }
      let expected = named.filter { $0.concerns(session, in: absence) }
      #expect(book.concerning(session, in: absence) == expected)
      #expect(!expected.isEmpty)
      let told = expected.filter { $0.kind == .told && ($0.client == nil || $0.client == ClientID("C1")) }
      #expect(book.tellings(ClientID("C1"), of: session, in: absence) == told)
    }
  }

  @Test("a letter was sent where one of the decisions says so")
  func sent() {
    let (sessions, decisions) = made()
    for count in stride(from: 0, to: decisions.count, by: 7) {
      let some = Array(decisions[count..<min(count + 7, decisions.count)])
      let book = DecisionBook(some)
      for case (_, let absence?) in sessions {
        for client in ["C1", "C2", "C3"].map({ ClientID($0) }) {
          #expect(
            book.isSent(.reminder, to: client, about: absence)
              == some.contains { $0.isSent(.reminder, to: client, about: absence) })
        }
      }
    }
  }
}
