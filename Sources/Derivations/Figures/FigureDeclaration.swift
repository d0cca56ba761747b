import ExactAlgebra
import LaTeXMath

/// A formula of a directive with its text, and where its names are looked up from.
struct PlacedFormula: Sendable {
  var formula: Formula
  /// As the file has it.
  var latex: String
  var position: Int
  var section: Document.Section
}

/// A symbol, or a quantity that is linear in symbols, with a value.
struct Assignment: Sendable {
  var subject: PlacedFormula
  var value: Rational
  /// As the file has it.
  var text: String

  var latex: String { "\(subject.latex) = \(text)" }
}

/// A figure as a file declares it.
struct FigureDeclaration: Sendable {
  struct Axis: Sendable {
    var subject: PlacedFormula
    var unit: String?
    var from: Rational
    var to: Rational
  }

  struct Curves: Sendable {
    var subject: PlacedFormula
    var values: [(value: Rational, text: String)]
  }

  var name: String
  var quantity: PlacedFormula
  var unit: String?
  var axes: [Axis]
  var curves: Curves?
  var parameters: [Assignment]
  /// LaTeX of what the file's author chose.
  var chosen: [String]
  var position: Int
  var section: Document.Section
  var range: Range<Int>
}

/// A claim as a file declares it.
struct ClaimDeclaration: Sendable {
  enum Predicate: Sendable {
    case course(Claim.Course, PlacedFormula, range: (from: Rational, to: Rational)?)
    case extremum(Claim.Extremum, [Assignment])
    case sign(Claim.Sign)
  }

  var figure: String
  var predicate: Predicate
  /// What is claimed of the quantity, in words and `$…$`.
  var statement: String
  var curves: FigureDeclaration.Curves?
  var sentence: String
  var position: Int
  var section: Document.Section
  var range: Range<Int>
}
