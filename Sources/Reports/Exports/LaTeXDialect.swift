/// Formulas to read, with the file's own names.
struct LaTeXDialect: ExportDialect {
  let reserved: Set<String> = []
  let separator = "\\text{ no.\\ }"
  // Half a name would be no LaTeX.
  let longestName = Int.max

  /// What is longer is not put above or below a line, and may be broken.
  private static let longest = 200

  func identifier(_ latex: String) -> String { latex }

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    .atom(denominator == "1" ? numerator : "\\frac{\(numerator)}{\(denominator)}")
  }

  var pi: ExportPhrase { .atom("\\pi") }
  var imaginaryUnit: ExportPhrase { .atom("i") }

  func temporary(_ number: Int) -> String { "t_{\(number)}" }

  func parenthesized(_ text: String) -> String {
    text.count > Self.longest ? "( \(text) )" : "\\left( \(text) \\right)"
  }

  func product(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase {
    let right = text(b, .power)
    // 2 \cdot 3 would read as 23.
    let isNumber = right.first?.isNumber == true
    return ExportPhrase("\(text(a, .product))\(isNumber ? " \\cdot " : " ")\(right)", .product)
  }

  func quotient(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase {
    guard max(a.text.count, b.text.count) > Self.longest else {
      return .atom("\\frac{\(a.text)}{\(b.text)}")
    }
    return ExportPhrase("\(text(a, .product)) / \(text(b, .power))", .product)
  }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    let isPlain = base.precedence == .atom && !base.text.contains { "^ (\\".contains($0) }
    let isCommand =
      base.precedence == .atom && base.text.hasPrefix("\\")
      && !base.text.contains { "^ ({".contains($0) } && !base.text.dropFirst().contains("\\")
    let text = isPlain || isCommand ? base.text : parenthesized(base.text)
    return ExportPhrase("\(text)^{\(exponent)}", .power)
  }

  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase {
    let x = arguments.map(\.text)
    switch function {
    case .squareRoot: return .atom("\\sqrt{\(x[0])}")
    case .exponential: return ExportPhrase("e^{\(x[0])}", .power)
    case .sine: return ExportPhrase("\\sin\(parenthesized(x[0]))", .power)
    case .cosine: return ExportPhrase("\\cos\(parenthesized(x[0]))", .power)
    case .angle:
      return ExportPhrase("\\arg\(parenthesized("\(x[0]) + i \\left( \(x[1]) \\right)"))", .power)
    case .absolute: return .atom("\\left| \(x[0]) \\right|")
    case .conjugate: return .atom("\\overline{\(x[0])}")
    case .realPart: return ExportPhrase("\\operatorname{Re}\(parenthesized(x[0]))", .power)
    case .boseOccupation: return .atom("\\frac{1}{e^{\(x[0])} - 1}")
    case .fermiOccupation: return .atom("\\frac{1}{e^{\(x[0])} + 1}")
    }
  }
}
