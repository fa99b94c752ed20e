import CivilTime
import CoverDomain

/// Covers that are given beside one another.
struct CoverBook: Sendable {
  private var ofColleague: [ClinicianID: [GivenCover]] = [:]
  private var ofClient: [ClientID: [GivenCover]] = [:]
  private var ofSession: [SessionID: GivenCover] = [:]
  /// What is passed over: a book of thousands is not copied for one that it lacks.
  private var leftOut: Set<SessionID> = []

  init(_ covers: [GivenCover] = []) { for cover in covers { add(cover) } }

  mutating func add(_ cover: GivenCover) {
    if leftOut.remove(cover.session) != nil { remove(cover.session) }
    ofSession[cover.session] = cover
    for person in cover.people { ofColleague[person, default: []].append(cover) }
    for client in cover.clients { ofClient[client, default: []].append(cover) }
  }

  /// The book, but for the cover of that session.
  func without(_ session: SessionID) -> CoverBook {
    guard ofSession[session] != nil else { return self }
    var rest = self
    rest.leftOut.insert(session)
    return rest
  }

  private mutating func remove(_ session: SessionID) {
    guard let cover = ofSession.removeValue(forKey: session) else { return }
    for person in cover.people { ofColleague[person]?.removeAll { $0.session == session } }
    for client in cover.clients { ofClient[client]?.removeAll { $0.session == session } }
  }

  private func kept(_ covers: [GivenCover]?) -> [GivenCover] {
    guard let covers, !leftOut.isEmpty else { return covers ?? [] }
    return covers.filter { !leftOut.contains($0.session) }
  }

  /// What occupies the clinician.
  func occupying(_ clinician: ClinicianID) -> [GivenCover] { kept(ofColleague[clinician]) }

  /// What the colleague gives, their own sessions at other times included.
  func given(by colleague: ClinicianID) -> [GivenCover] { occupying(colleague).filter { $0.by == colleague } }

  /// What the client is given.
  func given(to client: ClientID) -> [GivenCover] { kept(ofClient[client]) }
}
