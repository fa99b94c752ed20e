import ArgumentParser
import CivilTime
import CoverDomain
import CoverIntake
import CoverPlanning
import CoverPublishing
import Foundation

/// A practice at which second professionals are asked for: read, and held for this run unless nothing is to be written.
struct ReferralDesk {
  private let terminal: Terminal
  private let publisher: Publisher?
  private let reading: PracticeReading
  private let bytes: [UInt8]?
  private let now: Instant
  private let folder: String

  /// So many days ahead of the present are read.
  private static let ahead = 400

  init(_ practice: String, _ now: Instant, isDryRun: Bool) throws {
    let terminal = Terminal.standard
    let url = URL(fileURLWithPath: practice, isDirectory: true)
    self.terminal = terminal
    self.now = now
    folder = practice
    publisher = try isDryRun ? nil : Publisher(url, terminal: terminal)
    let name = RequestsDocument.fileName
    bytes = try Publisher.bytes(of: name, in: url, held: publisher, terminal: terminal)
    reading = try PracticeReading(
      url, IntakeOptions(now: now, days: .around(before: 0, after: Self.ahead)), terminal: terminal, saysRemarks: false)
  }

  private var situation: Situation { reading.result.situation }

  // MARK: Asking

  /// Writes the request and says who could meet it, as things stand. What is missing or does not fit is said, all of it,
  /// and ends the command with status 64.
  func ask(_ options: RequestOptions) throws {
    let check = RequestCheck(situation)
    guard let entry = check.entry(options) else {
      for complaint in check.complaints { terminal.say(complaint) }
      throw ExitStatus.usage.exitCode
    }
    let edited = try faults { () throws(RequestsFault) in try RequestsDocument(bytes).adding(entry, at: now) }
    try publisher?.replace(RequestsDocument.fileName, holding: bytes, with: edited)
    let report = RequestReport(situation: situation, entry: entry, isDryRun: publisher == nil, folder: folder)
    terminal.result(report.text)
    if report.needsPerson { throw ExitStatus.needsPerson.exitCode }
  }

  // MARK: Showing and taking back

  func list(json: Bool) throws {
    let list = RequestList(situation: situation, notUnderstood: reading.result.reading.notUnderstood)
    terminal.result(json ? list.document.text : list.text)
    if list.needsPerson { throw ExitStatus.needsPerson.exitCode }
  }

  func withdraw(_ uid: String) throws {
    let elsewhere = situation.requested.first { request in
      (request.source.uid ?? "").hasPrefix(uid) && request.source.file != RequestsDocument.fileName
    }
    if let elsewhere, !(try faults { () throws(RequestsFault) in try RequestsDocument(bytes).uids }).contains(uid) {
      let place = elsewhere.source.file + (elsewhere.source.line.map { ":\($0)" } ?? "")
      terminal.say(
        "this request stands in \(place), and a clinician's own calendar is not written to\n"
          + "hint: take it out there, or tick it off")
      throw ExitStatus.usage.exitCode
    }
    let edited = try faults { () throws(RequestsFault) in try RequestsDocument(bytes).removing(uid) }
    try publisher?.replace(RequestsDocument.fileName, holding: bytes, with: edited.bytes)
    terminal.result(
      (publisher == nil ? "Would be taken out (nothing was written):" : "Taken out:") + "\n\n"
        + TerminalText.lines(edited.removed) + "\nThe next plan-cover plan takes back its appointment, if it has one.\n"
    )
  }

  private func faults<Value>(_ body: () throws(RequestsFault) -> Value) throws -> Value {
    do throws(RequestsFault) { return try body() } catch {
      terminal.say(TerminalText.lines(error.description))
      switch error {
      case .text, .twice, .unknown, .severalBegin: throw ExitStatus.usage.exitCode
      case .unreadable, .layout: throw ExitStatus.badInput.exitCode
      }
    }
  }
}
