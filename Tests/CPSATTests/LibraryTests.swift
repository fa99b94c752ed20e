import Foundation
import Testing

@testable import CPSAT

@Suite("Finding the solver's library")
struct LibraryTests {
  @Test("the environment's place is the only one that is looked in")
  func environment() {
    let search = LibrarySearch(
      environment: ["PLAN_COVER_ORTOOLS": "/somewhere", "HOME": "/home/ada"], executable: "/a/b")
    #expect(search.folders == ["/somewhere"])
    #expect(search.candidates == ["/somewhere/" + LibrarySearch.fileName])
  }

  @Test("beside the program, up to the project, then the user's folder, then the system's")
  func order() {
    let search = LibrarySearch(environment: ["HOME": "/home/ada"], executable: "/src/x/.build/release/plan-cover")
    #expect(
      search.folders == [
        "/src/x/.build/lib/plan-cover", "/src/x/.build/release", "/src/x/.build/release/lib",
        "/src/x/.build/release/.solver/ortools-9.15.6755/lib", "/src/x/.build/.solver/ortools-9.15.6755/lib",
        "/src/x/.solver/ortools-9.15.6755/lib", "/src/.solver/ortools-9.15.6755/lib",
        "/home/ada/.local/share/plan-cover/lib", "/usr/local/lib/plan-cover", "/usr/lib/plan-cover",
      ])
  }

  @Test("XDG_DATA_HOME takes the place of the home folder; a relative one is ignored, as its specification asks")
  func dataFolder() {
    let absolute = LibrarySearch(environment: ["HOME": "/home/ada", "XDG_DATA_HOME": "/data"], executable: nil)
    #expect(absolute.folders.first == "/data/plan-cover/lib")
    let relative = LibrarySearch(environment: ["HOME": "/home/ada", "XDG_DATA_HOME": "data"], executable: nil)
    #expect(relative.folders.first == "/home/ada/.local/share/plan-cover/lib")
  }

  @Test("where there is no library, the error names the places and the way out")
  func absent() throws {
    let search = LibrarySearch(environment: ["PLAN_COVER_ORTOOLS": "/no/such/folder"], executable: nil)
    #expect(throws: SolverLibraryError.absent(searched: ["/no/such/folder"])) { try SolverLibrary.load(search) }
    let text = SolverLibraryError.absent(searched: search.folders).description
    #expect(text.contains("/no/such/folder"))
    #expect(text.contains("make setup"))
    #expect(text.contains("PLAN_COVER_ORTOOLS"))
  }

  @Test("a file that is no library is refused by name")
  func unusable() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).so")
    try Data("not a library".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let search = LibrarySearch(environment: ["PLAN_COVER_ORTOOLS": file.path], executable: nil)
    let error = #expect(throws: SolverLibraryError.self) { try SolverLibrary.load(search) }
    guard case .unusable(file.path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  #if os(Linux)
    @Test("a library without the five functions is another version")
    func otherVersion() throws {
      let other = try #require(
        ["/lib/x86_64-linux-gnu/libz.so.1", "/lib/x86_64-linux-gnu/libm.so.6", "/lib/aarch64-linux-gnu/libm.so.6"]
          .first { FileManager.default.fileExists(atPath: $0) })
      let search = LibrarySearch(environment: ["PLAN_COVER_ORTOOLS": other], executable: nil)
      #expect(throws: SolverLibraryError.otherVersion(path: other, missing: "SolveCpModelWithParameters")) {
        try SolverLibrary.load(search)
      }
    }
  #endif
}
