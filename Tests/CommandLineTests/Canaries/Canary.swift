import Foundation

/// A word that is planted in one place of a practice, to see where it comes out.
struct Canary: Hashable {
  /// What the word is part of, and with it where it may stand.
  enum Kind: Hashable {
    case name(of: String)
    case email(of: String)
    case phone(of: String)
    /// A need, payer or jurisdiction: what the manager may read where it says what would help.
    case requirement
    /// The summary of an event in somebody's leave that fits no client, or several.
    case openSummary
    /// The name of a client of which a record system has made a UID.
    case nameInUID(of: String)
    /// All else: wishes, notes, descriptions, places, attendees, reasons of leave, decisions and answers, damaged cells.
    case secret
  }

  let kind: Kind
  /// Lower case, in no other text.
  let word: String

  /// Where the canary may stand; everywhere else it is a leak. The same table, in words and with its reasons, is in
  /// documentation/privacy.md.
  func mayStand(in place: OutputPlace) -> Bool {
    switch kind {
    case .name(let id): place.isLetter(to: id)
    case .email(let id): place.isLetter(to: id) && place.path.hasSuffix(".eml")
    case .phone(let id): place.isLetter(to: id) && !place.path.hasSuffix(".eml")
    case .requirement:
      ["cover/summary.txt", "cover/report.html", "cover/plan.json"].contains(place.path) || place.isResult(of: "plan")
    case .openSummary:
      place.path == "cover/plan.json" || place.isResult(of: "plan --json") || place.isResult(of: "check")
        || place.isResult(of: "verify --json")
    case .nameInUID(let id):
      place.isLetter(to: id) || ["cover/practice.ics", "cover/plan.json", "cover/cover.csv"].contains(place.path)
        || place.isCalendar(of: "ann")
        || place.isResult(of: "plan --json") || place.isResult(of: "check --json") || place.isResult(of: "verify")
    case .secret: false
    }
  }
}

/// Where an output was found.
struct OutputPlace: Hashable, CustomStringConvertible {
  /// Relative to the practice; empty for what a command printed.
  var path = ""
  /// `plan --json`, without the folder and the times; empty for a file.
  var command = ""
  /// Whether it is standard error, or a path and not what the file holds.
  var isErrors = false
  var isName = false

  var description: String { path.isEmpty ? "`\(command)`, \(isErrors ? "errors" : "output")" : path }

  /// A letter to that client, in words or as a mail, or shown.
  func isLetter(to id: String) -> Bool {
    if isResult(of: "notices --preview \(id)") { return true }
    guard !isName, path.hasPrefix("cover/notices/") else { return false }
    let parts = path.dropFirst("cover/notices/0000-00-00-".count).split(separator: "-")
    return parts.first.map { $0 == id } ?? false
  }

  /// A calendar that is that clinician's own.
  func isCalendar(of clinician: String) -> Bool {
    !isName
      && (["clinicians", "changes"].contains { path == "cover/\($0)/\(clinician).ics" }
        || path.hasPrefix("cover/vdir/\(clinician)/"))
  }

  /// What a colleague gets to read.
  func isForColleague(_ clinician: String) -> Bool {
    isCalendar(of: clinician) || path == "cover/briefs/\(clinician).txt"
  }

  func isResult(of command: String) -> Bool { !isErrors && self.command.hasPrefix(command) }
}
