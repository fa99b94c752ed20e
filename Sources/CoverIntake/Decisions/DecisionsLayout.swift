import Yams

/// How the list of decisions.yaml is laid out: by lines with dashes, in brackets, or not at all.
enum DecisionsLayout {
  /// Nothing but comments.
  case empty
  /// A key without a list. The bytes, if any, that say so (`~`, `null`, `[]`) make way for the first decision.
  case key(placeholder: Range<Int>?)
  /// The column of the dashes, from 0, and the line of each, from 0.
  case dashes(column: Int, lines: [Int])
  case brackets(FlowList)

  /// Nil where the text is laid out in a way that is not edited here.
  init?(_ text: TextLines) {
    let parsed: Node?
    do { parsed = try Parser(yaml: String(decoding: text.bytes, as: UTF8.self), encoding: .utf8).singleRoot() } catch {
      return nil
    }
    guard let parsed else {
      self = .empty
      return
    }
    guard case .mapping(let root) = parsed, let value = root.first?.value, root.count == 1, let mark = value.mark,
      let start = text.offset(mark)
    else { return nil }
    // Of styles the parser tells nothing: the first letter does.
    let isBraced = root.mark.flatMap(text.offset).map { text.bytes[$0...].first == UInt8(ascii: "{") } ?? true
    switch value {
    case .sequence(let list):
      if text.bytes[start...].first == UInt8(ascii: "[") {
        guard let flow = FlowList(text.bytes, open: start), flow.items.count == list.count else { return nil }
        let isBlank = text.bytes[start...flow.close].dropFirst().dropLast().allSatisfy { $0 == 0x20 }
        self = flow.items.isEmpty && isBlank && !isBraced ? .key(placeholder: start..<flow.close + 1) : .brackets(flow)
        return
      }
      guard let dashes = DecisionsLayout.dashes(list, column: mark.column - 1, text) else { return nil }
      self = .dashes(column: mark.column - 1, lines: dashes)
    case .scalar(let scalar):
      guard !isBraced, scalar.style == .plain else { return nil }
      self = .key(placeholder: scalar.string.isEmpty ? nil : start..<start + scalar.string.utf8.count)
    case .mapping, .alias: return nil
    }
  }

  /// The lines of the dashes; nil where one is not the first of its line.
  private static func dashes(_ list: Node.Sequence, column: Int, _ text: TextLines) -> [Int]? {
    var lines: [Int] = []
    for item in list {
      guard let mark = item.mark else { return nil }
      let first = lines.last.map { $0 + 1 } ?? 0
      guard mark.line - 1 >= first, mark.line <= text.lines.count,
        let line = (first..<mark.line).last(where: {
          text.indent($0) == column && text.firstByte($0) == UInt8(ascii: "-")
        })
      else { return nil }
      lines.append(line)
    }
    return lines
  }
}
