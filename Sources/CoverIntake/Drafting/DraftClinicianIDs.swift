import CoverDomain

/// Ids for the clinicians of a draft: the names of their files where these can be ids, else of their names.
enum DraftClinicianIDs {
  /// One a group, in their order; no two the same in any case of letters.
  static func ids(of groups: [DraftCalendars.Group], _ clues: [OwnerClues]) -> [ClinicianID] {
    var taken: Set<String> = []
    // The files that lie where they are looked for come first: these need their names.
    var ids: [Int: String] = [:]
    for (index, group) in groups.enumerated()
    where group.isDefault(for: group.stem) && Identifier.fault(group.stem) == nil {
      if taken.insert(group.stem.lowercased()).inserted { ids[index] = group.stem }
    }
    for (index, group) in groups.enumerated() where ids[index] == nil {
      let wanted =
        clues[index].name.flatMap { DraftName.slug(PersonName($0).words.joined(separator: " ")) } ?? DraftName.slug(
          group.stem) ?? "clinician"
      var id = wanted
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(wanted)-\(number)"
        number += 1
      }
      ids[index] = id
    }
    return groups.indices.map { ClinicianID(ids[$0] ?? "") }
  }
}
