import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing
import Foundation

/// Holds what is asked for against the practice: what is missing or cannot be is said, all of it, in ids alone.
final class RequestCheck {
  private let situation: Situation
  /// What is missing or does not fit, each with a hint.
  private(set) var complaints: [String] = []

  /// The appointment may be so many days after the first day where no last one is given.
  private static let standardDays = 28
  private static let mostWords = 4_000

  init(_ situation: Situation) { self.situation = situation }

  private var practice: Practice { situation.practice }
  private var today: Day { practice.zone.day(of: situation.now) }

  private func complain(_ message: String, hint: String) { complaints.append("\(message)\nhint: \(hint)") }

  /// The request; nil where something is missing or does not fit.
  func entry(_ options: RequestOptions) -> RequestEntry? {
    let reason = reason(options.reason)
    let client = client(options.client, reason)
    let clinician = clinician(options.clinician, client)
    let needs = needs(options.needs, reason)
    let days = days(from: options.from?.day, due: options.due?.day)
    let minutes = options.minutes ?? RequestEntry.standardMinutes
    if !RequestEntry.lengths.contains(minutes) {
      complain(
        "--minutes is \(minutes), and no length of an appointment",
        hint: "\(RequestEntry.lengths.lowerBound) to \(RequestEntry.lengths.upperBound) minutes")
    }
    let place = place(options.place)
    let words = words(options.words, about: client.map { [$0] } ?? [])
    if options.consented, options.words == nil {
      complain("--consented says that --words may be read, and there are none", hint: "give --words, or leave it out")
    }
    if let reason, let clinician { checkSomebody(reason, clinician) }
    guard complaints.isEmpty, let reason, let clinician, let days else { return nil }
    let entry = RequestEntry(
      clinician: clinician, reason: reason, clients: client.map { [$0] } ?? [], needs: needs, days: days,
      minutes: minutes, place: place, words: words, isShared: options.consented)
    checkNew(entry)
    return complaints.isEmpty ? entry : nil
  }

  private func reason(_ text: String?) -> Referral.Reason? {
    let reasons = Referral.Reason.allCases.map(\.rawValue)
    let hint = "one of \(reasons.joined(separator: ", "))"
    guard let text else {
      complain("--reason is missing: why a second professional is asked", hint: hint)
      return nil
    }
    let reason = Referral.Reason(rawValue: text.lowercased())
    if reason == nil {
      complain("--reason is none that is known" + Suggestion.question(text.lowercased(), among: reasons), hint: hint)
    }
    return reason
  }

  private func client(_ text: String?, _ reason: Referral.Reason?) -> ClientID? {
    guard let text else {
      if reason != .supervision {
        complain("--client is missing: whom it is about", hint: "the ids are in the first column of clients.csv")
      }
      return nil
    }
    let ids = situation.clients.keys.sorted()
    guard let id = ids.first(where: { $0.text.lowercased() == text.lowercased() }) else {
      complain(
        "--client is no id of clients.csv" + Suggestion.question(text, among: ids.map(\.text)),
        hint: "the ids are in the first column of clients.csv")
      return nil
    }
    let isReleased = situation.decisions.contains { $0.kind == .consented && $0.client == id }
    if situation.clients[id]?.consent == .no, !isReleased {
      complain(
        "\(id) has not consented to be seen, or spoken of, by anybody else",
        hint: "when that has changed, record it first: plan-cover decide consented --client \(id)")
    }
    return id
  }

  private func clinician(_ text: String?, _ client: ClientID?) -> ClinicianID? {
    let ids = practice.clinicians.map(\.id)
    if let text {
      if let id = ids.first(where: { $0.text == text }) { return id }
      complain(
        "--clinician is no clinician of practice.yaml" + Suggestion.question(text, among: ids.map(\.text)),
        hint: "the clinicians are: \(IDList.text(ids.map(\.text)))")
      return nil
    }
    if let client, let own = situation.clients[client]?.clinician, practice.clinician(own) != nil { return own }
    complain(
      client.map { "--clinician is missing: clients.csv names no clinician of \($0)" }
        ?? "--clinician is missing: who asks",
      hint: "the clinicians are: \(IDList.text(ids.map(\.text)))")
    return nil
  }

