import Dispatch
import Foundation

/// Turns the first Ctrl-C (SIGINT) or SIGTERM into a call; the second one ends the program at once.
final class KeyboardStop: @unchecked Sendable {
  private let sources: [any DispatchSourceSignal]
  private let lock = NSLock()
  private var count = 0

  /// Whether a signal has come.
  var hasCome: Bool { lock.withLock { count > 0 } }

  init(_ onFirst: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "keyboard-stop")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      source.setEventHandler { [weak self] in
        guard let self else { return }
        let isFirst = self.lock.withLock {
          self.count += 1
          return self.count == 1
        }
        if isFirst { onFirst() } else { _exit(ExitStatus.interrupted.rawValue) }
      }
      source.resume()
    }
  }

  /// Gives the signals back to their usual effect.
  func end() {
    for source in sources { source.cancel() }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
