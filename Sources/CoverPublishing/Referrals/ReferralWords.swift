public import CoverDomain

/// Whether what somebody wrote about why they ask names a client: colleagues know clients by their ids.
public struct ReferralWords: Sendable {
  private let phrases: PhraseSet
  private let phones: [String]

  /// - Parameters:
  ///   - clients: whom the words are about: each word of their names counts.
  ///   - register: everybody: whole names, addresses and numbers count.
  public init(about clients: [ClientID], register: [ClientID: Client]) {
    var phrases = PhraseSet()
    for client in register.values {
      if PhraseSet.words(client.name).count > 1 { phrases.add(client.name, .otherClient) }
      if let email = client.email { phrases.add(email, .otherClient) }
    }
    for client in clients.compactMap({ register[$0] }) {
      for word in PhraseSet.words(client.name) where word.count > 2 || word.utf8.count > 3 {
        phrases.add(word, .otherClient)
      }
    }
    self.phrases = phrases
    phones = register.values.compactMap(\.phone).map { $0.filter(\.isNumber) }.filter { $0.count >= 6 }
  }

  public func nameSomebody(in text: String) -> Bool {
    if !phrases.found(in: PhraseSet.words(text)).isEmpty { return true }
    let digits = text.filter { $0.isNumber }
    return digits.count >= 6 && phones.contains { digits.contains($0) }
  }
}