  private func needs(_ list: TagList?, _ reason: Referral.Reason?) -> Set<Tag> {
    let tags = list?.tags ?? []
    let known = KnownTags(practice)
    switch reason {
    case .supervision where !tags.isEmpty:
      complain("--needs does not go with supervision: the clinician's supervisor is asked", hint: "leave it out")
      return []
    case .specialist where tags.isEmpty:
      complain(
        "--needs is missing: a specialist in what", hint: "specialties here: \(KnownTags.list(known.specialties))")
    case .perspective where tags.isEmpty:
      complain("--needs is missing: which background", hint: "backgrounds here: \(KnownTags.list(known.backgrounds))")
    default: break
    }
    guard let reason else { return tags }
    let kind = reason == .perspective ? \KnownTags.backgrounds : \KnownTags.specialties
    for (message, hint) in known.unknown("--needs", tags, among: kind) { complain(message, hint: hint) }
    return tags
  }

  private func days(from: Day?, due: Day?) -> ClosedRange<Day>? {
    let first = from ?? today
    let last = due ?? first + Self.standardDays
    if last < today {
      complain("the time of the request is over: it ends on \(last.iso8601)", hint: "give a later --due")
      return nil
    }
    guard first <= last else {
      complain("--due \(last.iso8601) lies before --from \(first.iso8601)", hint: "correct one of the two")
      return nil
    }
    let days = max(first, today)...last
    if days.count <= 366, !days.contains(where: { situation.isOpen(on: $0) }) {
      complain(
        "the practice is closed from \(days.lowerBound.iso8601) to \(days.upperBound.iso8601)",
        hint: "give a later --due")
      return nil
    }
    return first...last
  }

  private func place(_ text: String?) -> String? {
    guard let text else { return nil }
    let known = practice.sites.map(\.text) + ["online"]
    if !known.contains(text) {
      complain(
        "--place is no site" + Suggestion.question(text, among: known), hint: "one of \(known.joined(separator: ", "))")
    }
    return text
  }

  private func words(_ text: String?, about clients: [ClientID]) -> String? {
    guard let text else { return nil }
    let words = (text == "-" ? Self.standardInput : text).replacing("\r\n", with: "\n")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    if words.isEmpty { complain("--words is empty", hint: "say why, or leave it out") }
    if words.unicodeScalars.count > Self.mostWords {
      complain("--words is longer than \(Self.mostWords) characters", hint: "say the rest when you speak")
    }
    if ReferralWords(about: clients, register: situation.clients).nameSomebody(in: words) {
      complain("--words holds a name, an address or a number of a client", hint: "write the client's id instead")
    }
    return words
  }

  private static var standardInput: String {
    let data = (try? FileHandle.standardInput.read(upToCount: 64 << 10)) ?? nil
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  /// That there is somebody whom such a request could be put to.
  private func checkSomebody(_ reason: Referral.Reason, _ clinician: ClinicianID) {
    guard reason == .supervision, practice.clinician(clinician)?.supervisor == nil,
      !practice.colleagues(of: clinician).contains(where: \.supervises)
    else { return }
    complain(
      "nobody could supervise \(clinician): practice.yaml names no supervisor, and no colleague supervises",
      hint: "give \(clinician) a supervisor, or a colleague supervises: true, in practice.yaml")
  }

  /// That it is not asked already.
  private func checkNew(_ entry: RequestEntry) {
    let referral = entry.referral(in: practice)
    let same = situation.requested.first { request in
      request.clinician == referral.clinician && request.reason == referral.reason
        && request.clients == referral.clients && request.needs == referral.needs && request.from < referral.due
        && referral.from < request.due
    }
    guard let same else { return }
    let place = same.source.file + (same.source.line.map { ":\($0)" } ?? "")
    complain(
      "the same is asked already for these days: \(TerminalText.line(same.id.key)), in \(place)",
      hint: "take that back first, or ask for other days")
  }
}
