import CivilTime
import CoverDomain

/// Covers that are given beside one another.
struct CoverBook: Sendable {
  private var ofColleague: [ClinicianID: [GivenCover]] = [:]
  private var ofClient: [ClientID: [GivenCover]] = [:]
  private var ofSession: [SessionID: GivenCover] = [:]

  init(_ covers: [GivenCover] = []) { for cover in covers { add(cover) } }

  mutating func add(_ cover: GivenCover) {
    ofSession[cover.session] = cover
    for person in cover.people { ofColleague[person, default: []].append(cover) }
    for client in cover.clients { ofClient[client, default: []].append(cover) }
  }

  /// The book, but for the cover of that session.
  func without(_ session: SessionID) -> CoverBook {
    guard let cover = ofSession[session] else { return self }
    var rest = self
    rest.ofSession[session] = nil
    for person in cover.people { rest.ofColleague[person]?.removeAll { $0.session == session } }
    for client in cover.clients { rest.ofClient[client]?.removeAll { $0.session == session } }
    return rest
  }

  /// What occupies the clinician.
  func occupying(_ clinician: ClinicianID) -> [GivenCover] { ofColleague[clinician] ?? [] }

  /// What the colleague gives, their own sessions at other times included.
  func given(by colleague: ClinicianID) -> [GivenCover] { occupying(colleague).filter { $0.by == colleague } }

  /// What the client is given.
  func given(to client: ClientID) -> [GivenCover] { ofClient[client] ?? [] }
}
