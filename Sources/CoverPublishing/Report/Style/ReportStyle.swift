/// How the page looks: on a wide screen and a narrow one, in the light and in the dark, on paper, and in colours that the
/// reader has chosen.
enum ReportStyle {
  static let sheet = StyleSheet(palette, frame, parts, picture, adaptations)
}
