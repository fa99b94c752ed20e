import CivilTime

/// Which of two components with the same UID and RECURRENCE-ID holds: RFC 5546 §2.1.5.
enum Revision {
  enum Order { case older, newer }

  /// How the left one stands to the right: by SEQUENCE, then LAST-MODIFIED, then DTSTAMP, where both have one; nil where
  /// none of them tells the two apart.
  static func stated(_ left: Component, _ right: Component) -> Order? {
    if left.sequence != right.sequence { return left.sequence < right.sequence ? .older : .newer }
    for name in ["LAST-MODIFIED", "DTSTAMP"] {
      guard let one = stamp(left, name), let other = stamp(right, name), one != other else { continue }
      return one < other ? .older : .newer
    }
    return nil
  }

  /// A UID for a component that has none: the same as long as its content is.
  static func derivedUID(_ component: Component) -> String {
    // FNV-1a: it need not resist an attack, it must only be the same everywhere.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for line in content(component) {
      for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 10) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return "no-uid-" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Its lines sorted, without those that change from export to export.
  static func content(_ component: Component) -> [String] {
    component.properties.filter { !["DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE"].contains($0.name) }
      .map { property in
        let parameters = property.parameters.map { "\($0.name)=\($0.values.joined(separator: ","))" }
        return ([property.name] + parameters).joined(separator: ";") + ":" + property.value
      }
      .sorted()
  }

  private static func stamp(_ component: Component, _ name: String) -> Int? {
    switch component.first(name).flatMap({ TimeValue($0.value) }) {
    case .utc(let instant): instant.seconds
    case .local(let civil): civil.localSeconds
    default: nil
    }
  }
}
