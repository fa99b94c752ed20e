import CoverDomain

/// A way to give a session somebody: who and when, and what would first have to change.
struct Way: Sendable {
  let choice: Choice
  let suppositions: [Supposition]
}
