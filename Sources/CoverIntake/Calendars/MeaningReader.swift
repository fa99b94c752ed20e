import CoverDomain
import CoverIdentity
import ICalendar

/// Reads what components mean: formats and words are in the documentation of the calendars.
struct MeaningReader: Sendable {
  let clients: ClientIndex
  let events: EventEntries
  let clinicians: ClinicianIndex
  let leaveWords: LeaveWords
  let places: PlaceFinder

  /// A meaning and what is odd about it.
  struct Read: Sendable {
    let meaning: ComponentMeaning
    var remark: String?
    var doubt: Doubt?
    /// The entries of `events` in practice.yaml that settle it.
    var settledBy: [Int] = []
    /// Whether nothing but the title names its clients.
    var isByTitle = false
    /// Whether an entry says that it is no session: then nobody is asked again.
    var isSettledAsOther = false
    /// Of an event of leave.ics that is not understood: whose time is held all the same.
    var held: [ClinicianID] = []
  }

  /// What about a session a person may know better.
  enum Doubt: Hashable, Sendable {
    /// Its title alone names clients, and all of them are of another clinician.
    case clientOfAnother
    /// Its title says that it does not take place.
    case saysCancelled
  }

  func read(_ component: Component, in owner: CalendarFinder.Owner) -> Read {
    switch component.kind {
    case .event: break
    case .freeBusy: return Read(meaning: .periods)
    case .availability: return Read(meaning: .availability)
    case .todo: return todo(component, in: owner)
    case .journal, .alarm: return Read(meaning: .free)
    case .available: return Read(meaning: .notUnderstood(reason: "AVAILABLE outside a VAVAILABILITY", hint: nil))
    case .other: return Read(meaning: .notUnderstood(reason: "a component of a kind that is not known", hint: nil))
    }
    // Our own publication come back: what stands is planned anew.
    if Self.isOwn(component) { return Read(meaning: .free) }
    switch owner {
    case .closures: return Read(meaning: .closure)
    case .requests: return Read(meaning: .free)
    case .sharedLeave: return sharedLeave(component)
    case .clinician(let id): return event(component, of: id)
    }
  }

  /// Whether plan-cover wrote it.
  static func isOwn(_ component: Component) -> Bool {
    component.uid.map(EventIdentity.isOurs) ?? false || component.first("X-PLAN-COVER-KIND") != nil
  }

  private func event(_ component: Component, of clinician: ClinicianID) -> Read {
    let text = component.first("SUMMARY")?.text ?? ""
    let settlement = events.settlement(uid: component.uid, summary: Words(text), of: clinician)
    var read = meaning(component, text, clinician, settlement)
    read.settledBy = settlement?.entries ?? []
    if let settlement, settlement.outcome == nil {
      let lines = settlement.entries.map { String(events.places[$0].line) }.joined(separator: ", ")
      read.remark =
        "entries of 'events' in practice.yaml contradict one another here (lines \(lines)), and none holds: "
        + "name the event by its uid"
      read.settledBy = []
    }
    return read
  }

  private func meaning(
    _ component: Component, _ text: String, _ clinician: ClinicianID, _ settlement: EventEntries.Settlement?
  ) -> Read {
    if case .other(let other) = settlement?.outcome, settlement?.isByUID == true || names(component).isEmpty {
      switch other {
      case .busy: return Read(meaning: .busy, isSettledAsOther: true)
      case .free: return Read(meaning: .free, isSettledAsOther: true)
      case .leave: return Read(meaning: .leave([clinician]), isSettledAsOther: true)
      }
    }
    let isOpaque = EventMarks.isOpaque(component)
    var remark: String?
    switch clients(of: component, clinician, settlement, remark: &remark) {
    case .clients(let found):
      let isSettled = settlement?.outcome != nil
      let isByTitle =
        !isSettled && names(component).isEmpty && attending(component, text, clinician).isEmpty
      return Read(
        meaning: isOpaque ? .session(found, places.place(of: component)) : .free, remark: remark,
        doubt: isSettled ? nil : doubt(text, found, clinician, isByTitle: isByTitle), isByTitle: isByTitle)
    case .ambiguous(let found):
      let names = found.map(\.text).joined(separator: ", ")
      return Read(
        meaning: isOpaque ? .busy : .free,
        remark: "the summary fits several clients of one name (\(names)), and counts as busy time: "
          + "name one by id in the summary, or by X-PLAN-COVER-CLIENT")
    case .nobody:
      break
    }
    if component.first("X-PLAN-COVER-CLIENT") != nil {
      return Read(
        meaning: .notUnderstood(
          reason: "X-PLAN-COVER-CLIENT names nobody of clients.csv",
          hint: "correct the id, or add the client to clients.csv"))
    }
    if EventMarks.isLeave(component, leaveWords) {
      let named = clinicians.clinicians(in: Words(text))
      // It stands in this clinician's calendar, and so it is theirs; but it may be somebody else's that was noted there.
      let other = named.contains(clinician) ? nil : named.min()
      return Read(
        meaning: .leave([clinician]),
        remark: other.map {
          "this leave of '\(clinician)' names '\($0)': put another's leave into their calendar or leave.ics"
        })
    }
    return Read(meaning: isOpaque ? .busy : .free)
  }

