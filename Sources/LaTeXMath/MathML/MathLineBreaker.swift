/// Breaks long sums into lines: browsers leave a formula on one.
struct MathLineBreaker: Sendable {
  /// Lines are at most so many ems wide if they can be; `nil` for no limit.
  let room: Double?

  private static let indent = 1.5
  private static let short = 8.0

  /// Elements beside each other, or in lines below each other, broken before relations and signs that stand
  /// in no brackets.
  func broken(_ elements: [MathElement], _ range: Range<Int>) -> MathElement {
    guard let room, MathElement.width(of: elements) > room else {
      return .row(elements, range)
    }
    let lines = lines(of: elements, room: room)
    guard lines.count > 1 else { return .row(elements, range) }
    let rows = lines.enumerated().map { number, line -> MathElement in
      var line = line
      if number > 0 {
        // A sign at the start of a line has room behind it, as before it was broken.
        if line[0].tag == "mo" { line[0] = line[0].with("form", "infix") }
        line.insert(
          MathElement(
            "mspace", "", line[0].range.lowerBound..<line[0].range.lowerBound, width: Self.indent,
            role: .space, attributes: [("width", "\(Self.indent)em")]), at: 0)
      }
      let width = MathElement.width(of: line)
      let cell = MathElement("mtd", line, range, width: width, attributes: [("class", "l")])
      return MathElement("mtr", [cell], range, width: width)
    }
    return MathElement(
      "mtable", rows, range, width: rows.map(\.width).max() ?? 0,
      attributes: [("displaystyle", "true")])
  }

  private func lines(of elements: [MathElement], room: Double) -> [[MathElement]] {
    var lines: [[MathElement]] = []
    var line: [MathElement] = []
    for piece in pieces(of: elements) {
      let width = MathElement.width(of: line)
      if !line.isEmpty, width + MathElement.width(of: piece) > room {
        lines.append(line)
        line = []
      }
      line += piece
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Stretches between places where a line may break.
  private func pieces(of elements: [MathElement]) -> [[MathElement]] {
    var pieces: [[MathElement]] = []
    var depth = 0
    for element in elements {
      switch element.role {
      case .open: depth += 1
      case .close: depth = max(0, depth - 1)
      case .sign, .relation:
        // What is short stays with the relation behind it.
        let isShort = pieces.count == 1 && element.role == .relation
        if depth == 0, !isShort || MathElement.width(of: pieces[0]) > Self.short {
          pieces.append([element])
          continue
        }
      case .ordinary, .function, .big, .binary, .punctuation, .space: break
      }
      if pieces.isEmpty { pieces.append([]) }
      pieces[pieces.count - 1].append(element)
    }
    return pieces.filter { !$0.isEmpty }
  }
}
