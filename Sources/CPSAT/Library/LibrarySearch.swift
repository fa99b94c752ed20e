internal import Foundation

/// Where the solver's library is looked for, and in which order.
public struct LibrarySearch: Hashable, Sendable {
  /// The environment variable that names the library, or the folder that holds it, before any other place.
  public static let variable = "PLAN_COVER_ORTOOLS"

  #if canImport(Darwin)
    static let fileName = "libortools.9.dylib"
  #else
    static let fileName = "libortools.so.9"
  #endif

  /// The folder below a project's root into which its set-up unpacks the library.
  static let projectFolder = ".solver/ortools-9.15.6755/lib"

  /// The folders (or, from the environment, perhaps a file), first choice first.
  public let folders: [String]

  /// Pure: asks neither the process nor the file system.
  /// - Parameters:
  ///   - environment: the process's variables.
  ///   - executable: the absolute path of the running program, links resolved.
  public init(environment: [String: String], executable: String?) {
    if let chosen = environment[Self.variable], !chosen.isEmpty {
      // Whoever names a place means that one and no other.
      folders = [chosen]
      return
    }
    var folders: [String] = []
    if let executable {
      let beside = URL(fileURLWithPath: executable).deletingLastPathComponent()
      folders.append(beside.deletingLastPathComponent().appendingPathComponent("lib/plan-cover").path)
      folders.append(beside.path)
      folders.append(beside.appendingPathComponent("lib").path)
      var ancestor = beside
      while ancestor.path != "/" {
        folders.append(ancestor.appendingPathComponent(Self.projectFolder).path)
        ancestor.deleteLastPathComponent()
      }
    }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      folders.append(data + "/plan-cover/lib")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folders.append(home + "/.local/share/plan-cover/lib")
    }
    folders += ["/usr/local/lib/plan-cover", "/usr/lib/plan-cover"]
    self.folders = folders
  }

  /// The search of the running program.
  public static var ofThisProcess: LibrarySearch {
    #if os(Linux)
      let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      let executable = Bundle.main.executableURL?.resolvingSymlinksInPath().path
    #endif
    return LibrarySearch(environment: ProcessInfo.processInfo.environment, executable: executable)
  }

  /// The files to try: a folder stands for the library inside it.
  var candidates: [String] {
    folders.map { place in
      var isFolder: ObjCBool = false
      let isFile = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) && !isFolder.boolValue
      return isFile ? place : place + "/" + Self.fileName
    }
  }
}
