/// A text that is compared byte by byte, as RFC 5545 §3.8.4.7 compares UIDs.
///
/// Swift's own comparison takes texts for equal that are written with other code points for the same letters (`é` as one or
/// as two): two events of such UIDs would be one.
public struct ExactText: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
