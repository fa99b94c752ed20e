import ICalendar

/// What marks an event as leave, and what as taking up time.
enum EventMarks {
  /// TRANSP, and where it is absent the busy status of Windows' calendars.
  static func isOpaque(_ component: Component) -> Bool {
    if component.first("TRANSP") != nil { return !component.isTransparent }
    return status(component, "X-MICROSOFT-CDO-BUSYSTATUS") != "FREE"
  }

  /// Busy status OOF, or a category or the summary among the words of leave. Transparent events count as well.
  static func isLeave(_ component: Component, _ words: LeaveWords) -> Bool {
    let status = status(component, "X-MICROSOFT-CDO-BUSYSTATUS")
    if status == "OOF" { return true }
    // What the organiser meant it to be, as long as the clinician has not set something else.
    if status == nil || status == "TENTATIVE", self.status(component, "X-MICROSOFT-CDO-INTENDEDSTATUS") == "OOF" {
      return true
    }
    if component.all("CATEGORIES").contains(where: { $0.texts.contains { words.marks(category: $0) } }) { return true }
    return words.marks(summary: Words(component.first("SUMMARY")?.text ?? ""))
  }

  private static func status(_ component: Component, _ name: String) -> String? {
    component.first(name).map { $0.value.trimmed.uppercased() }
  }
}
