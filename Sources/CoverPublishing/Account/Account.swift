import CoverDomain

/// What a manager is told of a publication, in words and in order: the summary and the page are two layouts of it, and
/// neither says anything else. No client's name stands in it.
struct Account: Hashable, Sendable {
  /// A part under a heading.
  struct Part: Hashable, Sendable {
    let name: Name
    let title: String
    let blocks: [Block]
  }

  /// How many sessions have one fate.
  struct Share: Hashable, Sendable {
    enum Kind: String, Sendable { case covered, waiting, restful, uncovered }

    let kind: Kind
    let count: Int
    let words: String
    /// What is to be known of some of them.
    let aside: String?
    let tally: Tally
  }

  let practice: String
  /// `cover from Mon 14 Dec 2026 to Sun 24 Jan 2027`.
  let period: String
  /// One line: whether all is well.
  let headline: String
  /// The same by numbers.
  let shares: [Share]
  /// In the order of `Name`; those that have nothing to say are left out.
  let parts: [Part]
  /// Whether something is left to a person: a broken promise, a session that must be covered and is not, an event or a
  /// calendar component that was not understood, a day without a contact, a letter that could not be written.
  let needsPerson: Bool

  /// The parts in their order: what needs a person and what is to be sent, then the plan, then what vouches for it.
  enum Name: String, CaseIterable, Sendable {
    case ringFirst = "ring-first"
    case needs = "needs-you"
    case letters, weeks, absences, requests, sessions, load, changes, proof, remarks, files

    /// What stands above the part; what changed has its day there.
    var title: String {
      switch self {
      case .ringFirst: "Ring first"
      case .needs: "Needs you"
      case .letters: "Letters to clients"
      case .weeks: "The weeks at a glance"
      case .absences: "Absence by absence"
      case .requests: "Second professionals"
      case .sessions: "Sessions by need"
      case .load: "Who covers how much"
      case .changes: "Changes"
      case .proof: "How good this plan is"
      case .remarks: "Odd in the files"
      case .files: "The files that were read"
      }
    }
  }
}
