import Crypto
import Foundation

/// A style of the page: a constant of the program, known to the page's policy by its digest.
struct StyleSheet: Sendable {
  let text: String

  /// Nothing that is known only at run time gets in here.
  init(_ parts: StaticString...) { text = parts.map(\.description).joined(separator: "\n") }

  /// As a policy names it: CSP Level 3 §2.3.1.
  var source: String { "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'" }

  /// What the page may do: look as this style says. No script runs, nothing is fetched, nothing is sent.
  var policy: String { "default-src 'none'; style-src \(source); base-uri 'none'; form-action 'none'" }
}
