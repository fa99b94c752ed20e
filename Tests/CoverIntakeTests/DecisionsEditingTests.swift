import CivilTime
import CoverDomain
import Foundation
import Testing

@testable import CoverIntake

@Suite("Editing decisions.yaml")
struct DecisionsEditingTests {
  private func entries(_ text: String) throws -> [DecisionEntry] {
    let log = ProblemLog()
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    let file = try #require(DecisionsFile(plain, known: nil, log: log), "\(log.problems)\n\(text)")
    #expect(log.errors.isEmpty, "\(log.errors)\n\(text)")
    return file.entries.map(\.value)
  }

  private func added(_ entry: DecisionEntry..., to text: String?) throws -> String {
    String(decoding: try DecisionsDocument(text.map { Array($0.utf8) }).adding(entry), as: UTF8.self)
  }

  private func removed(_ number: Int, from text: String) throws -> String {
    String(decoding: try DecisionsDocument(Array(text.utf8)).removing(number).bytes, as: UTF8.self)
  }

  private let wait = DecisionEntry(kind: .wait, client: ClientID("AB12"))

  /// What stands in `long` and not in `short`, where that is one piece or none.
  private func piece(of long: String, missingIn short: String) -> String? {
    let (long, short) = (Array(long.utf8), Array(short.utf8))
    guard long.count >= short.count else { return nil }
    let head = zip(long, short).prefix { $0 == $1 }.count
    let rest = short.count - head
    guard long.suffix(rest) == short.suffix(rest) else { return nil }
    return String(decoding: long[head..<long.count - rest], as: UTF8.self)
  }

  // MARK: Properties

  @Test("Whatever the layout, adding and taking out change the list as they should and nothing else", arguments: 0..<40)
  func property(block: UInt64) throws {
    for seed in block * 30..<(block + 1) * 30 {
      var draft = DecisionsFileDraft(seed: seed)
      #expect(try entries(draft.text) == draft.entries, "seed \(seed)\n\(draft.text)")
      let new = draft.entry()
      let longer = try added(new, to: draft.text)
      #expect(try entries(longer) == draft.entries + [new], "seed \(seed)")
      for comment in draft.looseComments + draft.comments.joined() {
        #expect(longer.contains(comment), "seed \(seed) loses \(comment)\n\(longer)")
      }
      let shorter = try removed(draft.entries.count + 1, from: longer)
      #expect(try entries(shorter) == draft.entries, "seed \(seed)")
      if !draft.entries.isEmpty { try expectOneCut(draft, seed) }
    }
  }

  /// Takes out an entry: one piece is gone, and with it the entry's own comments alone.
  private func expectOneCut(_ draft: DecisionsFileDraft, _ seed: UInt64) throws {
    var draft = draft
    let index = draft.next(draft.entries.count)
    let shorter = try removed(index + 1, from: draft.text)
    var rest = draft.entries
    rest.remove(at: index)
    #expect(try entries(shorter) == rest, "seed \(seed)")
    #expect(piece(of: draft.text, missingIn: shorter) != nil, "seed \(seed)\n\(draft.text)\n--\n\(shorter)")
    for (other, comments) in draft.comments.enumerated() {
      for comment in comments where other != index {
        #expect(shorter.contains(comment), "seed \(seed): \(comment) of another\n\(draft.text)\n--\n\(shorter)")
      }
    }
    for comment in draft.looseComments {
      #expect(shorter.contains(comment), "seed \(seed): \(comment)\n\(draft.text)\n--\n\(shorter)")
    }
  }

  /// Of many drafts those that are lists of lines.
  private static let blockSeeds: [UInt64] = (50_000..<56_000).filter { seed in
    let draft = DecisionsFileDraft(seed: seed)
    return draft.text.contains("decisions:") && !draft.text.contains("[") && draft.entries.count > 1
  }

