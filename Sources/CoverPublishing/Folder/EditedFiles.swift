/// Letters and briefs of the last publication that a person has changed since: their words are not lost.
///
/// The last manifest says what was written; what is otherwise now was changed by somebody.
struct EditedFiles: Sendable {
  /// What the last publication wrote, as digests by path.
  private let written: [String: String]
  private let previous: [String: PublishedFile]

  init(_ previous: PreviousPublication?) {
    self.previous = previous?.files ?? [:]
    written = (previous?.bytes(PublicationPath.manifest)).map(PublicationManifest.digests(in:)) ?? [:]
  }

  /// The files to publish in place of those made: where the text that was edited is the same as before, the edited one
  /// stays; where it has changed, the new one stands and the edited one is put beside it.
  func kept(over files: [PublishedFile]) -> (files: [PublishedFile], aside: [String]) {
    var result = files
    let positions = Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var aside: [String] = []
    for (path, digest) in written.sorted(by: { $0.key < $1.key }) where Self.isForPeople(path) {
      guard let edited = previous[path], ContentDigest(of: edited.bytes).text != digest else { continue }
      if let position = positions[path], ContentDigest(of: files[position].bytes).text == digest {
        result[position] = edited
      } else if positions[path].map({ files[$0].bytes != edited.bytes }) ?? true {
        let name = freeName(path)
        result.append(PublishedFile(path: name, bytes: edited.bytes))
        aside.append(name)
      }
    }
    return (result, aside)
  }

  private static func isForPeople(_ path: String) -> Bool { path.hasPrefix("notices/") || path.hasPrefix("briefs/") }

  private func freeName(_ path: String) -> String {
    var name = path + ".edited"
    var number = 2
    while previous[name] != nil {
      name = "\(path).edited-\(number)"
      number += 1
    }
    return name
  }
}
