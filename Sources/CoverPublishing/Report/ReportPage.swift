import CoverDomain

/// report.html: the account of a publication as a page that looks after itself. It holds no script, fetches nothing, and
/// says what the summary says, in the same words and order, with a picture of the weeks.
struct ReportPage: Sendable {
  let account: Account
  let picture: WeeksPicture

  /// The file, ending with a line feed.
  var text: String { "<!DOCTYPE html>" + html.markup + "\n" }

  private var html: HTML {
    Tag.html(.lang("en"), .dir("ltr")) {
      head
      Tag.body {
        Tag.a(.class("skip"), .link(to: "main")) { "To what needs you" }
        Tag.header {
          Tag.p(.class("practice")) { Tag.bdi { account.practice } }
          Tag.h1 { account.period.prefix(1).uppercased() + account.period.dropFirst() }
          Tag.p(.class("headline")) { account.headline }
          shares
        }
        contents
        Tag.main(.id("main")) {
          if !account.parts.contains(where: { $0.name == .needs || $0.name == .ringFirst }) {
            Tag.p(.class("well")) { "Nothing needs you." }
          }
          for part in account.parts { section(part) }
        }
        Tag.footer {
          Tag.p {
            "Made by plan-cover from the practice's calendars. Clients stand here by their ids alone. Keep this page where only those can read it who may read clients.csv."
          }
        }
      }
    }
  }

  private var head: HTML {
    Tag.head {
      Tag.meta(.charset("utf-8"))
      Tag.meta(.httpEquivalent("Content-Security-Policy"), .content(ReportStyle.sheet.policy))
      Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      Tag.meta(.name("color-scheme"), .content("light dark"))
      Tag.meta(.name("referrer"), .content("no-referrer"))
      Tag.meta(.name("robots"), .content("noindex, nofollow, noarchive"))
      Tag.title { "\(account.practice): \(account.period)" }
      HTML.style(ReportStyle.sheet)
    }
  }

  /// The headline's numbers, side by side, over a bar of their shares.
  @HTMLBuilder private var shares: [HTML] {
    let all = account.shares.reduce(0) { $0 + $1.count }
    if all > 0 {
      Tag.svg(.class("shares"), .role("img"), .labelledBy("shares-title shares-words")) {
        Tag.title(.id("shares-title")) { "What becomes of the sessions" }
        Tag.desc(.id("shares-words")) { account.headline }
        for (index, share) in account.shares.enumerated() {
          let before = account.shares.prefix(index).reduce(0) { $0 + $1.count }
          Tag.rect(
            .class(share.kind.rawValue), .x(Double(before) / Double(all)), .width(Double(share.count) / Double(all)),
            .fullHeight)
        }
      }
      Tag.dl(.class("shares")) {
        for share in account.shares {
          Tag.div(.class(share.kind.rawValue)) {
            Tag.dt { share.words.lowercased() }
            Tag.dd {
              Tag.data(.value(share.count), .tally(share.tally)) { String(share.count) }
              if let aside = share.aside { Tag.span(.class("aside")) { " " + aside } }
            }
          }
        }
      }
    }
  }

  private var contents: HTML {
    Tag.nav(.label("Parts of this page")) {
      Tag.ul {
        for part in account.parts {
          Tag.li { Tag.a(.link(to: part.name.rawValue)) { part.title } }
        }
      }
    }
  }

  private func section(_ part: Account.Part) -> HTML {
    Tag.section(.id(part.name.rawValue), .class("part"), .labelledBy("\(part.name.rawValue)-title")) {
      Tag.h2(.id("\(part.name.rawValue)-title")) { part.title }
      if part.name == .weeks { picture.html }
      if part.name == .needs {
        BlockMarkup(hasCards: true).cards(part.blocks)
      } else {
        BlockMarkup(hasCards: part.name == .ringFirst).beside(part.blocks)
      }
    }
  }
}
