import Dispatch

/// The time for a search, and how it is shared out.
struct Budget: Sendable {
  private let begin: UInt64
  /// Seconds; nil for no limit.
  private let limit: Double?
  private let cancellation: Cancellation?

  init(limit: Double?, cancellation: Cancellation?) {
    self.init(begin: DispatchTime.now().uptimeNanoseconds, limit: limit, cancellation: cancellation)
  }

  private init(begin: UInt64, limit: Double?, cancellation: Cancellation?) {
    self.begin = begin
    self.limit = limit
    self.cancellation = cancellation
  }

  /// Three quarters of what is left.
  var most: Budget {
    Budget(begin: begin, limit: limit.map { _ in elapsed + (remaining ?? 0) * 0.75 }, cancellation: cancellation)
  }

  /// Seconds since the search began.
  var elapsed: Double { Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9 }

  /// Seconds left; nil for no limit.
  var remaining: Double? { limit.map { max(0, $0 - elapsed) } }

  var isSpent: Bool { remaining == 0 || (cancellation?.isCancelled ?? false) }

  /// The seconds that a step may take when `further` others follow it: half of what is left, and all of it for the
  /// last. What a step leaves over goes to those after it, and no step can take from those before.
  func share(further: Int) -> Double? { remaining.map { further == 0 ? $0 : $0 / 2 } }
}
