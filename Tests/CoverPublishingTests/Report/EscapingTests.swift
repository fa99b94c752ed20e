import Testing

@testable import CoverPublishing

@Suite("Escaping in pages")
struct EscapingTests {
  @Test("text begins no element and no reference, and a value does not end")
  func contexts() {
    #expect(Escaping.text("<b>&amp;\"'`") == "&lt;b&gt;&amp;amp;\"'`")
    #expect(Escaping.value("\"'`<>&") == "&quot;&#39;&#96;&lt;&gt;&amp;")
  }

  @Test("what no one sees is left out, and what controls becomes a space")
  func invisible() {
    #expect(Escaping.text("a\0b\u{202E}c\u{2028}d\u{200B}\u{FEFF}e\r\nf\u{85}") == "a bc de  f ")
  }

  @Test("letters, accents and signs of every script stay")
  func letters() {
    for text in ["Inès", "漢字", "مرحبا", "e\u{301}", "👩‍👩‍👧", "ß", "\u{FFFD}"] { #expect(Escaping.text(text) == text) }
  }

  @Test("an element is written with its attributes in order, and void ones have no end")
  func elements() {
    let html = Tag.p(.class("a\"b"), .id("x")) {
      "1 < 2"
      Tag.span { "&" }
    }
    #expect(html.markup == "\n<p class=\"a&quot;b\" id=\"x\">1 &lt; 2<span>&amp;</span></p>")
    #expect(Tag.meta(.charset("utf-8")).markup == "\n<meta charset=\"utf-8\">")
  }

  @Test("lengths are hundredths with two digits at most")
  func lengths() {
    #expect(Attribute.x(0).value == "0%")
    #expect(Attribute.width(1).value == "100%")
    #expect(Attribute.width(1.0 / 3).value == "33.33%")
    #expect(Attribute.width(0.125).value == "12.50%")
    #expect(Attribute.width(0.0005).value == "0.05%")
  }

  @Test(
    "a link leads to a file beside the page, whatever it is called",
    arguments: [
      ("notices/a.txt", "./notices/a.txt"), ("javascript:alert(1)", "./javascript%3Aalert%281%29"),
      ("../../etc/passwd", "./etc/passwd"), ("//evil.example/x", "./evil.example/x"),
      ("a%2Fb?c#d", "./a%252Fb%3Fc%23d"),
    ])
  func links(path: String, link: String) {
    #expect(Attribute.link(toFile: path).value == link)
  }
}
