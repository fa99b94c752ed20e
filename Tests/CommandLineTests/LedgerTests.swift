import Testing

@Suite(
  "The ledger and the files",
  .enabled(if: CalendarPrograms.areInstalled, "needs the calendars that `make test` installs"))
struct LedgerTests {
  @Test("every component of every calendar of three corpora ends in one place, as a plain count of the files has it")
  func addsUp() throws {
    let folders = ["fixtures/dialects", "calendars"].map { Program.project.appendingPathComponent($0).path }
    let result = try CalendarPrograms.run("oracle_ledger.py", [Program.executable.path] + folders)
    #expect(result.status == 0, "\(result.output.suffix(4_000))\(result.errors)")
  }
}
