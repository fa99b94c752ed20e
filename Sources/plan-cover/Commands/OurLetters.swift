import CoverIntake
import CoverPublishing

extension LetterKnowledge {
  /// What this program's letters are written in, and by which templates.
  static let ours = LetterKnowledge(languages: LetterLanguages.tags) { path, text in
    LetterTemplates.problems(file: path, text: text).map {
      Problem(file: $0.file, line: $0.line, column: $0.column, message: $0.message, hint: $0.hint)
    }
  }
}
