/// Which way text runs, and how a name that runs the other way keeps to itself: Unicode's bidirectional algorithm.
enum WritingDirection {
  private static let open: Unicode.Scalar = "\u{2068}"
  private static let close: Unicode.Scalar = "\u{2069}"

  /// A name, number or address between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE where it could disturb the text
  /// around it: in a language that is written from right to left, and where it holds letters that are.
  static func isolated(_ text: String, in language: any LetterLanguage) -> String {
    guard language.isRightToLeft || text.unicodeScalars.contains(where: isRightToLeft) else { return text }
    return "\(open)\(text)\(close)"
  }

  /// The text without the isolates that `isolated` makes: pairs, each closed on its line, none inside another. Other
  /// controls stay.
  static func withoutIsolates(_ text: String) -> String {
    guard text.unicodeScalars.contains(open) else { return text }
    var result = String.UnicodeScalarView()
    var held: String.UnicodeScalarView?
    for scalar in text.unicodeScalars {
      if scalar == open, held == nil {
        held = String.UnicodeScalarView()
      } else if scalar == close, let inner = held {
        result.append(contentsOf: inner)
        held = nil
      } else if held != nil, scalar != "\n", scalar != open {
        held?.append(scalar)
      } else {
        if let inner = held {
          result.append(open)
          result.append(contentsOf: inner)
          held = nil
        }
        result.append(scalar)
      }
    }
    if let inner = held {
      result.append(open)
      result.append(contentsOf: inner)
    }
    return String(result)
  }

  /// Hebrew, Arabic and the scripts beside them.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
