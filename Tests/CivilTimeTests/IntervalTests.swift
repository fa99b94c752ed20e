import CivilTime
import Testing

private func interval(_ start: Int, _ end: Int) -> Interval {
  Interval(start: Instant(seconds: start), seconds: end - start)
}

@Suite("Intervals and their sets")
struct IntervalTests {
  @Test("an end before its start makes no interval")
  func backwards() {
    #expect(Interval(Instant(seconds: 1), Instant(seconds: 0)) == nil)
  }

  @Test("intervals that touch do not overlap; a point overlaps what contains it")
  func overlap() {
    #expect(!interval(0, 10).overlaps(interval(10, 20)))
    #expect(interval(0, 11).overlaps(interval(10, 20)))
    #expect(interval(10, 10).overlaps(interval(10, 20)))
    #expect(interval(10, 20).overlaps(interval(10, 10)))
    #expect(!interval(20, 20).overlaps(interval(10, 20)))
    #expect(!interval(0, 10).overlaps(interval(10, 10)))
  }

  @Test("a set merges what overlaps or touches, whatever the order")
  func merging() {
    let set = IntervalSet([interval(20, 30), interval(0, 10), interval(10, 12), interval(5, 8), interval(40, 40)])
    #expect(set.intervals == [interval(0, 12), interval(20, 30)])
  }

  @Test("set operations agree with sets of seconds", arguments: 0..<60)
  func agreesWithSeconds(seed: Int) {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func some() -> [Interval] {
      (0..<next(6)).map { _ in
        let start = next(50)
        return interval(start, start + next(12))
      }
    }
    func seconds(_ intervals: [Interval]) -> Set<Int> { Set(intervals.flatMap { $0.start.seconds..<$0.end.seconds }) }
    let (left, right) = (some(), some())
    let (first, second) = (IntervalSet(left), IntervalSet(right))
    #expect(seconds(first.intervals) == seconds(left))
    #expect(seconds(first.union(second).intervals) == seconds(left).union(seconds(right)))
    #expect(seconds(first.subtracting(second).intervals) == seconds(left).subtracting(seconds(right)))
    #expect(seconds(first.intersection(second).intervals) == seconds(left).intersection(seconds(right)))
    let probe = interval(next(50), 50 + next(10))
    #expect(first.overlaps(probe) == !seconds(left).isDisjoint(with: seconds([probe])))
    #expect(first.contains(probe) == seconds(left).isSuperset(of: seconds([probe])))
    #expect(seconds(first.clipped(to: probe).intervals) == seconds(left).intersection(seconds([probe])))
  }
}
