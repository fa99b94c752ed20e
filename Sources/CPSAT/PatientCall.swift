internal import COrTools
internal import Foundation

/// A call of the library that is waited for so long and no longer: CP-SAT keeps its limits of time itself, and a library that
/// does not would keep the program for ever.
///
/// A call that is left behind goes on in a thread of its own with what it was given; its answer is thrown away, no other call
/// is made in this process, and the process ends without waiting for it.
final class PatientCall: @unchecked Sendable {
  /// Seconds beyond the limit after which the library is told to stop.
  static let beforeStop = 5.0
  /// Seconds after that, until it is left behind: CP-SAT returns within a fraction of one.
  static let afterStop = 25.0

  private static let silence = Silence()

  /// Whether a call was left behind.
  static var hasLeftOneBehind: Bool { silence.hasCome }

  private let finished = DispatchSemaphore(value: 0)
  // Written by the thread of the call before the semaphore is signalled, and read after it.
  private var answer: [UInt8] = []

  /// The bytes that the call gives; nil where it has given none by then.
  ///
  /// - Parameters:
  ///   - limit: Seconds that the call may take by right.
  ///   - stop: Tells the call to end, from another thread.
  static func answer(
    within limit: Double, stop: () -> Void, _ body: @escaping @Sendable () -> [UInt8]
  ) -> [UInt8]? {
    let call = PatientCall()
    let thread = Thread {
      call.answer = body()
      call.finished.signal()
    }
    thread.stackSize = 16 << 20
    thread.start()
    if call.finished.wait(timeout: .now() + limit + beforeStop) == .success { return call.answer }
    stop()
    if call.finished.wait(timeout: .now() + afterStop) == .success { return call.answer }
    silence.begin()
    return nil
  }

  /// That the library has not answered, and is not to be asked again.
  private final class Silence: @unchecked Sendable {
    private let lock = NSLock()
    private var begun = false

    var hasCome: Bool { lock.withLock { begun } }

    func begin() {
      lock.withLock {
        // What the library would take down at the end of the process is still in use.
        if !begun { or_tools_leave_without_it() }
        begun = true
      }
    }
  }
}
