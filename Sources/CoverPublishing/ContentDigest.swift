import Crypto
import Foundation

/// A SHA-256 digest of bytes or of a folder's files.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// 64 hexadecimal digits in lower case.
  public let text: String

  public init(of bytes: [UInt8]) {
    text = Self.hex(SHA256.hash(data: bytes))
  }

  /// The digest of a list of files: the same whatever their order, another when a path or a byte is another.
  public init(of files: [PublishedFile]) {
    var hash = SHA256()
    for file in files.sorted(by: { $0.path < $1.path }) {
      // Lengths part the pieces, so that no two lists of files make one stream.
      hash.update(data: Data("\(file.path.utf8.count):\(file.path)\(file.bytes.count):".utf8))
      hash.update(data: file.bytes)
    }
    text = Self.hex(hash.finalize())
  }

  public var description: String { text }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
