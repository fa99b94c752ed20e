import Mustache

/// Values as a template finds them, by name: a letter's, or those of one part of it. What is not there has no value.
///
/// A type of its own, for of a dictionary the template engine asks anew at each name what it is, which takes as long as
/// all the rest of a letter.
struct LetterFields: MustacheParent {
  private let values: [String: Any]

  init(_ values: [(TemplateName, Any?)]) {
    self.values = Dictionary(
      uniqueKeysWithValues: values.compactMap { name, value in value.map { (name.rawValue, $0) } })
  }

  func child(named name: String) -> Any? { values[name] }
}
