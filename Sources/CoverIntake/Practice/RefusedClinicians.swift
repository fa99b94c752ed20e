/// Clinicians whose entries in practice.yaml were refused: who is named elsewhere and may be one of them is no second
/// mistake.
struct RefusedClinicians {
  /// Whether anybody may be meant: an entry has no legible id, or the list as a whole cannot be read.
  private(set) var mayBeAnybody: Bool
  /// Ids, names and emails, lower case.
  private var names: Set<String> = []

  init(mayBeAnybody: Bool = false) { self.mayBeAnybody = mayBeAnybody }

  mutating func add(id: String?, others: [String?]) {
    guard let id, !id.isEmpty else {
      mayBeAnybody = true
      return
    }
    names.formUnion(([id] + others.compactMap(\.self)).map { $0.lowercased() })
  }

  func contains(_ name: String) -> Bool { mayBeAnybody || names.contains(name.lowercased()) }
}
