extension CalendarDocument {
  /// The document with those of its components alone, in the order given.
  public func keeping(_ indices: [Int]) -> CalendarDocument {
    CalendarDocument(
      method: method, zoneName: zoneName, components: indices.map { components[$0] }, problems: problems,
      headers: headers)
  }

  /// One document of several: the components of each after those of the one before, each with the METHOD, the time zones
  /// and the X-WR-TIMEZONE of the VCALENDAR that it stood in. Components of one UID are one event then.
  public static func joining(_ documents: [CalendarDocument]) -> CalendarDocument {
    var components: [Component] = []
    var headers: [CalendarHeader] = []
    for document in documents {
      components += document.components.map { $0.moved(by: headers.count) }
      headers += document.headers
    }
    return CalendarDocument(
      method: documents.first?.method, zoneName: documents.lazy.compactMap(\.zoneName).first, components: components,
      problems: documents.flatMap(\.problems), headers: headers)
  }

  private init(
    method: String?, zoneName: String?, components: [Component], problems: [CalendarProblem],
    headers: [CalendarHeader]
  ) {
    self.method = method
    self.zoneName = zoneName
    self.components = components
    self.problems = problems
    self.headers = headers
  }
}

extension Component {
  /// The component in a VCALENDAR so many further on.
  fileprivate func moved(by count: Int) -> Component {
    count == 0
      ? self
      : Component(
        kind: kind, line: line, properties: properties, children: children.map { $0.moved(by: count) },
        calendarIndex: calendarIndex + count, problem: problem)
  }
}
