import CoverDomain

extension AccountMaker {
  /// Where each component of each calendar ended.
  var files: [Block] {
    guard !reading.ledger.isEmpty else { return [] }
    let kinds: [(LedgerKind, String)] = [
      (.session, "sessions"), (.leave, "leave"), (.busy, "busy"), (.free, "free"), (.cancelled, "cancelled"),
      (.outside, "outside"), (.referral, "referrals"), (.closure, "closures"), (.notUnderstood, "not understood"),
    ]
    let rows = reading.ledger.map { entry -> [AccountTable.Cell] in
      [.words(entry.file), .count(entry.components, of: .ledger(entry, "components"))]
        + kinds.map { .count(entry.count($0.0), of: .ledger(entry, JSONValue.ledgerName($0.0))) }
    }
    return [
      .more(
        "Where each entry of each calendar ended",
        [
          .table(
            AccountTable(
              "The calendars that were read, and where their entries ended",
              columns: ["file", "entries"] + kinds.map(\.1), rows: rows))
        ])
    ]
  }
}
