import ArgumentParser
import CPSAT
import Foundation
import ShiftMinimisation

/// Solves every instance of a folder and prints a table.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Solves every instance (.dat) of a folder and prints a table.")

  @Argument(help: "The folder of the instances.", completion: .directory) var folder: String
  @Option(help: "Seconds for each instance.") var timeLimit = 60.0
  @Option(help: "Threads of the solver.") var threads = 8

  func validate() throws {
    guard timeLimit >= 0, (1...64).contains(threads) else {
      throw ValidationError("--time-limit: 0 or more; --threads: 1 to 64")
    }
  }

  func run() throws {
    let folder = URL(fileURLWithPath: folder, isDirectory: true)
    guard let entries = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) else {
      throw ValidationError("\(folder.path) cannot be read as a folder")
    }
    let files = entries.filter { $0.pathExtension == "dat" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    guard !files.isEmpty else { throw ValidationError("\(folder.path) holds no .dat file") }
    var parameters = Parameters()
    parameters.workers = threads
    parameters.timeLimit = timeLimit
    parameters.linearizationLevel = 2
    let search = ShiftSearch(solver: Solver(library: try SolverLibrary.load()), parameters: parameters)
    print(
      "| instance | tasks | workers | at once | used | at least | seconds |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    var proven = 0
    var torn = 0
    for file in files {
      do {
        let instance = try ShiftFile.read(file)
        let clock = ContinuousClock()
        let begin = clock.now
        let result = try search.fewest(for: instance)
        let took = (clock.now - begin) / .seconds(1)
        if result.isProven { proven += 1 }
        let used = result.workers.map(String.init) ?? (result.bound == nil ? "nobody can" : "none found")
        print(
          "| \(file.lastPathComponent) | \(instance.tasks.count) | \(instance.qualifications.count) | \(instance.cliqueBound) | "
            + "\(used) | \(result.bound.map(String.init) ?? "") | \((took * 10).rounded() / 10) |")
      } catch let fault as ShiftFile.Fault {
        FileHandle.standardError.write(Data("\(fault)\n".utf8))
        torn += 1
      }
    }
    print("\n\(proven) of \(files.count - torn) proven, at most \(timeLimit) s each, \(threads) threads")
    if torn > 0 { throw ExitCode(65) }
  }
}
