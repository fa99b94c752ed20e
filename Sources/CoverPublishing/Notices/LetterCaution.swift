import CoverDomain

/// What whoever sends a letter should know first: the letter is right, and something around it is not as it could be.
public enum LetterCaution: String, CaseIterable, Sendable {
  /// It says that nobody has been found yet for an appointment.
  case gap = "not-covered"
  /// It is to be spoken, and clients.csv has no number.
  case number = "no-number"
  /// It is to go by mail, and clients.csv has no address.
  case address = "no-address"
  /// It is to go by mail, and practice.yaml has no address to send it from.
  case sender = "no-sender"
  /// No letters are written in the client's language.
  case language
  /// practice.yaml does not say in the letter's language where to turn when it cannot wait.
  case urgentHelp = "urgent-help"

  /// Those that hold of a letter, the weightiest first.
  static func of(
    _ facts: NoticeFacts, _ values: LetterValues, practice: Practice, isInOwnLanguage: Bool
  ) -> [LetterCaution] {
    let client = facts.client
    return allCases.filter { caution in
      switch caution {
      case .gap: facts.hasGap
      case .number: client.contact == .phone && PlainText.oneLine(client.phone ?? "").isEmpty
      case .address: client.contact == .email && MailAddress(client.email) == nil
      case .sender: client.contact == .email && MailAddress(practice.email) == nil
      case .language: !isInOwnLanguage
      case .urgentHelp: values.quotesUrgentHelp
      }
    }
  }
}

extension Notice {
  /// The caution in words, after the client's id and a colon.
  func words(_ caution: LetterCaution) -> String {
    switch caution {
    case .gap: "nobody has been found yet for an appointment; settle that first where you can"
    case .number: "clients.csv has no telephone number to call"
    case .address: "clients.csv has no email address: their letters are texts alone"
    case .sender: "practice.yaml has no email address to write from: their letters are texts alone"
    case .language:
      "no letters are written in their language (\(unwritten?.conventional ?? "")) yet; theirs are in \(languageName)"
    case .urgentHelp:
      "practice.yaml does not say in \(languageName) where to turn when it cannot wait; add it to urgent-help as"
        + " \(language.conventional)"
    }
  }

  private var languageName: String { LetterLanguages.language(language)?.name ?? language.conventional }
}

extension [Notice] {
  /// What to know before they go out, the weightiest first: the clients by id, and what holds of their letters.
  var cautionLines: [String] {
    LetterCaution.allCases.flatMap { caution -> [String] in
      let groups = Dictionary(grouping: filter { $0.cautions.contains(caution) }, by: { $0.words(caution) })
      return groups.sorted { $0.key < $1.key }.map { words, letters in
        let clients = Set(letters.map(\.client)).sorted().map { PlainText.oneLine($0.text) }
        return "\(clients.joined(separator: ", ")): \(words)"
      }
    }
  }
}
