/// A DURATION: RFC 5545 §3.3.6. Weeks and days are nominal (they keep the wall clock), the rest is exact.
struct DurationValue: Hashable, Sendable {
  let days: Int
  let seconds: Int

  init(days: Int, seconds: Int) {
    self.days = days
    self.seconds = seconds
  }

  /// Reads `P1W`, `PT50M`, `-P1DT2H`; nil for anything else and for what is longer than a thousand years.
  init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    var sign = 1
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      bytes.removeFirst()
    }
    guard bytes.popFirst() == UInt8(ascii: "P"), !bytes.isEmpty else { return nil }
    var days = 0
    var seconds = 0
    var isTime = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "T"), !isTime {
        isTime = true
        bytes.removeFirst()
        guard !bytes.isEmpty else { return nil }
        continue
      }
      var number = 0
      var digits = 0
      while let digit = bytes.first, (48...57).contains(digit), digits < 11 {
        number = number * 10 + Int(digit - 48)
        digits += 1
        bytes.removeFirst()
      }
      guard digits > 0, let unit = bytes.popFirst() else { return nil }
      switch (unit, isTime) {
      case (UInt8(ascii: "W"), false): days += number * 7
      case (UInt8(ascii: "D"), false): days += number
      case (UInt8(ascii: "H"), true): seconds += number * 3_600
      case (UInt8(ascii: "M"), true): seconds += number * 60
      case (UInt8(ascii: "S"), true): seconds += number
      default: return nil
      }
      // Each time: a sum of many parts would not fit.
      guard days <= 366_000, seconds <= 366_000 * 86_400 else { return nil }
    }
    self.init(days: sign * days, seconds: sign * seconds)
  }
}
