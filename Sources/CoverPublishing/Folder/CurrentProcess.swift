import Foundation

/// The number of this process.
public func currentProcess() -> Int32 { ProcessInfo.processInfo.processIdentifier }