  @Test("There are lists of lines, each of which is tried")
  func isThere() { #expect(Self.blockSeeds.count >= 60) }

  @Test(
    "In a list of lines an addition is one piece at the end, and its undoing gives the bytes back",
    arguments: blockSeeds)
  func blockProperty(seed: UInt64) throws {
    var draft = DecisionsFileDraft(seed: seed)
    let longer = try added(draft.entry(), to: draft.text)
    #expect(piece(of: longer, missingIn: draft.text) != nil)
    let back = try removed(draft.entries.count + 1, from: longer)
    #expect(
      back == draft.text || back.hasPrefix(draft.text) && back.dropFirst(draft.text.count).allSatisfy(\.isNewline))
  }

  // MARK: Layouts

  @Test("A file that is not there is made, with a line that says what it is")
  func made() throws {
    let text = try added(wait, to: nil)
    #expect(text.hasPrefix("# What people have decided"))
    #expect(text.hasSuffix("decisions:\n  - wait: true\n    client: AB12\n"))
    #expect(try removed(1, from: text).hasSuffix("decisions:\n"))
  }

  @Test(
    "Each layout grows in its own way",
    arguments: [
      (
        "decisions:\n- told: true\n  client: C1\n",
        "decisions:\n- told: true\n  client: C1\n- wait: true\n  client: AB12\n"
      ),
      (
        "decisions:\r\n    - {told: true, client: C1}",
        "decisions:\r\n    - {told: true, client: C1}\r\n    - wait: true\r\n      client: AB12\r\n"
      ),
      (
        "decisions: [{told: true, client: C1}] # x",
        "decisions: [{told: true, client: C1}, {wait: true, client: AB12}] # x"
      ),
      (
        "decisions: [\n  {told: true, client: C1}   # a\n]\n",
        "decisions: [\n  {told: true, client: C1},   # a\n  {wait: true, client: AB12}\n]\n"
      ),
      (
        "decisions: [\n  {told: true, client: C1},\n]\n",
        "decisions: [\n  {told: true, client: C1},\n  {wait: true, client: AB12},\n]\n"
      ),
      ("decisions: []  # none yet\n", "decisions:  # none yet\n  - wait: true\n    client: AB12\n"),
      ("decisions: ~\n", "decisions:\n  - wait: true\n    client: AB12\n"),
      ("# later\n", "# later\ndecisions:\n  - wait: true\n    client: AB12\n"),
      ("{decisions: []}\n", "{decisions: [{wait: true, client: AB12}]}\n"),
      (
        "decisions:\n  - {told: true, client: C1}\n...\n# end\n",
        "decisions:\n  - {told: true, client: C1}\n  - wait: true\n    client: AB12\n...\n# end\n"
      ),
      (
        "decisions:\n  - told: true\n    client: C1\n    why: |+\n      a\n\n",
        "decisions:\n  - told: true\n    client: C1\n    why: |+\n      a\n\n  - wait: true\n    client: AB12\n"
      ),
    ])
  func grows(before: String, after: String) throws {
    #expect(try added(wait, to: before) == after)
  }

  @Test(
    "Each layout shrinks in its own way",
    arguments: [
      (
        1,
        "decisions:\n  # Ben first\n  - wait: true\n    client: A   # one\n    # still of the first\n\n  # of the second\n  - wait: true\n    client: B\n",
        "decisions:\n  # Ben first\n\n  # of the second\n  - wait: true\n    client: B\n"
      ),
      (
        2, "decisions:\n  - {wait: true, client: A}\n  - {wait: true, client: B}\n# end",
        "decisions:\n  - {wait: true, client: A}\n# end"
      ),
      (1, "decisions: [{wait: true, client: A}, {wait: true, client: B}]", "decisions: [{wait: true, client: B}]"),
      (2, "decisions: [{wait: true, client: A}, {wait: true, client: B}]", "decisions: [{wait: true, client: A}]"),
      (1, "decisions: [{wait: true, client: A}]", "decisions: []"),
      (
        2, "decisions: [\n  {wait: true, client: A}, # a\n  {wait: true, client: B} # b\n]\n",
        "decisions: [\n  {wait: true, client: A}, # a\n]\n"
      ),
    ])
  func shrinks(number: Int, before: String, after: String) throws {
    #expect(try removed(number, from: before) == after)
  }

