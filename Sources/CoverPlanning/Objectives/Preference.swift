import CPSAT
import CoverDomain

/// Over each covered session and client, the entries of the client's `prefers` that the colleague does not meet.
struct Preference: TierObjective {
  let tier = Tier.preference

  func value(of draft: Draft, _ facts: Facts) -> Int {
    draft.taken.reduce(0) { $0 + unmet(by: $1, facts) }
  }

  func expression(in model: inout CoverModel) -> LinearExpression {
    var unmet = LinearExpression()
    for (index, choice) in model.table.choices.enumerated() {
      let wishes = self.unmet(by: choice, model.facts)
      if wishes > 0 { unmet.add(model.takes[index], weight: wishes) }
    }
    return unmet
  }

  /// The wishes of the session's clients that the choice's colleague does not meet.
  func unmet(by choice: Choice, _ facts: Facts) -> Int {
    guard !choice.isReferral(facts), !choice.isOwn else { return 0 }
    let colleague = choice.person(facts).clinician
    return choice.wanted(facts).clients.reduce(0) { sum, client in
      sum + client.prefers.count { !colleague.meets($0) }
    }
  }
}

extension Clinician {
  /// Whether an entry of a client's `prefers` means this clinician: by id, specialty, language, background or gender.
  func meets(_ wish: Tag) -> Bool {
    if wish == Tag(id.text) || specialties.contains(wish) || background.contains(wish) || gender == wish { return true }
    guard let language = LanguageTag(wish.text) else { return false }
    return languages.contains { $0.serves(language) }
  }
}
