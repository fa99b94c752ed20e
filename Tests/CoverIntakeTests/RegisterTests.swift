import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("clients.csv")
struct RegisterTests {
  private static let practice =
    (TemporaryPractice.standard["practice.yaml"] ?? "")
    .replacing(
      "    email: ann@practice.example\n",
      with: "    email: ann@practice.example\n    specialties: [EMDR, couples]\n    gender: female\n")

  private func read(_ csv: String, more: String = "") throws -> (clients: [String: Client], remarks: [String]) {
    let result = try TemporaryPractice(["practice.yaml": Self.practice + more, "clients.csv": csv]).read()
    return (
      Dictionary(uniqueKeysWithValues: result.situation.clients.map { ($0.key.text, $0.value) }),
      result.reading.remarks.filter { $0.hasPrefix("clients.csv") }
    )
  }

  @Test("Every column is read, in any order; others are not")
  func everything() throws {
    let read = try read(
      """
      notes,times,payer,jurisdiction,consent,contact,phone,email,avoid,prefers,language,needs,risk,cover,clinician,name,id
      "secret, ""very""
      secret",mon-fri 09:00-12:00; sat 10:00-12:00,Bupa,GB,ask,letter,020 7946 0000,maria@client.example,ben,ann;Female;emdr,FR-ca,EMDR; couples,HIGH,required,ann,Maria Rossi,C1
      ,,,,,,,,,,,,,,,,C2

      """)
    let maria = try #require(read.clients["C1"])
    #expect(maria.name == "Maria Rossi" && maria.clinician == ClinicianID("ann"))
    #expect(maria.cover == .required && maria.risk == .high)
    #expect(maria.needs == [Tag("emdr"), Tag("couples")])
    #expect(maria.language?.text == "fr-ca")
    #expect(maria.prefers == [Tag("ann"), Tag("female"), Tag("emdr")])
    #expect(maria.avoid == [ClinicianID("ben")])
    #expect(maria.email == "maria@client.example" && maria.phone == "020 7946 0000")
    #expect(maria.contact == .letter && maria.consent == .ask)
    #expect(maria.jurisdiction == Tag("gb") && maria.payer == Tag("bupa"))
    #expect(maria.times?.ranges[.saturday]?.count == 1 && maria.times?.ranges.count == 6)
    #expect(!"\(read.clients)".contains("secret"))
    let other = try #require(read.clients["C2"])
    var expected = Client(id: ClientID("C2"), name: "")
    expected.clinician = nil
    #expect(other == expected)
    #expect(read.remarks.isEmpty)
  }

