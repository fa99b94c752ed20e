import CivilTime
import CoverDomain

/// A letter to a colleague who is asked to see a client, or a clinician: client ids alone, and the reason in the words of
/// whoever asks where the client has agreed to that.
struct ReferralLetter: Sendable {
  /// What was written about why.
  enum Words: Sendable {
    case none
    case told(String)
    /// It is not recorded that the client has agreed.
    case notShared
    /// They hold a name, an address or a number of a client.
    case namesSomebody
  }

  let practice: Practice
  let referral: Referral
  let cover: Cover
  /// Clients who are not named.
  let hidden: Set<ClientID>
  let words: Words

  /// So many days after the appointment the one who asked should have heard what came of it.
  static let reportDays = 7
  private static let width = 78

  private var names: Names { Names(practice: practice) }
  private var times: LocalTimes { LocalTimes(zone: practice.zone) }
  private var asking: String { names.clinician(referral.clinician) }
  private var day: Day { practice.zone.day(of: cover.interval.start) }

  /// The day of the appointment, the clients, and who is asked.
  var path: String {
    let named = referral.clients.filter { !hidden.contains($0) }.map(\.text)
    let about = named.isEmpty ? referral.clinician.text : named.joined(separator: "-")
    return PublicationPath.referral(day: day.iso8601, about: about, to: cover.by.text)
  }

  var text: String {
    var lines = ["REFERRAL TO \(names.clinician(cover.by).uppercased())", PlainText.oneLine(practice.name), ""]
    lines += wrapped(question) + [""] + facts + [""] + told + ["", "WHAT HAPPENS NEXT", ""]
    lines += steps.flatMap { marked($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var question: String {
    // What is asked for may tell what is wrong: the colleague reads it where the client has agreed.
    let isTold = referral.isShared || referral.clients.isEmpty
    let needs = isTold ? referral.needs.sorted().map { PlainText.oneLine($0.text) } : []
    return "For your eyes. \(asking) asks you \(ReferralPhrase(reason: referral.reason, needs: needs).asked)."
  }

  private var facts: [String] {
    var lines: [String] = []
    let named = referral.clients.filter { !hidden.contains($0) }
    if !named.isEmpty {
      lines.append("  Client  \(names.clients(named)), in the practice's records")
    }
    if !hidden.isEmpty { lines.append("  Client  \(named.isEmpty ? "" : "and ")named when consent is recorded") }
    lines.append("  When    \(times.long(cover.interval))")
    let place = names.place(referral.place)
    if !place.isEmpty { lines.append("  Where   \(place)") }
    return lines
  }

  private var told: [String] {
    switch words {
    case .none: wrapped("\(asking) has written nothing more: ask \(asking) what you need to know.")
    case .notShared:
      wrapped(
        "What \(asking) has written is not in this letter: it is not recorded that the client agrees. Ask \(asking).")
    case .namesSomebody:
      wrapped(
        "What \(asking) has written is not in this letter: it holds a name, an address or a number of a client. Ask"
          + " \(asking).")
    case .told(let text):
      ["In the words of \(asking):", ""]
        + text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
          let line = PlainText.oneLine(String(line))
          return line.isEmpty ? [""] : PlainText.wrapped(line, width: Self.width, indent: "  ")
        }
    }
  }

  private var steps: [String] {
    let answer = "Accept or decline the invitation. If you decline, somebody else is sought."
    let report = times.shortDayOfYear(day + Self.reportDays)
    guard referral.reason != .supervision else {
      return [answer, "Note what was agreed in the practice's records, and destroy this page."]
    }
    return [
      answer, "The client is asked as well, and may say no: then you are told.",
      "Afterwards tell \(asking) what you saw and advise, by \(report). The client stays with \(asking).",
      "Write it up in the practice's records, and destroy this page.",
    ]
  }

  private func wrapped(_ text: String) -> [String] { PlainText.wrapped(text, width: Self.width) }

  private func marked(_ text: String) -> [String] {
    PlainText.wrapped(text, width: Self.width - 2).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }
}