  @Test("A layout that cannot be edited is left alone, and said to be so")
  func refusedLayouts() throws {
    for text in ["{decisions: }\n", "? decisions\n: - {wait: true, client: A}\n"] {
      let outcome = Result { try DecisionsDocument(Array(text.utf8)).removing(1) }
      #expect(throws: DecisionsFault.self) { try outcome.get() }
    }
    #expect(throws: DecisionsFault.layout) { try DecisionsDocument(Array("{decisions: }\n".utf8)).adding([wait]) }
    #expect(throws: DecisionsFault.noSuchNumber(2, count: 1)) {
      try DecisionsDocument(Array("decisions: [{wait: true, client: A}]".utf8)).removing(2)
    }
  }

  // MARK: Hostile text

  @Test(
    "Texts that look like YAML come back the same, and never as a key",
    arguments: [
      "a: b", "\"", "'", "it's", "#", "a #b", "- x", "? x", "|", ">", "%x", "@x", "`x`", "!!str x", "&a", "*a", "{}",
      "[]", "~",
      "null", "yes", "1e5", "0x10", "2026-12-01", "12:30:00", "\\n", "\u{202E}abc\u{2066}", "x\u{200D}y",
      "👩‍👩‍👧",
      "\u{E000}", "\u{FFFE}", "\u{10FFFF}", "assign: ben", "], wait: true, [", "}, {wait: true",
    ])
  func hostile(text: String) throws {
    let entry = DecisionEntry(kind: .wait, client: ClientID("A"), by: text, why: text)
    for before in [nil, "decisions: [{told: true, client: C1}]", "decisions:\n- {told: true, client: C1}"] {
      let edited = try added(entry, to: before)
      #expect(try entries(edited).last == entry)
      #expect(!edited.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test(
    "Several lines and tabs of a reason come back the same",
    arguments: ["a\nb", "a\n\n  b\tc", "- x\n- y: z", "a\r\nb"])
  func paragraphs(text: String) throws {
    let entry = DecisionEntry(kind: .wait, client: ClientID("A"), why: text)
    #expect(try entries(added(entry, to: nil)) == [entry])
  }

  @Test(
    "Texts that cannot come back the same are refused",
    arguments: [
      "a\nb", "a\u{0}b", "a\u{1B}[31mb", "a\u{2028}b", "a\u{85}b", "\u{FEFF}x", "", "  ",
      String(repeating: "x", count: 2_001),
    ])
  func refusedTexts(text: String) throws {
    let entry = DecisionEntry(kind: .wait, client: ClientID("A"), by: text)
    #expect(throws: DecisionsFault.self) { try DecisionsDocument(nil).adding([entry]) }
  }

  @Test("A file that is over the limit is not made longer")
  func limit() throws {
    let filler = String(repeating: "#\(String(repeating: "x", count: 1_022))\n", count: 4 * 1_024)
    let text = "decisions:\n  - {wait: true, client: A}\n" + "#" + filler.dropFirst(51)
    #expect(throws: DecisionsFault.tooLarge) { try DecisionsDocument(Array(text.utf8)).adding([wait]) }
  }

  @Test("A file that is no list of decisions is said to be so, with the place")
  func unreadable() throws {
    #expect {
      try DecisionsDocument(Array("decisions:\n  - {asign: ben, client: C1}\n".utf8))
    } throws: { "\($0)".hasPrefix("decisions.yaml:2:6: unknown key 'asign'") }
    #expect(throws: DecisionsFault.self) { try DecisionsDocument([0xFF, 0xFE, 0x41]) }
  }
}
