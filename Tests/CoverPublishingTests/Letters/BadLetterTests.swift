import CivilTime
import CoverDomain
import Testing

@testable import CoverPublishing

/// A bad letter for each rule: the linter has to find what is wrong with it, and nothing else.
@Suite("Bad letters, one a rule")
struct BadLetterTests {
  private let sample = SampleLetters()

  /// The letter made bad by one change.
  private func spoilt(_ good: NoticeLinter.Draft, _ rule: NoticeRule) -> NoticeLinter.Draft {
    var bad = good
    func without(_ value: String?) {
      let flat = good.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let value = (value ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(flat.contains(value) && !value.isEmpty)
      bad.text = flat.replacing(value, with: "\n")
    }
    let language = good.values.language
    switch rule {
    case .away: without(good.values.away)
    case .appointments: without(good.values.groups.first?.times.first)
    case .choice: without(language.freedom)
    case .answer: without(good.values.answer)
    case .contact: without(good.values.contact)
    case .urgentHelp: without(good.values.urgentHelp)
    case .diagnosis, .nature, .risk, .payer, .reason:
      let words = language.forbidden.filter { $0.0 == rule }.flatMap(\.1)
      bad.text += "\n\(words.first ?? "")\n"
    case .specialty: bad.text += "\nwith family systems\n"
    case .otherClient: bad.text += "\nNoor Vale\n"
    case .calendarText: bad.text += "\npick up LILAC curtains\n"
    case .controls: bad.text += "\nab\u{7}c\n"
    case .subject: bad.subject += " (Ben Lee)"
    case .fileName: bad.fileName += "-zora"
    }
    return bad
  }

  /// Of the sample with one more client, and a calendar with a text of its own.
  private var linter: NoticeLinter {
    var other = Client(id: ClientID("GH44"), name: "Noor Vale")
    other.needs = [Tag("family systems")]
    let full = sample.situation
    let situation = Situation(
      practice: full.practice, clients: Array(full.clients.values) + [other], diaries: full.diaries,
      window: full.window, now: full.now)
    let curtains = UnrecognisedEvent(
      clinician: SampleLetters.amara, interval: sample.times.interval("2026-12-21 15:00-16:00"),
      summary: "Pick up lilac curtains", source: Source(file: "clinicians/amara.ics"))
    var reading = Reading()
    reading.unrecognised = [curtains]
    return NoticeLinter(situation: situation, reading: reading)
  }

  @Test("are found, in every language", arguments: LetterLanguages.tags)
  func found(tag: LanguageTag) {
    let linter = linter
    let good = sample.draft(sample.facts(.first), language: tag)
    #expect(linter.breaches(of: good) == [])
    for rule in NoticeRule.allCases {
      let bad = spoilt(good, rule)
      #expect(linter.breaches(of: bad).contains(rule), "\(tag) \(rule)\n\(bad.text)")
    }
  }

  @Test("break no other rule but their own")
  func alone() {
    let linter = linter
    let good = sample.draft(sample.facts(.first))
    for rule in NoticeRule.allCases { #expect(linter.breaches(of: spoilt(good, rule)) == [rule]) }
  }
}
