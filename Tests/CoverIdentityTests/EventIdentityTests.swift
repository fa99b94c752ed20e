import CivilTime
import CoverDomain
import CoverIdentity
import Testing

@Suite("The identity of what is published")
struct EventIdentityTests {
  private let ann = ClinicianID("ann")

  @Test("one thing has one UID, and different things have different ones")
  func distinct() throws {
    let day = try #require(Day("2026-12-22"))
    let identities = [
      EventIdentity.cover(SessionID(clinician: ann, key: "a/1")), .cover(SessionID(clinician: ann, key: "a/2")),
      .cover(SessionID(clinician: ClinicianID("anna"), key: "/1")),
      .cover(SessionID(clinician: ClinicianID("ben"), key: "a/1")),
      .contact(for: ann, on: day), .contact(for: ann, on: day + 1), .supervision(of: ann, on: day),
      .handover(.handover, of: ann, from: day, with: ClinicianID("ben")),
      .handover(.handback, of: ann, from: day, with: ClinicianID("ben")),
    ]
    #expect(Set(identities).count == identities.count)
    #expect(EventIdentity.cover(SessionID(clinician: ann, key: "a/1")) == identities[0])
  }

  @Test("the UID of a session's cover never changes between versions of the program")
  func pinned() {
    #expect(
      EventIdentity.cover(SessionID(clinician: ann, key: "UID/20261222T100000Z")).uid
        == "cover-4a617df277177f45db75ecf49f1d2f9a@plan-cover.invalid")
  }

  @Test("our own UIDs are known again, and no others")
  func ours() {
    let uid = EventIdentity.cover(SessionID(clinician: ann, key: "../../etc\r\nX:1")).uid
    #expect(EventIdentity.isOurs(uid))
    #expect(uid.allSatisfy { $0.isLetter || $0.isNumber || "-@.".contains($0) })
    for other in ["cover-1@plan-cover.invalid", uid.uppercased(), "x" + uid, uid + "x", "", "@plan-cover.invalid"] {
      #expect(!EventIdentity.isOurs(other))
    }
  }
}
