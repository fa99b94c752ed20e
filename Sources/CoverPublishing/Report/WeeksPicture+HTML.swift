import CivilTime
import CoverDomain

/// The picture is made of tables, a week each: what is seen can be read aloud, cell by cell, and needs no colours.
extension WeeksPicture {
  var html: HTML {
    Tag.figure(.class("weeks"), .labelledBy("weeks-key")) {
      Tag.figcaption(.id("weeks-key")) { key }
      Tag.div(.class("grid")) {
        for week in weeks { table(week) }
      }
    }
  }

  /// What the marks mean.
  private var key: HTML {
    Tag.ul(.class("key"), .label("What the marks mean")) {
      Tag.li {
        Tag.span(.class("mark away"), .hidden)
        " away"
      }
      Tag.li {
        Tag.span(.class("mark partly"), .hidden)
        " away for a part of the day"
      }
      Tag.li {
        Tag.span(.class("chip covers"), .hidden) { "2" }
        " covers so many sessions of others"
      }
      Tag.li {
        Tag.span(.class("chip gap"), .hidden) { "!1" }
        " so many of their sessions that nobody covers"
      }
      Tag.li {
        Tag.span(.class("mark closed"), .hidden)
        " closed"
      }
      Tag.li {
        Tag.span(.class("mark off"), .hidden)
        " does not work"
      }
      Tag.li {
        bar(0.75, of: 0.25)
        " 6/8: sessions of the week and how many it holds, cover in green; without a limit, time"
      }
    }
  }

  private func table(_ week: WeekRows) -> HTML {
    Tag.table(.class("week")) {
      Tag.caption { "Week of \(times.shortDay(week.week.monday))" }
      Tag.thead {
        Tag.tr {
          Tag.th(.scope(.col), .class("who")) { Tag.span(.class("unseen")) { "Clinician" } }
          for day in week.days {
            Tag.th(.scope(.col), .class("day")) {
              Tag.span(.hidden) { String(times.shortDay(day).prefix(2)) }
              Tag.span(.hidden) { String(day.date.day) }
              Tag.span(.class("unseen")) { times.shortDay(day) }
            }
          }
          Tag.th(.scope(.col), .class("load")) { "sessions" }
        }
      }
      Tag.tbody {
        for row in week.rows {
          Tag.tr {
            Tag.th(.scope(.row), .class("who")) { Tag.bdi { row.name } }
            for mark in row.days { cell(mark, of: row.clinician) }
            load(row.load)
          }
        }
      }
    }
  }

  private func cell(_ mark: DayMark, of clinician: ClinicianID) -> HTML {
    Tag.td(.class(mark.cell.style)) {
      if let words = mark.cell.words { Tag.span(.class("unseen")) { words + " " } }
      if mark.covers > 0 {
        Tag.span(.class("chip covers")) {
          Tag.span(.class("unseen")) { "covers " }
          count(mark.covers, .day(mark.day, "covers", clinician))
        }
      }
      if mark.gaps > 0 {
        Tag.span(.class("chip gap")) {
          Tag.span(.hidden) { "!" }
          count(mark.gaps, .day(mark.day, "gaps", clinician))
          Tag.span(.class("unseen")) { " not covered" }
        }
      }
    }
  }

  private func load(_ load: WeekLoad) -> HTML {
    Tag.td(.class("load")) {
      Tag.span(.class(load.isEmpty ? "sum empty" : "sum")) {
        count(load.sessions, .load(load, "sessions"))
        if let room = load.room {
          Tag.span(.hidden) { "/" }
          Tag.span(.class("unseen")) { " of " }
          count(room, .load(load, "room"))
        }
      }
      bar(load.fullness, of: load.coverFullness)
    }
  }

  private func count(_ number: Int, _ tally: Tally) -> HTML {
    Tag.data(.value(number), .tally(tally)) { String(number) }
  }

  /// How full a week is, and how much of that is cover; the numbers stand beside it.
  private func bar(_ fullness: Double, of cover: Double) -> HTML {
    Tag.svg(.class("bar"), .hidden) {
      Tag.rect(.class("room"), .x(0), .width(1), .fullHeight)
      Tag.rect(.class("own"), .x(0), .width(fullness - cover), .fullHeight)
      Tag.rect(.class("cover"), .x(fullness - cover), .width(cover), .fullHeight)
    }
  }
}

extension WeeksPicture.Cell {
  fileprivate var style: String {
    switch self {
    case .closed: "closed"
    case .away: "away"
    case .partlyAway: "partly"
    case .working: "here"
    case .notWorking: "off"
    }
  }

  /// What the cell looks like, for whoever does not see it.
  fileprivate var words: String? {
    switch self {
    case .closed: "closed"
    case .away: "away"
    case .partlyAway: "partly away"
    case .working: nil
    case .notWorking: "does not work"
    }
  }
}
