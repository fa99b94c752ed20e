import CivilTime
import CoverDomain

/// A language in which letters are written: its customs, its sentences, and the words that no letter may hold.
///
/// What needs grammar is a function here; what is plain text stands in `template`, which a practice may make its own.
/// Names, addresses and telephone numbers come in on one line and, where the direction of writing calls for it, isolated:
/// they are put into a sentence as they are. No text has a line break but where it says so.
protocol LetterLanguage: Sendable {
  /// Its BCP 47 tag.
  var tag: LanguageTag { get }
  /// Its name in English, for the manager.
  var name: String { get }
  var isRightToLeft: Bool { get }

  // MARK: Customs

  /// A day in full: `Tuesday 22 December 2026`.
  func longDay(_ day: Day) -> String
  /// The date of a letter: `22 December 2026`.
  func date(_ day: Day) -> String
  /// Days in a row, in short: `Tue 22 Dec`, `Tue 22 to Wed 23 Dec`.
  func shortDays(_ days: ClosedRange<Day>) -> String
  /// The time of an appointment with its day in full; where the client's clock shows another time, that as well.
  func time(_ time: AppointmentTime) -> String
  /// When somebody is away, as it follows `will be away`: `from … to …`, `on …`.
  func away(_ time: AwayTime) -> String
  /// The day on which somebody is there again, as it follows `is back`: `on Tuesday 22 December 2026`.
  func back(_ day: Day) -> String
  /// `a`, `a and b`, `a, b and c`.
  func list(_ items: [String]) -> String

  // MARK: Sentences that need grammar

  /// `Dear Zora Quill,`; the name is nil where it is not known.
  func salutation(_ client: String?) -> String
  /// What becomes of appointments that share their fate: whole sentences.
  func outcome(_ outcome: AppointmentOutcome) -> String
  /// The sentence by which the client is free to decide. Every letter holds it.
  var freedom: String { get }
  /// What the client may choose, without `freedom`: may have lines that begin with `- `.
  func choices(_ choices: ClientChoices) -> String
  /// How the client can tell us: at least one of the two is given.
  func answer(email: String?, phone: String?) -> String
  /// Whom to ask, by name: may have lines that begin with `- `.
  func contact(_ contact: ContactPeople) -> String
  /// Where to turn when it cannot wait, where the practice says nothing of its own.
  var urgentHelp: String { get }
  /// What the practice says of that in another language, after `urgentHelp`: as a quotation.
  func quoted(_ words: String) -> String
  /// The subject of a mail: nothing but the practice.
  func subject(_ practice: String) -> String

  // MARK: The letter

  /// The built-in letter of a kind: a Mustache template with the names of `TemplateName`.
  func template(_ kind: Notice.Kind) -> String
  /// What the person who calls a client has to mind: that nobody else is told, and no machine. Paragraphs; whoever calls
  /// reads them in the practice's language, whatever that of the letter.
  var callGuide: [String] { get }

  // MARK: What must not be said

  /// Words and phrases, in lower case, that break a rule wherever they stand, in the patterns of `WordPatterns`: every
  /// form of a word that is likely in a letter. The rules are `diagnosis`, `nature`, `risk`, `payer` and `reason`.
  var forbidden: [(NoticeRule, [String])] { get }
}
