/// The elements that the page is made of.
struct Tag: Hashable, Sendable {
  let name: String
  /// Whether it has neither content nor an end.
  let isVoid: Bool
  /// Whether it begins a line of the file: white space there shows nowhere, and a person can read the file.
  let beginsLine: Bool

  private init(_ name: String, isVoid: Bool = false, beginsLine: Bool = true) {
    self.name = name
    self.isVoid = isVoid
    self.beginsLine = beginsLine
  }

  /// The element with attributes and content.
  func callAsFunction(_ attributes: Attribute?..., @HTMLBuilder content: () -> [HTML] = { [] }) -> HTML {
    .element(self, attributes.compactMap { $0 }, content())
  }

  static let html = Tag("html")
  static let head = Tag("head")
  static let meta = Tag("meta", isVoid: true)
  static let title = Tag("title")
  static let body = Tag("body")
  static let header = Tag("header")
  static let nav = Tag("nav")
  static let main = Tag("main")
  static let section = Tag("section")
  static let footer = Tag("footer")
  static let figure = Tag("figure")
  static let figcaption = Tag("figcaption")
  static let h1 = Tag("h1")
  static let h2 = Tag("h2")
  static let h3 = Tag("h3")
  static let p = Tag("p")
  static let div = Tag("div")
  static let ul = Tag("ul")
  static let li = Tag("li")
  static let dl = Tag("dl")
  static let dt = Tag("dt")
  static let dd = Tag("dd")
  static let details = Tag("details")
  static let summary = Tag("summary")
  static let table = Tag("table")
  static let caption = Tag("caption")
  static let thead = Tag("thead")
  static let tbody = Tag("tbody")
  static let tfoot = Tag("tfoot")
  static let tr = Tag("tr")
  static let th = Tag("th", beginsLine: false)
  static let td = Tag("td", beginsLine: false)
  static let a = Tag("a", beginsLine: false)
  static let strong = Tag("strong", beginsLine: false)
  static let span = Tag("span", beginsLine: false)
  static let bdi = Tag("bdi", beginsLine: false)
  static let data = Tag("data", beginsLine: false)
  static let svg = Tag("svg", beginsLine: false)
  static let desc = Tag("desc", beginsLine: false)
  static let rect = Tag("rect", beginsLine: false)
}
