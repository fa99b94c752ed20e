import CoverDomain

/// What was probably meant by a word that is not known, as a message asks it.
public enum Suggestion {
  static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    NearestWord.to(word, among: known)
  }

  /// `: did you mean 'x'?`, or nothing.
  public static func question(_ word: String, among known: some Sequence<String>) -> String {
    nearest(to: word, among: known).map { ": did you mean \(ShownText.quoted($0))?" } ?? ""
  }

  static func distance(_ left: [Character], _ right: [Character]) -> Int { NearestWord.distance(left, right) }
}
