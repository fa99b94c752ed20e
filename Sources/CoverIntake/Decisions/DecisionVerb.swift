/// What can be decided: the words of decisions.yaml and of `plan-cover decide`.
public enum DecisionVerb: String, CaseIterable, Sendable {
  case assign, forbid, wait, told, sent, consented, leave

  /// Those that have a form of `plan-cover decide` of their own: that a letter was sent is recorded by `told`.
  public static let forms = allCases.filter { $0 != .sent }

  /// The key with the form of its value, as documentation shows it.
  public var form: String {
    switch self {
    case .assign, .forbid: "\(rawValue): ID"
    case .wait, .told, .consented: "\(rawValue): true"
    case .sent: "sent: LETTER"
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
    case .sent: "a letter that promises nothing new went out, `reminder` or `return`: it does not come again"
    case .consented: "the client has consented to cover, whatever `consent` in clients.csv says"
    case .leave: "that clinician is away on those days, both included, though no calendar says so yet"
    }
  }
}
