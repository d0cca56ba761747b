extension MathBuilder {
  /// The element with the scripts that follow it.
  mutating func scripted(_ base: MathElement, _ cursor: inout Cursor) -> MathElement {
    var base = base
    while true {
      var lower: MathElement?
      var upper: MathElement?
      var end = base.range.upperBound
      scan: while let node = cursor.nextScript() {
        switch node.kind {
        case .script(.subscript, let nodes):
          guard lower == nil else {
            // A second one is set at what there is so far.
            cursor.stepBack()
            break scan
          }
          lower = script(nodes, node.range)
        case .script(.superscript, let nodes):
          let next = script(nodes, node.range)
          if let primes = upper, primes.isPrimes {
            upper = .row([primes, next], primes.range.lowerBound..<next.range.upperBound)
          } else if upper == nil {
            upper = next
          } else {
            cursor.stepBack()
            break scan
          }
        default:
          let prime = MathElement("mo", "′", node.range, width: 0.3)
          if let primes = upper {
            guard primes.isPrimes else {
              cursor.stepBack()
              break scan
            }
            upper = MathElement(
              "mo", Self.oneMore(primes.text), primes.range.lowerBound..<node.range.upperBound,
              width: 0.6)
          } else {
            upper = prime
          }
        }
        end = node.range.upperBound
      }
      if lower == nil, upper == nil { return base }
      base = attached(base, lower, upper, end)
    }
  }

  /// Two and three primes are characters of their own.
  private static func oneMore(_ primes: String) -> String {
    switch primes {
    case "′": "″"
    case "″": "‴"
    default: primes + "′"
    }
  }

  private mutating func script(_ nodes: [Node], _ range: Range<Int>) -> MathElement {
    let content = nodes.drop { $0.kind == .whitespace || $0.kind == .comment }
    guard let first = content.first else { return .row([], range) }
    if content.count == 1, case .group(let inner) = first.kind {
      return argument(inner, first.range.lowerBound + 1..<first.range.upperBound - 1)
    }
    return argument(Array(content), first.range.lowerBound..<range.upperBound)
  }

  private mutating func attached(
    _ base: MathElement, _ lower: MathElement?, _ upper: MathElement?, _ end: Int
  ) -> MathElement {
    let isBig = base.role == .big
    let parts = [lower, upper].compactMap { $0 }
    let tag =
      switch (lower != nil, upper != nil) {
      case (true, true): isBig ? "munderover" : "msubsup"
      case (true, false): isBig ? "munder" : "msub"
      default: isBig ? "mover" : "msup"
      }
    let scripts = parts.map { $0.width * 0.7 }.max() ?? 0
    var element = MathElement(
      tag, marked([base], in: base.range) + parts, base.range.lowerBound..<end,
      width: isBig ? max(base.width, scripts) : base.width + scripts + 0.06)
    // What stands around it sees the base: (a + b)^2, \sin^2 x, \sum_k.
    switch base.role {
    case .function, .big, .open, .close, .relation, .binary: element.role = base.role
    case .ordinary, .sign, .punctuation, .space: element.role = .ordinary
    }
    return element
  }
}

extension MathElement {
  fileprivate var isPrimes: Bool { tag == "mo" && text.allSatisfy { "′″‴".contains($0) } }
}
