/// A parameter of a property: RFC 5545 §3.2.
public struct Parameter: Hashable, Sendable {
  /// In upper case.
  public let name: String
  /// Without quotes, RFC 6868 escapes undone.
  public let values: [String]

  public init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}

/// A content line: RFC 5545 §3.1.
public struct Property: Hashable, Sendable {
  /// In upper case.
  public let name: String
  public let parameters: [Parameter]
  /// Unfolded, escapes kept.
  public let value: String
  /// The line of the file, from 1, on which it begins; 0 for a property that was not read.
  public let line: Int

  public init(name: String, parameters: [Parameter] = [], value: String, line: Int = 0) {
    self.name = name
    self.parameters = parameters
    self.value = value
    self.line = line
  }

  /// The value as TEXT: RFC 5545 §3.3.11, escapes undone.
  public var text: String { TextValue.unescaped(value) }

  /// The value as a list of TEXT, as CATEGORIES is.
  public var texts: [String] { TextValue.list(value) }

  /// The first value of that parameter; the name in any case.
  public func parameter(_ name: String) -> String? {
    guard !parameters.isEmpty else { return nil }
    let name = name.uppercased()
    return parameters.first { $0.name == name }?.values.first
  }
}