  /// The ids that X-PLAN-COVER-CLIENT holds.
  private func names(_ component: Component) -> [String] {
    component.all("X-PLAN-COVER-CLIENT").flatMap { $0.text.split(separator: ";") }.map(\.trimmed).filter { !$0.isEmpty }
  }

  private func attending(_ component: Component, _ text: String, _ clinician: ClinicianID) -> [ClientID] {
    let addresses = component.all("ATTENDEE").flatMap(EmailAddress.all)
    return addresses.isEmpty ? [] : clients.clients(emails: addresses, text: text, of: clinician)
  }

  /// By an entry of `events` for the UID, else by X-PLAN-COVER-CLIENT, else by an entry of `events` for the title together
  /// with all else that names somebody, else by ATTENDEE, else by the summary.
  private func clients(
    of component: Component, _ clinician: ClinicianID, _ settlement: EventEntries.Settlement? = nil,
    remark: inout String?
  ) -> ClientIndex.Match {
    var settled: [ClientID] = []
    if case .clients(let found) = settlement?.outcome {
      if settlement?.isByUID == true { return .clients(found) }
      settled = found
    }
    let named = names(component)
    if !named.isEmpty {
      let found = Set(named.compactMap { clients.client(id: $0) }).sorted()
      if !found.isEmpty, named.contains(where: { clients.client(id: $0) == nil }) {
        remark = "X-PLAN-COVER-CLIENT names somebody who is not in clients.csv"
      }
      return found.isEmpty ? .nobody : .clients(found)
    }
    let text = component.first("SUMMARY")?.text ?? ""
    let attending = attending(component, text, clinician)
    guard settled.isEmpty else { return clients.match(text, of: clinician, settled: settled + attending) }
    if !attending.isEmpty { return .clients(attending) }
    return clients.match(text, of: clinician)
  }

  private func doubt(
    _ text: String, _ found: [ClientID], _ clinician: ClinicianID, isByTitle: Bool
  ) -> Doubt? {
    if CancelledTitles.marks(Words(text)) { return .saysCancelled }
    return isByTitle && found.allSatisfy { clients.isOfAnother($0, than: clinician) } ? .clientOfAnother : nil
  }

  /// A request for a second professional, or a task of the clinician's own.
  private func todo(_ component: Component, in owner: CalendarFinder.Owner) -> Read {
    guard RequestReader.isRequest(component) else { return Read(meaning: .free) }
    let asking: ClinicianID
    switch owner {
    case .clinician(let id): asking = id
    case .requests:
      guard let id = clinician(asking: component) else {
        return Read(
          meaning: .notUnderstood(
            reason: "a request for a second professional names no clinician who asks",
            hint: "give X-PLAN-COVER-FOR the clinician's id of practice.yaml"))
      }
      asking = id
    case .sharedLeave, .closures: return Read(meaning: .free)
    }
    if RequestReader.isDone(component) { return Read(meaning: .free) }
    var remark: String?
    let found = clients(of: component, asking, remark: &remark)
    return Read(
      meaning: RequestReader.meaning(component, of: asking, clients: found, place: places.place(of: component)),
      remark: remark)
  }

  private func clinician(asking component: Component) -> ClinicianID? {
    let named = component.first("X-PLAN-COVER-FOR").map { Words($0.text) }.map { clinicians.clinicians(in: $0) } ?? []
    return named.count == 1 ? named.first : nil
  }

  /// Whose leave an event of leave.ics is: of everybody whom the title names, or who is invited; where both name
  /// somebody, of whom both name. ORGANIZER counts where neither does.
  ///
  /// Where title and invitation contradict one another, or one address is several people's, somebody has to say whose it
  /// is; until then the time of everyone who is named is held.
  private func sharedLeave(_ component: Component) -> Read {
    let organizer = owners(of: component.all("ORGANIZER"))
    var attending = owners(of: component.all("ATTENDEE"))
    // Who sends an invitation stands among those invited.
    if Set(attending.joined()).count > 1 { attending.removeAll { organizer.contains($0) } }
    let named = clinicians.clinicians(in: Words(component.first("SUMMARY")?.text ?? ""))
    let invited = Set((attending.isEmpty && named.isEmpty ? organizer : attending).joined())
    let both = invited.intersection(named)
    let isClear = (attending.isEmpty ? organizer : attending).allSatisfy { $0.count == 1 }
    let people = !both.isEmpty ? both : named.isEmpty && isClear ? invited : invited.isEmpty ? named : []
    if !people.isEmpty { return Read(meaning: .leave(people.sorted())) }
    let all = invited.union(named).sorted()
    return Read(
      meaning: .notUnderstood(
        reason: all.isEmpty
          ? "whose leave this is cannot be read"
          : "whose leave this is is not clear: it names \(all.map(\.text).joined(separator: ", "))",
        hint: "name the clinician by id or full name in its title, or invite them by the email of practice.yaml"),
      held: all)
  }

  /// Those whose address it is, for each address of a clinician's.
  private func owners(of properties: [Property]) -> [[ClinicianID]] {
    properties.flatMap(EmailAddress.all).map { clinicians.clinicians(email: $0) }.filter { !$0.isEmpty }
  }
}
