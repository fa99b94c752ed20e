import Foundation

/// Makes wrong files out of right ones: the same ones for the same seed, on every machine.
struct Mutator {
  private var dice: Dice
  private let words: [[UInt8]]

  /// A small generator with a seed, so that a failure comes again.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  /// What the dictionary lacks: whole lines and parts that are wrong together.
  private static let faults = [
    "RRULE:FREQ=SECONDLY\r\n", ";INTERVAL=1000000", ";COUNT=999999999", ";BYSETPOS=-366",
    "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30\r\n", "21991231T235960", "STATUS:CANCELLED\r\n",
    "EXDATE:20261203T090000Z,\r\n", "\"", "+9959", "FREQ=YEARLY;BYWEEKNO=53", "DURATION:P99999D\r\n",
    "RDATE;VALUE=PERIOD:16000101T000000Z/P366000D\r\n",
  ]

  /// - Parameter dictionary: A dictionary of libFuzzer, whose words are put in.
  init(seed: UInt64, dictionary: URL) throws {
    dice = Dice(state: seed)
    let lines = try String(contentsOf: dictionary, encoding: .utf8).split(separator: "\n")
    words =
      lines.filter { $0.hasPrefix("\"") }.map { Mutator.word(Array($0.utf8.dropFirst().dropLast())) }
      + Mutator.faults.map { Array($0.utf8) }
  }

  /// The file with one to six changes.
  mutating func mutant(of original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...6, using: &dice) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &dice)
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
    case 1: bytes[place] = UInt8.random(in: 48...57, using: &dice)
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(contentsOf: words.randomElement(using: &dice) ?? [], at: place)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &dice)))
    case 5:
      let slice = Array(bytes[place..<min(bytes.count, place + Int.random(in: 1...200, using: &dice))])
      bytes.insert(contentsOf: slice, at: Int.random(in: 0...bytes.count, using: &dice))
    default:
      // A word where a line begins.
      let line = bytes[place...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      bytes.insert(contentsOf: words.randomElement(using: &dice) ?? [], at: line)
    }
  }

  /// A word of the dictionary with `\\` and `\xAB` undone.
  private static func word(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        result.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if next == UInt8(ascii: "x"), let value = UInt8(digits, radix: 16) {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(next)
      }
    }
    return result
  }
}
