/// What can be decided: the words of decisions.yaml and of `plan-cover decide`.
public enum DecisionVerb: String, CaseIterable, Sendable {
  case assign, forbid, wait, told, consented, leave

  /// The key with the form of its value, as documentation shows it.
  public var form: String {
    switch self {
    case .assign, .forbid: "\(rawValue): ID"
    case .wait, .told, .consented: "\(rawValue): true"
    case .leave: "leave: ID FROM..TO"
    }
  }

  /// What it means, in a few words.
  public var sentence: String {
    switch self {
    case .assign: "that colleague takes the session"
    case .forbid: "that colleague does not take it (rule E11)"
    case .wait: "no cover is sought; the client waits until their clinician is back"
    case .told: "the client has been told of the published cover: colleague and time are kept"
    case .consented: "the client has consented to cover, whatever `consent` in clients.csv says"
    case .leave: "that clinician is away on those days, both included, though no calendar says so yet"
    }
  }
}
