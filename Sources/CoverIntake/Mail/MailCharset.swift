import Foundation

/// Character sets of mail, to UTF-8.
enum MailCharset {
  private static let encodings: [String: String.Encoding] = [
    "iso-8859-1": .isoLatin1, "latin1": .isoLatin1, "iso-8859-2": .isoLatin2, "windows-1250": .windowsCP1250,
    "windows-1251": .windowsCP1251, "windows-1252": .windowsCP1252, "cp1252": .windowsCP1252,
    "windows-1253": .windowsCP1253, "windows-1254": .windowsCP1254, "utf-16": .utf16, "utf-16le": .utf16LittleEndian,
    "utf-16be": .utf16BigEndian, "shift_jis": .shiftJIS, "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP,
  ]

  /// The bytes as UTF-8; nil where the set is not known or they are none of it.
  static func utf8(_ bytes: [UInt8], charset: String?) -> [UInt8]? {
    let name = (charset ?? "utf-8").lowercased()
    // Whoever names no set, or ASCII, and writes more, mostly means UTF-8: RFC 6047 §2.4 asks for it to be named.
    if ["utf-8", "utf8", "us-ascii", "ascii", ""].contains(name) { return bytes }
    guard let encoding = encodings[name], let text = String(data: Data(bytes), encoding: encoding) else { return nil }
    return Array(text.utf8)
  }
}
