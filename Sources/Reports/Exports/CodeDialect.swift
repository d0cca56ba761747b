/// How a programming language writes formulas: its functions have names, and powers a sign.
protocol CodeDialect: ExportDialect {
  /// The functions, of real or of complex arguments.
  func functions(isReal: Bool) -> ExportFunctions
  /// What stands between base and exponent.
  var powerSign: String { get }
}

extension CodeDialect {
  var powerSign: String { "^" }

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    denominator == "1"
      ? .atom(numerator) : ExportPhrase("\(numerator) / \(denominator)", .product)
  }

  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase {
    functions(isReal: isReal).phrase(function, arguments)
  }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    ExportPhrase("\(text(base, .atom))\(powerSign)\(exponent)", .power)
  }
}
