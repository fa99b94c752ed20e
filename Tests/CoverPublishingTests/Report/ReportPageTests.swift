import CivilTime
import CoverDomain
import CoverTestSupport
import Crypto
import Foundation
import Testing

@testable import CoverPublishing

@Suite("report.html")
struct ReportPageTests {
  /// A plan in which most things that can be told are.
  private func busy() -> SamplePlan {
    var sample = SamplePlan { roster in
      roster.clinician("dan") { $0.name = "Dan Dale" }
      roster.closure("2026-12-24 13:00-24:00")
    }
    sample.roster.referral("ben", .specialist, "2026-12-21..2026-12-22", "AB1", needs: "sex-therapy", key: "R1")
    sample.roster.referral("cat", .secondOpinion, "2026-12-16..2026-12-18", "CD2", key: "R2")
    sample.met["R2"] = ("ben", "2026-12-16 15:00-15:50")
    sample.covers["S1"] = nil
    sample.contact = nil
    sample.brokenPromises = [
      BrokenPromise(
        pin: Pin(session: sample.session2, colleague: ClinicianID("cat"), start: nil, reason: .accepted),
        rules: [.onLeave])
    ]
    sample.reading = Reading(
      ledger: [LedgerEntry(file: "clinicians/ann.ics", components: 4, counts: [.session: 3, .leave: 1])],
      unrecognised: [
        UnrecognisedEvent(
          clinician: ClinicianID("ann"), interval: sample.roster.times.interval("2026-12-21 15:00-16:00"),
          summary: "Zora Q.", source: Source(file: "clinicians/ann.ics", line: 12))
      ], remarks: ["clients.csv:4: something odd"])
    return sample
  }

  @Test("says what the summary says: the same parts in the same order, and every word of them")
  func sameWords() throws {
    for sample in [SamplePlan(), busy(), SamplePlan(isAway: false)] {
      let publication = try sample.publication()
      let page = try publication.page()
      let parts = page.all("section").map { $0.all("h2").map(\.words).joined() }
      let told = publication.summary.sections.filter { !$0.lines.isEmpty }.map(\.title)
      #expect(parts.filter { $0 != "The files that were read" } == told)
      #expect(page.words.contains(publication.summary.headline))
      for section in publication.summary.sections {
        let part = try #require(page.all("section").first { $0.all("h2").first?.words == section.title })
        let words = part.all.map(\.words)
        for line in section.lines {
          // A table's cells and an entry's facts stand apart; all else is running text.
          for piece in line.replacing(/\s{2,}/, with: "\n").split(separator: "\n") {
            #expect(words.contains { $0.contains(piece) }, "\(section.title): \(piece)")
          }
        }
      }
    }
  }

  @Test("begins with what needs a person, and says so where nothing does")
  func answerFirst() throws {
    let busy = try busy().publication().page()
    #expect(busy.all("section").first?.attributes["id"] == "needs-you")
    #expect(busy.all("h3").first?.words == "Promises that cannot be kept")
    let calm = try SamplePlan(isAway: false).publication().page()
    #expect(calm.words.contains("Nothing needs you."))
  }

  @Test("runs no script, fetches nothing, sends nothing, and looks as its own style says and no other")
  func policy() throws {
    let publication = try busy().publication()
    let page = try publication.page()
    let style = try #require(page.all("style").first).text
    let digest = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
    let policy = page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes[
      "content"]
    #expect(policy == "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'")
    #expect(page.all("style").count == 1)
    for element in page.all {
      #expect(!["script", "img", "iframe", "object", "embed", "link", "form", "base"].contains(element.name))
      for (name, value) in element.attributes {
        #expect(name != "style" && name != "src" && name != "srcset" && !name.hasPrefix("on"), "\(name)")
        if name == "href" { #expect(value.hasPrefix("#") || value.hasPrefix("./"), "\(value)") }
      }
    }
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("expression"))
    #expect(!publication.text("report.html").contains("http:") && !publication.text("report.html").contains("https:"))
  }

