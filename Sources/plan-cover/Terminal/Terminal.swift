import Foundation

/// Every word that the program says goes through here: results to standard output, the rest to standard error.
struct Terminal: Sendable {
  /// Whether standard error is a terminal and the user has not asked for plain text.
  let isInteractive: Bool
  /// Whether a question can be put: both ends are a terminal.
  let canAsk: Bool

  static let standard: Terminal = {
    let isPlain = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let errorIsTerminal = isatty(STDERR_FILENO) == 1
    return Terminal(
      isInteractive: errorIsTerminal && !isPlain, canAsk: errorIsTerminal && isatty(STDIN_FILENO) == 1)
  }()

  /// Writes a result to standard output, ending its last line.
  func result(_ text: String) {
    write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n", to: STDOUT_FILENO)
  }

  /// Says something beside the result, on standard error.
  func say(_ text: String) {
    clearStatus()
    write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
  }

  /// Shows a line that the next one replaces; nothing where there is no terminal.
  func status(_ text: String) {
    guard isInteractive else { return }
    write("\r\u{1B}[2K" + String(text.prefix(columns - 1)), to: STDERR_FILENO)
  }

  func clearStatus() {
    guard isInteractive else { return }
    write("\r\u{1B}[2K", to: STDERR_FILENO)
  }

  /// Asks a question that is answered by yes or no; no where nobody can be asked or the input has ended.
  func confirm(_ question: String) -> Bool {
    guard canAsk else { return false }
    clearStatus()
    write(question + " [y/N] ", to: STDERR_FILENO)
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    return answer == "y" || answer == "yes"
  }

  private var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 10 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all of the text, unbuffered; what a closed reader does not take is dropped.
  private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        guard errno == EAGAIN else { return }
        // A reader that is slow and not waited for: until there is room again.
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wanted, 1, -1)
        continue
      }
      bytes = bytes.dropFirst(count)
    }
  }
}
