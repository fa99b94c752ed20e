import ArgumentParser
import Foundation
import ShiftMinimisation

/// Writes made-up instances in the format of the published ones.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Writes made-up instances in the format of the published ones.")

  @Argument(help: "The folder to write into; it is made where it is not there.") var folder: String
  @Option(help: "How many.") var count = 3
  @Option(help: "Workers of the first; each further one has half as many more.") var workers = 20
  @Option(help: "The percentage of a shift that its tasks fill.") var tightness = 90
  @Option(help: "The percentage of the tasks of a shift that its worker is qualified for.") var skills = 66
  @Option(help: "Equal seeds give equal instances.") var seed: UInt64 = 1

  func validate() throws {
    guard (1...1_000).contains(count), (1...10_000).contains(workers), (1...100).contains(tightness),
      (0...100).contains(skills)
    else {
      throw ValidationError("--count: 1 to 1000; --workers: 1 to 10000; --tightness: 1 to 100; --skills: 0 to 100")
    }
  }

  func run() throws {
    let folder = URL(fileURLWithPath: folder, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<count {
      let generator = ShiftGenerator(
        workers: workers + workers * number / 2, tightness: tightness, skills: skills)
      let instance = generator.instance(seed: seed + UInt64(number))
      let name = "made_\(number + 1)_\(generator.workers)_\(instance.tasks.count)_\(skills).dat"
      let comment = [
        "Made by plan-cover's benchmarks: tightness \(tightness), skills \(skills), seed \(seed + UInt64(number))"
      ]
      try ShiftFile.text(instance, comment: comment).write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      print(name)
    }
  }
}
