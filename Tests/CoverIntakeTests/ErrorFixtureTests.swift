import CoverIntake
import Foundation
import Testing

@Suite("Errors of a practice folder")
struct ErrorFixtureTests {
  static let folder = Repository.root.appendingPathComponent("fixtures/errors")

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test("There are fixtures, each of which is tried")
  func isThere() { #expect(Self.names.count > 20) }

  /// Every message of the fixture, one after another.
  private func messages(_ name: String) -> String {
    do throws(IntakeFailure) {
      _ = try Intake(folder: Self.folder.appendingPathComponent(name), options: .december).read()
      return ""
    } catch {
      guard case .problems(let problems) = error else { return "\(error)" }
      return problems.map { $0.description + "\n" }.joined()
    }
  }

  @Test("Each bad input gets exactly its messages, all of them at once", arguments: names)
  func exact(name: String) throws {
    let file = Self.folder.appendingPathComponent(name).appendingPathComponent("expected.txt")
    let messages = messages(name)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(messages.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(!expected.isEmpty)
    #expect(messages == expected)
  }

  @Test("Each error has a way out", arguments: names)
  func wayOut(name: String) {
    do throws(IntakeFailure) {
      _ = try Intake(folder: Self.folder.appendingPathComponent(name), options: .december).read()
    } catch {
      guard case .problems(let problems) = error else { return }
      for problem in problems { #expect(problem.hint?.isEmpty == false, "\(problem)") }
    }
  }

  @Test("No message holds a client's name, address or the text of an event", arguments: names)
  func canary(name: String) {
    let messages = messages(name).lowercased()
    for word in ["canary", "cholmondeley", "wrenfield"] { #expect(!messages.contains(word)) }
  }
}