  @Test("Commas, semicolons or tabs part the cells, whichever the header has", arguments: [",", ";", "\t"])
  func separators(separator: String) throws {
    let rows = [["id", "name", "clinician", "needs"], ["C1", "\"Rossi, Maria; jr\"", "ann", "\"emdr;couples\""]]
    let read = try read(rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n"))
    #expect(read.clients["C1"]?.name == "Rossi, Maria; jr")
    #expect(read.clients["C1"]?.needs.count == 2)
  }

  @Test("Columns of another name are mapped; headers compare in any case")
  func mapped() throws {
    let read = try read(
      "Client Number,NAME,Practitioner,id\n77,Maria Rossi,Dr Ann Archer,ignored\n",
      more: "client-columns: {id: \"client number\", clinician: Practitioner}\n")
    #expect(read.clients["77"]?.clinician == ClinicianID("ann"))
    #expect(read.clients["77"]?.name == "Maria Rossi")
  }

  @Test(
    "A clinician may be named by id, whole name or email",
    arguments: ["ann", "Dr Ann Archer", "dr ann archer", "ANN@practice.example"])
  func clinician(name: String) throws {
    #expect(try read("id,clinician\nC1,\(name)\n").clients["C1"]?.clinician == ClinicianID("ann"))
  }

  @Test("The zone of a client is one of the tz database, or Windows' name for one")
  func zones() throws {
    let clients = try read(
      "id,zone\nC1,Europe/Paris\nC2,W. Europe Standard Time\nC3,\nC4,UTC\n"
    ).clients
    #expect(clients["C1"]?.zone?.identifier == "Europe/Paris")
    #expect(clients["C2"]?.zone?.identifier == "Europe/Berlin")
    #expect(clients["C3"]?.zone == nil)
    #expect(clients["C4"]?.zone == .utc)
    let problems = try TemporaryPractice(["clients.csv": "id,zone\nC1,Paris\nC2,Europe/Pariss\nC3,Zora\n"]).problems()
    #expect(problems.count == 3)
    #expect(problems[0].hasPrefix("clients.csv:2:4: 'zone' is no time zone: did you mean 'Europe/Paris'?\nhint: "))
    #expect(problems[1].hasPrefix("clients.csv:3:4: 'zone' is no time zone: did you mean 'Europe/Paris'?\nhint: "))
    #expect(problems[2].hasPrefix("clients.csv:4:4: 'zone' is no time zone\nhint: "))
  }

  @Test("Blank lines and rows of empty cells are left out, also without a line end at the end")
  func blanks() throws {
    #expect(try read("\nid,name\n\nC1,a\n,\n\r\nC2,b").clients.count == 2)
    #expect(try read("id,name\nC1,").clients.count == 1)
    #expect(try read("id,name\n\"C1\",\"\"").clients.count == 1)
  }

  @Test("Wishes that fit nobody get a remark without the cell's text")
  func remarks() throws {
    let read = try read("id,name,need,prefers,needs \nC1,Maria Rossi,x,femal;Tom,emdr\n")
    #expect(
      read.remarks == [
        "clients.csv:2:18: an entry of 'prefers' of client C1 fits no clinician",
        "clients.csv:2:18: an entry of 'prefers' of client C1 fits no clinician: did you mean 'female'?",
      ])
    #expect(
      try self.read("id,needs\nC1,emrd\n").remarks
        == ["clients.csv:2:4: no clinician has a specialty that client C1 needs: did you mean 'emdr'?"])
  }

  @Test(
    "A misspelt column that protects somebody is an error, any other a remark, and one of another sense nothing",
    arguments: [
      ("risks", "risk", true), ("Consents", "consent", true), ("need", "needs", true), ("avoids", "avoid", true),
      ("langauge", "language", true), ("jurisdicton", "jurisdiction", true), ("covers", "cover", true),
      ("phon", "phone", false), ("prefer", "prefers", false), ("Risk level", "risk", false),
      ("Consent given", "consent", false), ("notes", nil, false), ("date of birth", nil, false),
    ] as [(String, String?, Bool)])
  func nearMiss(header: String, meant: String?, isError: Bool) throws {
    let practice = try TemporaryPractice([
      "practice.yaml": Self.practice, "clients.csv": "id,name,\(header)\nC1,Maria Rossi,x\n",
    ])
    let problems = practice.problems()
    guard let meant else {
      #expect(problems.isEmpty)
      #expect(try practice.read().reading.remarks.filter { $0.hasPrefix("clients.csv") }.isEmpty)
      return
    }
    let message = "clients.csv:1:9: the column '\(header)' is not read: did you mean '\(meant)'?"
    if isError {
      #expect(problems.count == 1 && problems[0].hasPrefix(message))
      #expect(problems[0].contains("client-columns: {\(meant): \"\(header)\"}"))
    } else {
      #expect(problems.isEmpty)
      let remarks = try practice.read().reading.remarks.filter { $0.hasPrefix("clients.csv") }
      #expect(remarks.count == 1 && remarks[0].hasPrefix(message))
    }
  }

  @Test("The ways out of a misspelt column work: it is mapped, or said to be absent")
  func mappedOrAbsent() throws {
    let csv = "id,name,risks\nC1,Maria Rossi,high\n"
    #expect(try read(csv, more: "client-columns: {risk: \"risks\"}\n").clients["C1"]?.risk == .high)
    let absent = try read(csv, more: "client-columns: {risk: none}\n")
    #expect(absent.clients["C1"]?.risk == .standard)
    #expect(absent.remarks.isEmpty)
    #expect(try read("id,risk\nC1,high\n", more: "client-columns: {risk: none}\n").clients["C1"]?.risk == .standard)
  }

  @Test("Ten thousand columns are read, and one more is refused with its row")
  func columns() throws {
    func table(_ header: Int, _ row: Int) -> String {
      "id,name" + (2..<header).map { ",x\($0)" }.joined() + "\nC1,Maria Rossi" + String(repeating: ",", count: row - 2)
        + "\n"
    }
    #expect(try read(table(10_000, 10_000)).clients.count == 1)
    for (line, csv) in [(1, table(10_001, 2)), (2, table(10_000, 10_001))] {
      let problems = try TemporaryPractice(["practice.yaml": Self.practice, "clients.csv": csv]).problems()
      #expect(
        problems == [
          "clients.csv:\(line):1: the row has more than 10000 cells\nhint: leave out columns that plan-cover does not read"
        ])
    }
  }

  @Test("What was meant is asked of the first misspelt words, and of more no longer: the work is bounded")
  func manyQuestions() throws {
    let rows = (0..<1_000).map { "C\($0),x,Europe/Pariss" }
    let problems = try TemporaryPractice([
      "practice.yaml": Self.practice, "clients.csv": "id,name,zone\n" + rows.joined(separator: "\n"),
    ]).problems()
    #expect(problems.count == 1_000)
    let asked = problems.count { $0.contains("did you mean 'Europe/Paris'?") }
    #expect(asked > 100 && asked < 1_000)
    #expect(problems.prefix(asked).allSatisfy { $0.contains("did you mean") })
  }

  @Test("A large register is read in good time")
  func large() throws {
    let rows = (0..<20_000).map { "K\($0),Person \($0) Family\($0),ann,\"a note, long\nand longer\"" }
    #expect(try read("id,name,clinician,notes\n" + rows.joined(separator: "\n")).clients.count == 20_000)
  }
}
