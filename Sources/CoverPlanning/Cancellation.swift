internal import Foundation

/// Ends a search early, from any thread; the search then gives the best plan it has.
public final class Cancellation: @unchecked Sendable {
  // Everything below is read and written under the lock.
  private let lock = NSLock()
  private var cancelled = false
  private var handlers: [@Sendable () -> Void] = []

  public init() {}

  public var isCancelled: Bool { lock.withLock { cancelled } }

  /// Cancels, once and for good. Not for use inside a signal handler: it takes a lock.
  public func cancel() {
    let waiting = lock.withLock {
      cancelled = true
      defer { handlers = [] }
      return handlers
    }
    for handler in waiting { handler() }
  }

  /// Calls the handler once: when `cancel` is called, or at once where it has been.
  func onCancel(_ handler: @escaping @Sendable () -> Void) {
    let isLate = lock.withLock {
      if !cancelled { handlers.append(handler) }
      return cancelled
    }
    if isLate { handler() }
  }
}
