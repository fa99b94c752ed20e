/// What a person had settled and the plan cannot keep.
public struct BrokenPromise: Hashable, Sendable {
  public let pin: Pin
  /// The rules that it would break, in the order of `Rule.allCases`; `decided` where it gives way to another pin.
  public let rules: [Rule]

  public init(pin: Pin, rules: [Rule]) {
    self.pin = pin
    self.rules = rules
  }
}
