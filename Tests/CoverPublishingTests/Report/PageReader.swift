import Foundation
import FoundationXML
import Testing

@testable import CoverPublishing

/// An element of the page, as a reader that knows nothing of its writer finds it.
final class PageElement {
  let name: String
  let attributes: [String: String]
  private(set) var children: [PageElement] = []
  /// The text of the element and of what it holds, in order.
  fileprivate(set) var text = ""

  fileprivate init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  fileprivate func add(_ child: PageElement) { children.append(child) }

  /// The element and everything in it, in order.
  var all: [PageElement] { [self] + children.flatMap(\.all) }

  func all(_ name: String) -> [PageElement] { all.filter { $0.name == name } }

  func hasClass(_ name: String) -> Bool {
    attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false
  }

  /// The text with runs of white space as one space.
  var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// Reads a page strictly: every element is closed where it should be, every attribute is quoted and stands once.
final class PageReader: NSObject, XMLParserDelegate {
  private var open: [PageElement] = [PageElement("page", [:])]

  static func read(_ page: String) throws -> PageElement {
    let reader = PageReader()
    // The page is XML but for its first line and the elements that have no end.
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    let body = page.dropFirst("<!DOCTYPE html>".count)
      .replacing(/<meta [^>]*/) { $0.output + "/" }
    let parser = XMLParser(data: Data(body.utf8))
    parser.delegate = reader
    let isRead = parser.parse()
    try #require(isRead, "\(String(describing: parser.parserError)), line \(parser.lineNumber)")
    return try #require(reader.open.first?.children.first)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = PageElement(name, attributes)
    open.last?.add(element)
    open.append(element)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for element in open { element.text += text }
  }
}

extension Publication {
  /// The page, read.
  func page() throws -> PageElement { try PageReader.read(text("report.html")) }
}
