/// How tightly a piece of a formula holds together.
enum Precedence: Int, Comparable {
  /// A sum, a difference, or what begins with a minus.
  case sum
  case product
  case power
  case atom

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
}

/// A piece of a formula in some language.
struct ExportPhrase {
  var text: String
  var precedence: Precedence

  init(_ text: String, _ precedence: Precedence) {
    self.text = text
    self.precedence = precedence
  }

  static func atom(_ text: String) -> ExportPhrase { ExportPhrase(text, .atom) }
}

/// The functions that formulas call.
enum ExportFunctionName: Hashable {
  case squareRoot, exponential, sine, cosine, angle, absolute, conjugate, realPart
  case boseOccupation, fermiOccupation
}
