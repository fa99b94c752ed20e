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
    ofColleague[cover.by, default: []].append(cover)
    for client in cover.clients { ofClient[client, default: []].append(cover) }
  }

  /// The book, but for the cover of that session.
  func without(_ session: SessionID) -> CoverBook {
    guard let cover = ofSession[session] else { return self }
    var rest = self
    rest.ofSession[session] = nil
    rest.ofColleague[cover.by]?.removeAll { $0.session == session }
    for client in cover.clients { rest.ofClient[client]?.removeAll { $0.session == session } }
    return rest
  }

  /// What the colleague gives.
  func given(by colleague: ClinicianID) -> [GivenCover] { ofColleague[colleague] ?? [] }

  /// What the client is given.
  func given(to client: ClientID) -> [GivenCover] { ofClient[client] ?? [] }
}
