import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPublishing

@Suite("Dates and times in the customs of each language")
struct LanguageCustomsTests {
  /// A language and the same moments as it says them.
  struct Customs: CustomTestStringConvertible {
    let language: any LetterLanguage
    let days: [String: String]
    let away: [String: String]
    let times: [String: String]
    let shortDays: [String: String]
    let back: [String: String]
    var testDescription: String { language.name }
  }

  static let all: [Customs] = [
    Customs(
      language: French(),
      days: ["2026-12-22": "mardi 22 décembre 2026", "2027-01-01": "vendredi 1er janvier 2027"],
      away: [
        "2026-12-21..2026-12-21": "le lundi 21 décembre 2026",
        "2026-12-01..2026-12-22": "du mardi 1er au mardi 22 décembre 2026",
        "2026-11-30..2026-12-01": "du lundi 30 novembre au mardi 1er décembre 2026",
        "2026-12-21..2027-01-01": "du lundi 21 décembre 2026 au vendredi 1er janvier 2027",
        "2026-12-21 12:00..2026-12-21": "le lundi 21 décembre 2026 à partir de 12 h",
        "2026-12-21..2026-12-21 12:05": "le lundi 21 décembre 2026 jusqu’à 12 h 05",
        "2026-12-21 9:00..2026-12-21 12:00": "le lundi 21 décembre 2026 de 9 h à 12 h",
        "2026-12-21 12:00..2026-12-22 15:30": "du lundi 21 décembre à 12 h au mardi 22 décembre 2026 à 15 h 30",
      ],
      times: [
        "2026-12-22 10:00-10:50": "mardi 22 décembre 2026, de 10 h à 10 h 50",
        "2026-12-22 11:10-12:00": "mardi 22 décembre 2026, de 11 h 10 à 12 h",
        "2026-12-22 23:10-24:00": "mardi 22 décembre 2026, de 23 h 10 à minuit",
        "2026-12-22 23:30-24:20": "mardi 22 décembre 2026, de 23 h 30 à 0 h 20 (mercredi 23 décembre 2026)",
      ],
      shortDays: [
        "2026-12-01..2026-12-01": "mar. 1er décembre", "2026-12-21..2026-12-23": "du lun. 21 au mer. 23 décembre",
        "2026-12-31..2027-01-01": "du jeu. 31 décembre au ven. 1er janvier",
      ], back: ["2026-12-23": "à partir du mercredi 23 décembre 2026"]),
    Customs(
      language: German(),
      days: ["2026-12-22": "Dienstag, 22. Dezember 2026", "2027-01-01": "Freitag, 1. Januar 2027"],
      away: [
        "2026-12-21..2026-12-21": "am Montag, dem 21. Dezember 2026",
        "2026-12-01..2026-12-22": "von Dienstag, dem 1., bis Dienstag, den 22. Dezember 2026",
        "2026-11-30..2026-12-01": "von Montag, dem 30. November, bis Dienstag, den 1. Dezember 2026",
        "2026-12-21..2027-01-01": "von Montag, dem 21. Dezember 2026, bis Freitag, den 1. Januar 2027",
        "2026-12-21 12:00..2026-12-21": "am Montag, dem 21. Dezember 2026 ab 12:00 Uhr",
        "2026-12-21..2026-12-21 12:05": "am Montag, dem 21. Dezember 2026 bis 12:05 Uhr",
        "2026-12-21 9:00..2026-12-21 12:00": "am Montag, dem 21. Dezember 2026 von 9:00 bis 12:00 Uhr",
        "2026-12-21 12:00..2026-12-22 15:30":
          "von Montag, dem 21. Dezember um 12:00 Uhr, bis Dienstag, den 22. Dezember 2026 um 15:30 Uhr",
      ],
      times: [
        "2026-12-22 10:00-10:50": "Dienstag, 22. Dezember 2026, 10:00 bis 10:50 Uhr",
        "2026-12-22 11:10-12:00": "Dienstag, 22. Dezember 2026, 11:10 bis 12:00 Uhr",
        "2026-12-22 23:10-24:00": "Dienstag, 22. Dezember 2026, 23:10 bis 24:00 Uhr",
        "2026-12-22 23:30-24:20":
          "Dienstag, 22. Dezember 2026, 23:30 Uhr bis 0:20 Uhr (Mittwoch, 23. Dezember 2026)",
      ],
      shortDays: [
        "2026-12-01..2026-12-01": "Di., 1. Dezember", "2026-12-21..2026-12-23": "Mo., 21. bis Mi., 23. Dezember",
        "2026-12-31..2027-01-01": "Do., 31. Dezember bis Fr., 1. Januar",
      ], back: ["2026-12-23": "ab Mittwoch, dem 23. Dezember 2026"]),
    Customs(
      language: Spanish(),
      days: ["2026-12-22": "martes 22 de diciembre de 2026", "2027-01-01": "viernes 1 de enero de 2027"],
      away: [
        "2026-12-21..2026-12-21": "el lunes 21 de diciembre de 2026",
        "2026-12-01..2026-12-22": "del martes 1 al martes 22 de diciembre de 2026",
        "2026-11-30..2026-12-01": "del lunes 30 de noviembre al martes 1 de diciembre de 2026",
        "2026-12-21..2027-01-01": "del lunes 21 de diciembre de 2026 al viernes 1 de enero de 2027",
        "2026-12-21 12:00..2026-12-21": "el lunes 21 de diciembre de 2026 a partir de las 12:00 h",
        "2026-12-21..2026-12-21 1:05": "el lunes 21 de diciembre de 2026 hasta la 1:05 h",
        "2026-12-21 9:00..2026-12-21 12:00": "el lunes 21 de diciembre de 2026 de 9:00 a 12:00 h",
        "2026-12-21 12:00..2026-12-22 15:30":
          "del lunes 21 de diciembre a las 12:00 h al martes 22 de diciembre de 2026 a las 15:30 h",
      ],
      times: [
        "2026-12-22 10:00-10:50": "martes 22 de diciembre de 2026, de 10:00 a 10:50 h",
        "2026-12-22 11:10-12:00": "martes 22 de diciembre de 2026, de 11:10 a 12:00 h",
        "2026-12-22 23:10-24:00": "martes 22 de diciembre de 2026, de 23:10 a 24:00 h",
        "2026-12-22 23:30-24:20":
          "martes 22 de diciembre de 2026, de 23:30 h a 0:20 h (miércoles 23 de diciembre de 2026)",
      ],
      shortDays: [
        "2026-12-01..2026-12-01": "mar. 1 de diciembre",
        "2026-12-21..2026-12-23": "del lun. 21 al mié. 23 de diciembre",
        "2026-12-31..2027-01-01": "del jue. 31 de diciembre al vie. 1 de enero",
      ], back: ["2026-12-23": "el miércoles 23 de diciembre de 2026"]),
    Customs(
      language: Polish(),
      days: ["2026-12-22": "wtorek 22 grudnia 2026 roku", "2027-01-01": "piątek 1 stycznia 2027 roku"],
      away: [
        "2026-12-21..2026-12-21": "w poniedziałek 21 grudnia 2026 roku",
        "2026-12-22..2026-12-22": "we wtorek 22 grudnia 2026 roku",
        "2026-12-01..2026-12-23": "od wtorku 1 do środy 23 grudnia 2026 roku",
        "2026-11-30..2026-12-03": "od poniedziałku 30 listopada do czwartku 3 grudnia 2026 roku",
        "2026-12-26..2027-01-03": "od soboty 26 grudnia 2026 roku do niedzieli 3 stycznia 2027 roku",
        "2026-12-23 12:00..2026-12-23": "w środę 23 grudnia 2026 roku od godziny 12:00",
        "2026-12-21..2026-12-21 12:05": "w poniedziałek 21 grudnia 2026 roku do godziny 12:05",
        "2026-12-21 9:00..2026-12-21 12:00": "w poniedziałek 21 grudnia 2026 roku od godziny 9:00 do 12:00",
        "2026-12-21 12:00..2026-12-25 15:30":
          "od poniedziałku 21 grudnia od godziny 12:00 do piątku 25 grudnia 2026 roku do godziny 15:30",
      ],
      times: [
        "2026-12-22 10:00-10:50": "wtorek 22 grudnia 2026 roku, od 10:00 do 10:50",
        "2026-12-22 11:10-12:00": "wtorek 22 grudnia 2026 roku, od 11:10 do 12:00",
        "2026-12-22 23:10-24:00": "wtorek 22 grudnia 2026 roku, od 23:10 do 24:00",
        "2026-12-22 23:30-24:20": "wtorek 22 grudnia 2026 roku, od 23:30 do 0:20 (środa 23 grudnia 2026 roku)",
      ],
      shortDays: [
        "2026-12-01..2026-12-01": "wt. 1 grudnia", "2026-12-21..2026-12-23": "od pon. 21 do śr. 23 grudnia",
        "2026-12-31..2027-01-01": "od czw. 31 grudnia do pt. 1 stycznia",
      ], back: ["2026-12-22": "we wtorek 22 grudnia 2026 roku"]),
    Customs(
      language: Arabic(),
      days: [
        "2026-12-22": "الثلاثاء 22 ديسمبر/كانون الأول 2026", "2027-01-01": "الجمعة 1 يناير/كانون الثاني 2027",
      ],
      away: [
        "2026-12-21..2026-12-21": "يوم الاثنين 21 ديسمبر/كانون الأول 2026",
        "2026-12-01..2026-12-22": "من الثلاثاء 1 إلى الثلاثاء 22 ديسمبر/كانون الأول 2026",
        "2026-11-30..2026-12-01":
          "من الاثنين 30 نوفمبر/تشرين الثاني إلى الثلاثاء 1 ديسمبر/كانون الأول 2026",
        "2026-12-21..2027-01-01":
          "من الاثنين 21 ديسمبر/كانون الأول 2026 إلى الجمعة 1 يناير/كانون الثاني 2027",
        "2026-12-21 12:00..2026-12-21": "يوم الاثنين 21 ديسمبر/كانون الأول 2026 من الساعة 12:00 ظهرًا",
        "2026-12-21..2026-12-21 12:05": "يوم الاثنين 21 ديسمبر/كانون الأول 2026 حتى الساعة 12:05 ظهرًا",
        "2026-12-21 9:00..2026-12-21 12:00":
          "يوم الاثنين 21 ديسمبر/كانون الأول 2026 من الساعة 9:00 صباحًا إلى الساعة 12:00 ظهرًا",
        "2026-12-21 12:00..2026-12-22 15:30":
          "من الاثنين 21 ديسمبر/كانون الأول الساعة 12:00 ظهرًا إلى الثلاثاء 22 ديسمبر/كانون الأول 2026 الساعة 3:30 بعد الظهر",
      ],
      times: [
        "2026-12-22 10:00-10:50": "الثلاثاء 22 ديسمبر/كانون الأول 2026، من الساعة 10:00 إلى الساعة 10:50 صباحًا",
        "2026-12-22 11:10-12:00":
          "الثلاثاء 22 ديسمبر/كانون الأول 2026، من الساعة 11:10 صباحًا إلى الساعة 12:00 ظهرًا",
        "2026-12-22 17:30-18:20":
          "الثلاثاء 22 ديسمبر/كانون الأول 2026، من الساعة 5:30 بعد الظهر إلى الساعة 6:20 مساءً",
        "2026-12-22 23:10-24:00":
          "الثلاثاء 22 ديسمبر/كانون الأول 2026، من الساعة 11:10 مساءً إلى منتصف الليل",
        "2026-12-22 23:30-24:20":
          "الثلاثاء 22 ديسمبر/كانون الأول 2026، من الساعة 11:30 مساءً إلى الساعة 12:20 بعد منتصف الليل (الأربعاء 23 ديسمبر/كانون الأول 2026)",
      ],
      shortDays: [
        "2026-12-01..2026-12-01": "الثلاثاء 1 ديسمبر/كانون الأول",
        "2026-12-21..2026-12-23": "من الاثنين 21 إلى الأربعاء 23 ديسمبر/كانون الأول",
        "2026-12-31..2027-01-01": "من الخميس 31 ديسمبر/كانون الأول إلى الجمعة 1 يناير/كانون الثاني",
      ], back: ["2026-12-23": "يوم الأربعاء 23 ديسمبر/كانون الأول 2026"]),
  ]