  @Test("has headings in order, ids that stand once, names for its parts, and tables with captions and scopes")
  func structure() throws {
    let page = try busy().publication().page()
    #expect(page.attributes["lang"] == "en" && page.attributes["dir"] == "ltr")
    let ids = page.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    var level = 0
    for heading in page.all where heading.name.count == 2 && heading.name.hasPrefix("h") && heading.name != "hr" {
      let next = Int(heading.name.dropFirst()) ?? 0
      guard next > 0 else { continue }
      #expect(next <= level + 1, "\(heading.words)")
      level = next
    }
    #expect(page.all("h1").count == 1 && page.all("main").count == 1 && page.all("header").count == 1)
    for element in page.all {
      for id in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(id)))
      }
      if let link = element.attributes["href"], link.hasPrefix("#") { #expect(ids.contains(String(link.dropFirst()))) }
      if element.name == "a" || element.name == "summary" { #expect(!element.words.isEmpty) }
    }
    let tables = page.all("table")
    #expect(tables.count > 8)
    for table in tables {
      #expect(table.children.first?.name == "caption" && !(table.children.first?.words.isEmpty ?? true))
      #expect(table.all("th").allSatisfy { $0.attributes["scope"] != nil })
      let columns = table.all("thead").first?.all("th").count
      for row in table.all("tr") { #expect(row.children.count == columns) }
      for row in table.all("tbody").flatMap({ $0.all("tr") }) { #expect(row.children.first?.name == "th") }
    }
  }

  @Test("names no client but by id, and no title of an event")
  func discretion() throws {
    let page = try busy().publication().text("report.html")
    for word in ["Zora", "Quill", "Ivo", "Uma", "client.example"] { #expect(!page.contains(word), "\(word)") }
  }

  @Test("a letter's file is a link, and the file is there")
  func letters() throws {
    let publication = try SamplePlan().publication()
    let links = try publication.page().all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("./") }
    #expect(links.count == publication.notices.count && !links.isEmpty)
    for link in links { #expect(publication.paths.contains(String(link.dropFirst(2)))) }
  }

  // MARK: Hostile texts

  /// The elements of a page with the names of their attributes, in order.
  private func shape(_ page: PageElement) -> [String] {
    page.all.map { "\($0.name) \($0.attributes.keys.sorted())" }
  }

  private func named(_ name: (String) -> String) -> SamplePlan {
    var sample = SamplePlan(clients: false) { roster in
      for id in ["ann", "ben", "cat"] { roster.change(clinician: id) { $0.name = name(id) } }
      for id in ["AB1", "CD2", "EF3"] { roster.client(id, of: "ann") { $0.name = name(id) } }
    }
    sample.covers["S1"] = nil
    sample.reading = Reading(
      ledger: [LedgerEntry(file: name("file"), components: 1, counts: [.busy: 1])],
      unrecognised: [
        UnrecognisedEvent(
          clinician: ClinicianID("ann"), interval: sample.roster.times.interval("2026-12-21 15:00-16:00"),
          summary: name("title"), source: Source(file: name("file"), line: 3))
      ], remarks: ["x.ics:1: \(name("remark"))"])
    return sample
  }

  @Test(
    "no name, file or remark adds an element or an attribute, or is lost",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "</style><script>", "<!--",
      "-->",
      "]]>", "&lt;b&gt;", "&#x3C;b>", "\0<b>", "\u{202E}evil", "\u{2066}\u{2069}", "</td></tr></table>", "`x`",
      "{{name}}",
      "漢字", "مرحبا", "<svg/onload=alert(1)>", "\u{FEFF}", "\r\n\r\n<p>", "\u{85}", "\u{2028}", "a'\"<>&b",
    ])
  func hostile(text: String) throws {
    let plain = shape(try named { $0 }.publication().page())
    let publication = try named { "x\(text)\($0)" }.publication()
    let page = try publication.page()
    #expect(shape(page) == plain)
    let shown = PlainText.oneLine("x\(text)ben")
    #expect(page.words.contains(shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    #expect(!publication.text("report.html").unicodeScalars.contains { $0.value == 0 })
  }
}
