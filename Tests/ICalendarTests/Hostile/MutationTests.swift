import CivilTime
import Foundation
import ICalendar
import Testing

/// Fixtures and the fuzzer's seeds with bytes changed, cut, doubled and moved: whatever comes, the reader ends, and tells of
/// every component. The same mutants in every run; `make fuzz` looks further.
@Suite struct MutationTests {
  /// How many mutants of all files together; more by PLAN_COVER_MUTANTS.
  private static let count = ProcessInfo.processInfo.environment["PLAN_COVER_MUTANTS"].flatMap { Int($0) } ?? 20_000
  private static let parts = 8
  private static let limits = CalendarLimits(
    maxOccurrencesPerComponent: 2_000, maxOccurrences: 20_000, maxStepsPerRule: 20_000, maxSteps: 100_000)

  @Test(arguments: 0..<parts) func `a mutated calendar is read or refused, and every component has a fate`(
    part: Int
  ) throws {
    let over = try Samples.interval("20261201T000000Z", "20270115T000000Z")
    let originals = try Self.originals()
    var mutator = try Mutator(seed: UInt64(20_261_201 + part), dictionary: Self.fuzz.appending(path: "icalendar.dict"))
    for number in 0..<(Self.count / Self.parts) {
      let bytes = mutator.mutant(of: originals[number % originals.count])
      guard let document = try? CalendarDocument(parsing: bytes, limits: Self.limits) else { continue }
      let fault = Self.fault(of: document, bytes, over: over, writes: number % 4 == 0)
      #expect(fault == nil, "mutant \(number) of part \(part)")
    }
  }

  @Test func `what was once found by fuzzing is read or refused`() throws {
    let over = try Samples.interval("20261201T000000Z", "20270115T000000Z")
    for file in try Self.files(in: Samples.fixtures.appending(path: "fuzz")) {
      let bytes = [UInt8](try Data(contentsOf: file))
      guard let document = try? CalendarDocument(parsing: bytes) else { continue }
      let fault = Self.fault(of: document, bytes, over: over, writes: true)
      #expect(fault == nil, "\(file.lastPathComponent)")
    }
  }

  /// What does not hold of a calendar that was read; nil where all does.
  private static func fault(of document: CalendarDocument, _ bytes: [UInt8], over: Interval, writes: Bool) -> String? {
    let expansion = document.expand(over: over, zone: Samples.london, limits: limits)
    if document.components.count != ComponentCount.stated(in: bytes) { return "a component was lost" }
    if expansion.fates.count != document.components.count { return "a component has no fate" }
    for occurrence in expansion.occurrences {
      if !occurrence.interval.overlaps(over) { return "an occurrence outside the time asked for" }
      if expansion.fates[occurrence.componentIndex] != .expanded { return "an occurrence of what was not expanded" }
    }
    let stated = document.statedTimes(over: over, zone: Samples.london, limits: limits)
    for (index, fate) in expansion.fates.enumerated() {
      if case .notUnderstood = fate { _ = stated.ofComponent(at: index) }
    }
    _ = document.availabilities(over: over, zone: Samples.london, limits: limits)
    _ = document.freeBusyPeriods(over: over, zone: Samples.london, limits: limits)
    guard writes else { return nil }
    do {
      var writer = try CalendarWriter(productID: "-//example//tests//EN")
      var count = 0
      for component in document.components where (try? writer.add(component, of: document)) != nil { count += 1 }
      let again = try CalendarDocument(parsing: try writer.bytes())
      return again.components.count == count ? nil : "a component was lost in writing"
    } catch { return "what was read cannot be written and read again: \(error)" }
  }

  private static let fuzz = Samples.fixtures.deletingLastPathComponent().appending(path: "Fuzz")

  private static func originals() throws -> [[UInt8]] {
    try (files(in: Samples.fixtures.appending(path: "dialects")) + files(in: fuzz.appending(path: "seeds/reader")))
      .map { [UInt8](try Data(contentsOf: $0)) }
  }

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { folder.appending(path: $0) }
  }
}

/// The components of a file by a count of its own, to hold the reader against: BEGIN lines within a VCALENDAR and within
/// nothing else, without VTIMEZONE.
enum ComponentCount {
  static func stated(in bytes: [UInt8]) -> Int {
    var depth = 0
    var count = 0
    for line in unfolded(bytes) {
      let line = line.uppercased()
      if line.hasPrefix("BEGIN:") || line.hasPrefix("BEGIN;") {
        if depth == 1, !isTimeZone(line) { count += 1 }
        depth += 1
      } else if line.hasPrefix("END:") || line.hasPrefix("END;") {
        depth -= 1
      }
    }
    return count
  }

  private static func isTimeZone(_ line: String) -> Bool {
    line.trimmingCharacters(in: .whitespaces).hasSuffix(":VTIMEZONE")
  }

  /// The first bytes of each content line are enough.
  private static func unfolded(_ bytes: [UInt8]) -> [String] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines: [[UInt8]] = []
    for piece in bytes[start...].split(separator: 10, omittingEmptySubsequences: false) {
      var piece = piece
      while piece.last == 13 { piece.removeLast() }
      if let first = piece.first, first == 32 || first == 9, !lines.isEmpty {
        lines[lines.count - 1] += piece.dropFirst()
      } else {
        lines.append(Array(piece))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}