  @Test("a day in full", arguments: all)
  func days(customs: Customs) throws {
    for (text, said) in customs.days {
      let day = try #require(Day(text))
      #expect(customs.language.longDay(day) == said)
    }
  }

  @Test("when somebody is away: a day, days of a month, of two months, of two years, and by the clock", arguments: all)
  func away(customs: Customs) throws {
    for (span, said) in customs.away {
      let ends = span.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "T")
        .replacing("..", with: "|").split(separator: "|").map { $0.split(separator: "T").map(String.init) }
      let first = try #require(Day(ends[0][0]))
      let last = try #require(Day(ends[1][0]))
      let time = AwayTime(
        first: first, last: last, from: try ends[0].dropFirst().first.map { try Self.civil(first, $0) },
        until: try ends[1].dropFirst().first.map { try Self.civil(last, $0) })
      #expect(Self.plain(customs.language.away(time)) == said)
    }
  }

  @Test("the time of an appointment: at noon, up to midnight, and beyond it", arguments: all)
  func times(customs: Customs) throws {
    for (span, said) in customs.times {
      let parts = span.split(separator: " ")
      let clocks = parts[1].split(separator: "-").map(String.init)
      let day = try #require(Day(parts[0]))
      let time = AppointmentTime(
        start: try Self.civil(day, clocks[0]), end: try Self.civil(day, clocks[1]), elsewhere: nil)
      #expect(Self.plain(customs.language.time(time)) == said)
    }
  }

  @Test("days in short", arguments: all)
  func shortDays(customs: Customs) throws {
    for (span, said) in customs.shortDays {
      let ends = try span.replacing("..", with: "|").split(separator: "|").map { try #require(Day($0)) }
      #expect(Self.plain(customs.language.shortDays(ends[0]...ends[1])) == said)
    }
  }

  @Test("the day of the return", arguments: all)
  func back(customs: Customs) throws {
    for (text, said) in customs.back {
      let day = try #require(Day(text))
      #expect(customs.language.back(day) == said)
    }
  }

  @Test("the client's own clock beside the practice's, with the day where that is another", arguments: all)
  func elsewhere(customs: Customs) throws {
    let day = try #require(Day("2026-12-22"))
    func time(_ day: Day, _ start: String, _ end: String) throws -> String {
      customs.language.time(
        AppointmentTime(
          start: try Self.civil(day, "16:00"), end: try Self.civil(day, "16:50"),
          elsewhere: AppointmentTime.Elsewhere(
            city: "Auckland", start: try Self.civil(day, start), end: try Self.civil(day, end))))
    }
    let near = try time(day, "17:00", "17:50")
    #expect(near.contains("Auckland") && near.hasSuffix(")"))
    #expect(near.contains("17") || near.contains("5:50"))
    #expect(!near.contains(customs.language.longDay(day + 1)))
    #expect(try time(day, "29:00", "29:50").contains(customs.language.longDay(day + 1)))
  }

  @Test("names in a row")
  func lists() {
    #expect(French().list(["Ann", "Ben", "Cat"]) == "Ann, Ben et Cat")
    #expect(German().list(["Ann", "Ben", "Cat"]) == "Ann, Ben und Cat")
    #expect(Polish().list(["Ann", "Ben", "Cat"]) == "Ann, Ben i Cat")
    #expect(Arabic().list(["آن", "بن", "كات"]) == "آن وبن وكات")
    for language in LetterLanguages.all {
      #expect(language.list([]) == "")
      #expect(language.list(["Ann"]) == "Ann")
    }
  }

  @Test(
    "the Spanish y becomes e before the sound of an i, and of that alone",
    arguments: [
      ("Ben", "y Ben"), ("Inés", "e Inés"), ("Hilda", "e Hilda"), ("Íñigo", "e Íñigo"), ("Yvonne", "e Yvonne"),
      ("Yolanda", "y Yolanda"), ("Iago", "y Iago"), ("Hiedra", "y Hiedra"), ("Hugo", "y Hugo"), ("I", "e I"),
    ])
  func spanishAnd(name: String, said: String) { #expect(Spanish().list(["Ann", name]) == "Ann \(said)") }

  /// A wall clock of that day; from 24:00 on, of the next.
  private static func civil(_ day: Day, _ clock: String) throws -> CivilDateTime {
    let parts = try clock.split(separator: ":").map { try #require(Int($0)) }
    return CivilDateTime(localSeconds: day.ordinal * 86_400 + parts[0] * 3_600 + parts[1] * 60)
  }

  /// With common spaces: which are not to be broken is seen in the letters.
  private static func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
}
