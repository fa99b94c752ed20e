/// One thing that is told: short facts that stand beside one another, and what there is to say of it.
struct Entry: Hashable, Sendable {
  enum Note: Hashable, Sendable {
    case words(String)
    /// Why it is so.
    case reason(String)
    /// What would change it.
    case remedy(String)

    /// As it stands in a line of its own.
    var text: String {
      switch self {
      case .words(let text), .reason(let text): text
      case .remedy(let text): "would help: \(text)"
      }
    }
  }

  /// The first is what the others are about.
  let facts: [String]
  let notes: [Note]

  init(_ facts: [String], notes: [Note] = []) {
    self.facts = facts.filter { !$0.isEmpty }
    self.notes = notes
  }

  init(_ fact: String, notes: [Note] = []) { self.init([fact], notes: notes) }
}
