/// Every key of practice.yaml and every column of clients.csv that is read, for the page that describes them all.
package enum PracticeKeys {
  /// By the name of the part, as the page's headings have it.
  package static let all: [(part: String, keys: [String])] = [
    ("practice.yaml", PracticeFile.keys),
    ("practice", PracticeHeader.keys),
    ("clinicians", ClinicianEntries.keys),
    ("licences", ClinicianEntries.licenceKeys),
    ("employed", ClinicianEntries.employedKeys),
    ("rules", RulesEntry.keys),
    ("retime", RulesEntry.retimeKeys),
    ("handover", RulesEntry.handoverKeys),
    ("notice", RulesEntry.noticeKeys),
    ("leave", LeaveWords.keys),
    ("client-columns", ClientColumns.fields),
    ("events", EventEntries.keys),
    ("outside", OutsideEntries.keys),
    ("clients.csv", ClientColumns.fields),
  ]
}
