import CoverIntake
import Foundation
import Testing

@Suite("The reference of practice.yaml and clients.csv")
struct ReferenceTests {
  /// The keys that the page describes, by heading: what stands in backticks at the begin of a table's row.
  private func described() throws -> [String: [String]] {
    let page = Repository.root.appendingPathComponent("documentation/practice-yaml.md")
    var part = ""
    var keys: [String: [String]] = [:]
    for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") {
        part = line.drop { $0 == "#" || $0 == " " }.description
      } else if line.hasPrefix("| `"), let key = line.dropFirst(3).split(separator: "`").first {
        keys[part, default: []].append(String(key))
        // Key, type, default, meaning.
        #expect(line.split(separator: "|", omittingEmptySubsequences: false).count == 6, "\(line)")
      }
    }
    return keys
  }

  @Test("Every key and column that is read is described, and none besides", arguments: PracticeKeys.all.map(\.part))
  func complete(part: String) throws {
    let known = try #require(PracticeKeys.all.first { $0.part == part }).keys
    #expect(try described()[part]?.sorted() == known.sorted())
  }

  @Test("No part is described that is not read")
  func nothingBesides() throws {
    #expect(Set(try described().keys) == Set(PracticeKeys.all.map(\.part)))
  }

  @Test("The example of the part 'events' is read without a problem")
  func example() throws {
    let page = try String(
      contentsOf: Repository.root.appendingPathComponent("documentation/practice-yaml.md"), encoding: .utf8)
    let examples = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    let events = try #require(examples.first { $0.hasPrefix("events:") })
    let practice = try TemporaryPractice([
      "practice.yaml": (TemporaryPractice.standard["practice.yaml"] ?? "")
        + events.replacing("amara-osei", with: "ann"),
      "clients.csv": "id,name\nAB12,Ada Bell\nCD34,Cy Dent\n",
    ])
    #expect(practice.problems().isEmpty)
  }
}
