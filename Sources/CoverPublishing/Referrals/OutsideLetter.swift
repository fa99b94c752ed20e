import CivilTime
import CoverDomain

/// A letter to somebody outside the practice who could see a client: a draft for whoever asks. It names no client, not
/// even by id: who they are is put in by hand, once they have agreed.
struct OutsideLetter: Sendable {
  let practice: Practice
  let referral: Referral
  let to: OutsideProfessional
  let words: ReferralLetter.Words

  private static let width = 78

  private var names: Names { Names(practice: practice) }
  private var times: LocalTimes { LocalTimes(zone: practice.zone) }
  private var asking: String { names.clinician(referral.clinician) }
  private var lastDay: Day {
    practice.zone.days(of: Interval(start: referral.from, seconds: max(1, referral.due - referral.from))).upperBound
  }

  /// The last day of the request, the clients, and who is asked.
  var path: String {
    PublicationPath.referral(
      day: lastDay.iso8601, about: referral.clients.map(\.text).joined(separator: "-"), to: to.id.text)
  }

  var text: String {
    let name = PlainText.oneLine(to.name)
    var lines = ["REFERRAL TO \(name.uppercased())", PlainText.oneLine(practice.name), ""]
    lines += wrapped(
      "A draft for \(asking). Nobody in the practice can see the client in time. Send it only when the client has agreed, and"
        + " put in by hand who they are. The letter begins below the line.")
    lines += ["", String(repeating: "-", count: 24), ""] + address + ["Dear \(name),", ""]
    lines += wrapped(question) + [""]
    lines += ["  Client  [name, and how to reach them]", "  Until   \(times.longDay(lastDay))", ""]
    lines += told
    lines += wrapped(
      "Please tell me whether you can see them, and afterwards what you saw and advise. They stay my client.")
    lines += ["", "With kind regards,", asking, PlainText.oneLine(practice.name)]
    lines += [practice.clinician(referral.clinician)?.email, practice.phone].compactMap(\.self).map(PlainText.oneLine)
    return lines.joined(separator: "\n") + "\n"
  }

  private var address: [String] {
    let lines =
      (to.address ?? "").split(separator: "\n").map { PlainText.oneLine(String($0)) }
      + [to.email, to.phone].compactMap { $0.map(PlainText.oneLine) }
    return ([PlainText.oneLine(to.name)] + lines.filter { !$0.isEmpty }) + [""]
  }

  private var question: String {
    let needs = referral.isShared ? referral.needs.sorted().map { PlainText.oneLine($0.text) } : []
    return "I would like to ask you \(ReferralPhrase(reason: referral.reason, needs: needs).asked), for about"
      + " \(referral.minutes) minutes."
  }

  private var told: [String] {
    guard case .told(let text) = words else {
      return wrapped("What it is about I tell you when we speak, once the client has agreed.") + [""]
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let line = PlainText.oneLine(String(line))
      return line.isEmpty ? [""] : wrapped(line)
    } + [""]
  }

  private func wrapped(_ text: String) -> [String] { PlainText.wrapped(text, width: Self.width) }
}
