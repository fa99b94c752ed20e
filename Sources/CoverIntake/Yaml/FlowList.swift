/// The places of the items of a YAML list in brackets.
struct FlowList {
  /// From the first to behind the last byte of each item.
  private(set) var items: [Range<Int>] = []
  /// Where the comma behind each item stands; one fewer than items, or as many where the last has one too.
  private(set) var commas: [Int] = []
  /// Where the closing bracket stands.
  private(set) var close = 0

  /// Nil where the list that opens there does not close.
  init?(_ bytes: [UInt8], open: Int) {
    var depth = 0
    var item: Range<Int>?
    /// Whether a plain scalar may begin here: then a quote begins a quoted one.
    var isFresh = true
    var index = open
    func isSpace(_ at: Int) -> Bool { at < 0 || at >= bytes.count || " \t\r\n".utf8.contains(bytes[at]) }
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): continue
      case UInt8(ascii: "#") where isSpace(start - 1):
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        isFresh = true
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        isFresh = true
        if depth == 1 { continue }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        isFresh = false
        if depth == 0 {
          if let item { items.append(item) }
          close = start
          return
        }
      case UInt8(ascii: ","):
        isFresh = true
        if depth == 1 {
          guard let found = item else { return nil }
          items.append(found)
          commas.append(start)
          item = nil
          continue
        }
      case UInt8(ascii: ":") where isSpace(index) || !isFresh && ",[]{}\"'".utf8.contains(bytes[index]): isFresh = true
      case UInt8(ascii: "\"") where isFresh:
        guard let end = FlowList.endOfDoubleQuotes(bytes, index) else { return nil }
        index = end
        isFresh = false
      case UInt8(ascii: "'") where isFresh:
        guard let end = FlowList.endOfSingleQuotes(bytes, index) else { return nil }
        index = end
        isFresh = false
      default: isFresh = false
      }
      item = (item?.lowerBound ?? start)..<index
    }
    return nil
  }

  private static func endOfDoubleQuotes(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { return index + 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static func endOfSingleQuotes(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "'") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "'") else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return nil
  }
}
