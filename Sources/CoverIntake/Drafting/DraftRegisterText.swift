import CoverDomain

/// The clients of a draft as clients.csv: every column that is read, most of them to be filled in, and a last one with what a
/// person has to look at.
struct DraftRegisterText {
  private let draft: PracticeDraft

  /// Consent is asked for: no calendar tells that it was given.
  private static let consent = Client.Consent.ask

  init(_ draft: PracticeDraft) { self.draft = draft }

  static let remark = "remark"
  private static let columns = ["id", "name", "clinician", "email", "consent"]

  var text: String {
    let others = ClientColumns.fields.filter { !Self.columns.contains($0) }
    let rows = draft.clients.map { client in
      [client.id.text, client.name, client.clinician.text, client.email ?? "", Self.consent.rawValue]
        + others.map { _ in "" } + [remark(client)]
    }
    return ([Self.columns + others + [Self.remark]] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }
      .joined()
  }

  private func remark(_ client: DraftClient) -> String {
    ([client.origin.phrase] + client.doubts.map(\.sentence)).joined(separator: "; ")
  }

  /// Quoted where it must be; nothing in a draft can begin as a formula does.
  private static func cell(_ text: String) -> String {
    guard text.contains(where: { ",;\"".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
