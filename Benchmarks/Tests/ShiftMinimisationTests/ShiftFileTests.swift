import Foundation
import Testing

@testable import ShiftMinimisation

@Suite("The text format of shift minimisation")
struct ShiftFileTests {
  private static let whole = """
    # Randomly generated data
    Type = 1
    Jobs = 3
    236 809
    250 400
    809 900
    Qualifications = 2
    2: 0 2
    2: 1 2

    """

  @Test("tasks and qualifications are read; comments, blank lines and line ends of Windows are nothing")
  func whole() throws {
    let expected = ShiftInstance(
      tasks: [.init(start: 236, end: 809), .init(start: 250, end: 400), .init(start: 809, end: 900)],
      qualifications: [[0, 2], [1, 2]])
    #expect(try ShiftFile.parse(Self.whole, file: "a.dat") == expected)
    #expect(
      try ShiftFile.parse(Self.whole.replacingOccurrences(of: "\n", with: "\r\n\r\n"), file: "a.dat") == expected)
  }

  @Test("what is written is read as the same", arguments: [UInt64(1), 2, 3])
  func roundTrip(seed: UInt64) throws {
    let instance = ShiftGenerator(workers: 12).instance(seed: seed)
    #expect(try ShiftFile.parse(ShiftFile.text(instance, comment: ["made"]), file: "a.dat") == instance)
    #expect(ShiftGenerator(workers: 12).instance(seed: seed) == instance)
  }

  @Test("a worker without a qualification is one all the same")
  func unqualified() throws {
    let text = "Type = 1\nJobs = 1\n0 5\nQualifications = 2\n0:\n1: 0\n"
    #expect(try ShiftFile.parse(text, file: "a.dat").qualifications == [[], [0]])
  }

  @Test(
    "what is torn is told by file and line",
    arguments: [
      ("Type = 1", "Type = 2", 2, "expected Type = 1; found 'Type = 2'"),
      ("Jobs = 3", "Jobs = three", 3, "expected Jobs = a number from 1; found 'Jobs = three'"),
      ("Jobs = 3", "Jobs = 0", 3, "expected Jobs = a number from 1; found 'Jobs = 0'"),
      ("Jobs = 3", "Jobs = 4", 7, "expected task 3: a start and an end; found 'Qualifications = 2'"),
      ("250 400", "250", 5, "expected task 1: a start and an end; found '250'"),
      ("250 400", "250 250", 5, "expected task 1: a start before its end; found '250 250'"),
      ("250 400", "250 4OO", 5, "expected task 1: a start and an end; found '250 4OO'"),
      (
        "250 400", "250 99999999999999999999", 5,
        "expected task 1: a start and an end; found '250 99999999999999999999'"
      ),
      ("2: 0 2", "3: 0 2", 8, "expected worker 0: 3 tasks; found '2'"),
      ("2: 0 2", "2: 0 3", 8, "expected worker 0: tasks from 0 to 2; found '3'"),
      ("2: 0 2", "2: 0 -1", 8, "expected worker 0: tasks from 0 to 2; found '-1'"),
      ("2: 0 2", "2: 0 0", 8, "expected worker 0: each task once; found '2: 0 0'"),
      (
        "2: 0 2", "0 2", 8,
        "expected worker 0 of 2: the number of tasks, a colon, and the tasks; found '0 2'"
      ),
      (
        "2: 1 2\n", "", 9,
        "the file ends before worker 1 of 2: the number of tasks, a colon, and the tasks"
      ),
      ("2: 1 2\n", "2: 1 2\n1: 0\n", 10, "expected the end of the file; found '1: 0'"),
    ])
  func torn(part: String, broken: String, line: Int, message: String) {
    let text = Self.whole.replacingOccurrences(of: part, with: broken)
    #expect(throws: ShiftFile.Fault(file: "a.dat", line: line, message: message)) {
      try ShiftFile.parse(text, file: "a.dat")
    }
  }

  @Test("nothing, half a header, or bytes that are no text are told, and a file that is not there")
  func nothing() {
    for text in ["", "# only a comment", "Type", "\0\u{FFFD}"] {
      #expect(throws: ShiftFile.Fault.self) { try ShiftFile.parse(text, file: "a.dat") }
    }
    #expect(throws: ShiftFile.Fault(file: "/no/such.dat", line: 1, message: "the file cannot be read")) {
      try ShiftFile.read(URL(fileURLWithPath: "/no/such.dat"))
    }
  }
}
