import Testing

@testable import CivilTime

@Suite("Where the second part of a collection begins")
struct PartitioningIndexTests {
  @Test("the first element of the second part, wherever that is; the end where there is none", arguments: 0...33)
  func everyPlace(count: Int) {
    for first in 0...count {
      #expect(Array(0..<count).partitioningIndex { $0 >= first } == first)
      #expect((100..<100 + count).partitioningIndex { $0 >= 100 + first } == 100 + first)
    }
  }
}
