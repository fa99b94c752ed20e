import Foundation

/// Where the program of a weekly run and what it loads lie.
struct ProgramPlace {
  /// The absolute path of the program; of the running one, links resolved.
  let executable: String
  /// What the environment names as the solver's library.
  let library: String?
  /// Whether any of it lies where a service with a home of its own does not see it.
  let isInHome: Bool
  /// Whether the program lies where a service with a folder for temporary files of its own does not see it.
  let isTemporary: Bool

  /// - Parameter chosen: the absolute path of a program that is to run instead of this one: an installed one, whose
  ///   libraries lie where it does.
  init(chosen: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) {
    #if os(Linux)
      let running = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      let running = Bundle.main.executableURL?.resolvingSymlinksInPath().path
    #endif
    let executable = chosen ?? running ?? CommandLine.arguments.first ?? "plan-cover"
    self.executable = executable
    library = environment["PLAN_COVER_ORTOOLS"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let data = environment["XDG_DATA_HOME"] ?? environment["HOME"].map { $0 + "/.local/share" }
    let ownLibrary = data.map { $0 + "/plan-cover/lib" }.flatMap {
      FileManager.default.fileExists(atPath: $0) ? $0 : nil
    }
    let used = [executable] + (chosen == nil ? Self.loadedFiles : []) + [library, ownLibrary].compactMap(\.self)
    isInHome = used.contains { Self.lies($0, in: ["/home", "/root", "/run/user"]) }
    isTemporary = Self.lies(executable, in: ["/tmp", "/var/tmp"])
  }

  private static func lies(_ path: String, in folders: [String]) -> Bool {
    folders.contains { path.hasPrefix($0 + "/") }
  }

  /// The libraries that this process has loaded.
  private static var loadedFiles: [String] {
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    return maps.split(separator: "\n").compactMap { line in line.firstIndex(of: "/").map { String(line[$0...]) } }
  }
}
