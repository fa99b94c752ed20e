/// The practice's own notice templates: the files of templates/.
struct TemplatesFolder {
  /// By the name of the file.
  let texts: [String: String]

  static let path = "templates"
  static let limit = 256 << 10

  /// Empty where there is no such folder.
  init(_ folder: PracticeFolder, log: ProblemLog) {
    var texts: [String: String] = [:]
    for name in folder.names(in: TemplatesFolder.path, log: log) {
      let path = "\(TemplatesFolder.path)/\(name)"
      guard folder.entry(path) == .file, !name.hasSuffix("~") else { continue }
      do throws(Problem) { texts[name] = try folder.text(of: path, limit: TemplatesFolder.limit) } catch {
        log.note(error)
      }
    }
    self.texts = texts
    if !texts.isEmpty {
      log.note(
        Problem(
          .remark, file: TemplatesFolder.path,
          message: "letters are not written by templates of the practice's own yet",
          hint: "the letters in cover/notices are the program's; they may be changed by hand"))
    }
  }
}
