import Crypto
import Foundation

/// Tells texts apart by a few digits.
public enum TextDigest {
  /// The first 16 hexadecimal digits of the text's SHA-256, in lower case.
  public static func short(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
