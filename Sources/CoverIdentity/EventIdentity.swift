public import CivilTime
public import CoverDomain
import Crypto
import Foundation

/// The UID of an event that plan-cover writes: the same for the same thing in every run.
///
/// It is a digest, so that it is safe as a file name and tells a stranger nothing, and it can be computed again from what
/// it stands for: an answer to an invitation is matched even when the invitation is no longer published.
public struct EventIdentity: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, CaseIterable, Sendable { case cover, contact, supervision, handover, handback, referral }

  public let uid: String
  public var description: String { uid }

  private static let domain = "@plan-cover.invalid"

  private init(_ kind: Kind, _ parts: [String]) {
    // Lengths part the pieces, so that no two lists of pieces make one text.
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    let digest = SHA256.hash(data: Data("\(kind.rawValue)/\(text)".utf8))
    let hex = digest.prefix(16).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    uid = "\(kind.rawValue)-\(hex)\(EventIdentity.domain)"
  }

  /// The cover of a session, whoever gives it and whenever.
  public static func cover(_ session: SessionID) -> EventIdentity {
    EventIdentity(.cover, [session.clinician.text, session.key])
  }

  /// The appointment that meets a request, whoever gives it and whenever.
  public static func referral(_ request: SessionID) -> EventIdentity {
    EventIdentity(.referral, [request.clinician.text, request.key])
  }

  /// The contact for a day of a clinician's absence.
  public static func contact(for clinician: ClinicianID, on day: Day) -> EventIdentity {
    EventIdentity(.contact, [clinician.text, day.iso8601])
  }

  /// The covering supervisor of a supervisee on a day.
  public static func supervision(of supervisee: ClinicianID, on day: Day) -> EventIdentity {
    EventIdentity(.supervision, [supervisee.text, day.iso8601])
  }

  /// The handover or handback of an absence with a colleague; the absence is known by the day on which it begins.
  public static func handover(
    _ kind: Handover.Kind, of clinician: ClinicianID, from firstDay: Day, with colleague: ClinicianID
  ) -> EventIdentity {
    EventIdentity(kind == .handover ? .handover : .handback, [clinician.text, firstDay.iso8601, colleague.text])
  }

  /// Whether a UID found in a calendar has the form of one of ours: such an event is our own publication come back.
  public static func isOurs(_ uid: String) -> Bool {
    guard uid.hasSuffix(domain) else { return false }
    let name = uid.dropLast(domain.count)
    return Kind.allCases.contains { kind in
      name.hasPrefix(kind.rawValue + "-") && name.count == kind.rawValue.count + 33
        && name.dropFirst(kind.rawValue.count + 1).allSatisfy { $0.isHexDigit && !$0.isUppercase }
    }
  }
}
