/// The practice's own letters: the files of templates/.
struct TemplatesFolder {
  /// By the name of the file.
  let texts: [String: String]

  static let path = "templates"
  static let limit = 64 << 10
  /// How the name of a template ends; what else lies in the folder is nobody's letter.
  static let ending = ".mustache"

  /// Empty where there is no such folder. What is wrong with a template is noted.
  init(_ folder: PracticeFolder, letters: LetterKnowledge, log: ProblemLog) {
    var texts: [String: String] = [:]
    for name in folder.names(in: TemplatesFolder.path, log: log) {
      let path = "\(TemplatesFolder.path)/\(name)"
      guard folder.entry(path) == .file, !name.hasSuffix("~") else { continue }
      do throws(Problem) {
        let text = try folder.text(of: path, limit: TemplatesFolder.limit)
        texts[name] = text
        if name.hasSuffix(TemplatesFolder.ending) {
          log.note(letters.problems(path, text))
        } else {
          log.note(
            Problem(
              .remark, file: TemplatesFolder.path,
              message: "\(ShownText.quoted(name)) is no template: its name does not end in \(TemplatesFolder.ending)",
              hint: "name it for a kind of letter and a language, such as first.en\(TemplatesFolder.ending)"))
        }
      } catch {
        log.note(error)
      }
    }
    self.texts = texts
  }
}
