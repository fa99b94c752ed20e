/// SHA256SUMS: the digest and path of every file of a publication but itself and the log, as `sha256sum --check` reads
/// it. A file of `cover/` that it does not name is somebody else's.
struct PublicationManifest: Sendable {
  private let entries: [(path: String, digest: String)]

  init(_ files: [PublishedFile]) {
    let parts = files.inParts.concurrentMap { part throws(Never) in
      part.map { (path: $0.path, digest: ContentDigest(of: $0.bytes).text) }
    }
    entries = parts.flatMap(\.self).sorted { $0.path < $1.path }
  }

  /// The paths that a manifest names; lines of another form are left out.
  static func paths(in bytes: [UInt8]) -> Set<String> { Set(digests(in: bytes).keys) }

  /// The digests that a manifest names, by path; lines of another form are left out.
  static func digests(in bytes: [UInt8]) -> [String: String] {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line -> (String, String)? in
      let digest = line.prefix(64)
      let path = line.dropFirst(66)
      guard line.count >= 66, digest.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        line.dropFirst(64).prefix(2).elementsEqual("  ".utf8)
      else { return nil }
      return (String(decoding: path, as: UTF8.self), String(decoding: digest, as: UTF8.self))
    }
    return Dictionary(lines, uniquingKeysWith: { first, _ in first })
  }

  var file: PublishedFile {
    PublishedFile(path: PublicationPath.manifest, text: entries.map { "\($0.digest)  \($0.path)\n" }.joined())
  }
}
