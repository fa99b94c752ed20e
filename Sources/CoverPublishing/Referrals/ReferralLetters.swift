import CivilTime
import CoverDomain

/// The letters to those who are asked to see a client, or for supervision a clinician: drafts for the one who asks.
struct ReferralLetters: Sendable {
  let situation: Situation
  let plan: Plan

  /// By path; of two with one name the later has a number.
  var files: [PublishedFile] {
    var taken: Set<String> = []
    return letters.map { letter in
      var path = letter.path
      var number = 2
      while !taken.insert(path).inserted {
        path = letter.path.dropLast(".txt".count) + "-\(number).txt"
        number += 1
      }
      return PublishedFile(path: path, text: letter.text)
    }
  }

  private var letters: [(path: String, text: String)] {
    plan.referrals.flatMap { assignment -> [(path: String, text: String)] in
      let referral = assignment.referral
      guard let cover = assignment.cover else {
        return situation.outside(for: referral).map { professional in
          let letter = OutsideLetter(
            practice: situation.practice, referral: referral, to: professional, words: wordsForOthers(of: referral))
          return (letter.path, letter.text)
        }
      }
      guard cover.interval.end > situation.now else { return [] }
      let letter = ReferralLetter(
        practice: situation.practice, referral: referral, cover: cover, hidden: hidden(referral),
        words: words(of: referral))
      return [(letter.path, letter.text)]
    }
  }

  /// The clients who have yet to agree to be seen by somebody else: they are not named.
  private func hidden(_ referral: Referral) -> Set<ClientID> {
    Set(referral.clients.filter { situation.consent(of: $0, to: referral.demand) != .yes })
  }

  private func words(of referral: Referral) -> ReferralLetter.Words {
    guard let words = referral.words else { return .none }
    guard referral.isShared || referral.clients.isEmpty else { return .notShared }
    let names = ReferralWords(about: referral.clients, register: situation.clients)
    return names.nameSomebody(in: words) ? .namesSomebody : .told(words)
  }

  /// For somebody outside, who knows nobody by an id: "the client" stands for it, and words that hold another's are
  /// withheld.
  private func wordsForOthers(of referral: Referral) -> ReferralLetter.Words {
    guard case .told(let text) = words(of: referral) else { return words(of: referral) }
    let own = Set(referral.clients.map { $0.text.lowercased() })
    let shown = WithoutIDs(own).text(text)
    let isFree = situation.clients.keys.allSatisfy { !WithoutIDs([$0.text.lowercased()]).finds(in: shown) }
    return isFree ? .told(shown) : .namesSomebody
  }
}
