import CoverDomain

/// The part `outside` of practice.yaml: professionals outside the practice.
enum OutsideEntries {
  static let keys = [
    "id", "name", "email", "phone", "address", "specialties", "languages", "background", "jurisdictions", "payers",
    "note",
  ]
  static let maxCount = 20_000

  /// - Parameter clinicians: the ids that are taken, in small letters, with their names for a message.
  static func read(_ nodes: [YamlNode]?, clinicians: Set<String>, _ context: YamlContext) -> [OutsideProfessional] {
    guard let nodes else { return [] }
    guard nodes.count <= maxCount else {
      context.note(
        nodes[maxCount], "more than \(maxCount) professionals in 'outside'", hint: "keep those whom you refer to")
      return []
    }
    var lines: [String: Int] = [:]
    return nodes.compactMap { node in
      guard let mapping = YamlMapping(node, "a professional outside", keys: keys, context) else { return nil }
      mapping.require("id")
      mapping.require("name")
      let id = mapping.text("id").flatMap { context.isIdentifier($0, "the id") ? $0 : nil }
      let professional = professional(OutsideID(id?.text ?? "?"), mapping)
      guard let id else { return nil }
      if clinicians.contains(id.text.lowercased()) {
        context.note(
          id.node, "the id \(ShownText.quoted(id.text)) is that of a clinician",
          hint: "'outside' is for people who do not work here; give them an id of their own")
        return nil
      }
      if let line = lines[id.text.lowercased()] {
        context.note(
          id.node, "the id \(ShownText.quoted(id.text)) is used twice in 'outside', first in line \(line)",
          hint: "each has an id of their own")
        return nil
      }
      lines[id.text.lowercased()] = id.node.line
      if professional.email == nil, professional.phone == nil, professional.address == nil,
        !["email", "phone", "address"].contains(where: mapping.has)
      {
        context.note(
          node, "\(ShownText.quoted(id.text)) in 'outside' has neither email, phone nor address",
          hint: "say how they are reached: a letter has to be sent somewhere")
      }
      return professional
    }
  }

  private static func professional(_ id: OutsideID, _ mapping: YamlMapping) -> OutsideProfessional {
    let context = mapping.context
    var professional = OutsideProfessional(id: id, name: mapping.text("name")?.text ?? id.text)
    professional.email = mapping.text("email").flatMap { context.email($0, "'email'") }
    professional.phone = mapping.text("phone")?.text
    professional.address = mapping.value("address").flatMap { context.paragraph($0, "'address'") }
    professional.specialties = ClinicianEntries.tags(mapping, "specialties") ?? []
    professional.background = ClinicianEntries.tags(mapping, "background") ?? []
    professional.jurisdictions = ClinicianEntries.tags(mapping, "jurisdictions") ?? []
    professional.payers = ClinicianEntries.tags(mapping, "payers").flatMap { $0.isEmpty ? nil : $0 }
    if let languages = ClinicianEntries.languages(mapping) { professional.languages = languages }
    professional.note = mapping.value("note").flatMap { context.paragraph($0, "'note'") }
    return professional
  }
}
