import CoverDomain

/// The names by which files speak of people and places.
struct Names: Sendable {
  let practice: Practice

  /// The clinician's name on one line; the id of one whom practice.yaml no longer knows.
  func clinician(_ id: ClinicianID) -> String {
    let name = practice.clinician(id).map { PlainText.oneLine($0.name) } ?? ""
    return name.isEmpty ? PlainText.oneLine(id.text) : name
  }

  /// `Dr Amara Osei (amara-osei)`.
  func clinicianWithID(_ id: ClinicianID) -> String {
    let name = clinician(id)
    return name == id.text ? name : "\(name) (\(PlainText.oneLine(id.text)))"
  }

  /// Client ids, parted by commas.
  func clients(_ ids: [ClientID]) -> String { ids.map { PlainText.oneLine($0.text) }.joined(separator: ", ") }

  /// The place in a table: the site's id, `online`, or nothing.
  func place(_ place: Place) -> String {
    switch place {
    case .site(let site): PlainText.oneLine(site.text)
    case .online: "online"
    case .open: ""
    }
  }

  /// The site as a client knows it: `harbour-street` is `Harbour Street`.
  static func site(_ id: SiteID) -> String {
    PlainText.oneLine(id.text).split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " })
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
