import CivilTime
import CoverDomain

/// E7: the colleague speaks the language of every client who names one.
///
/// RFC 4647 §3.3.1, basic filtering: a range matches a tag that equals it or goes on from it after a hyphen.
struct LanguageSpoken: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    let unspoken = facts.registered(given.clients).compactMap(\.language).filter { wanted in
      !colleague.languages.contains { $0.text == wanted.text || $0.text.hasPrefix("\(wanted.text)-") }
    }
    return unspoken.isEmpty ? nil : Objection(.language, "they do not speak a client's language")
  }
}
