/// A mathematical expression as it was printed: nothing expanded, sorted or cancelled.
///
/// The tree is neutral about meaning. `f(x)` is a product of a symbol and a group; whether `f` is a
/// function is for the reader of the tree, who knows what was declared, to say.
public struct Formula: Sendable {
  /// What the expression is.
  public let kind: Kind
  /// Where it stands: UTF-8 offsets into the text that was read.
  public var range: Range<Int>
  /// Mixed from the whole expression, wherever its parts stand: equal ones have the same, and different ones
  /// hardly ever. It may stand for the expression where a search proposes and nothing is decided.
  package let fingerprint: UInt64

  /// An expression with the stretch of text it was read from.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    fingerprint = Fingerprint(of: kind).value
  }

  /// What an expression can be, one case for each way of writing.
  public indirect enum Kind: Hashable, Sendable {
    /// `12`, `0.5`
    case number(String)
    /// One letter or command with its accents and font: `x`, `\omega`, `\mathcal{L}`, `\bar{T}`.
    case symbol(String)
    /// A base with scripts: `N_1^+`, `x^2`, `\rho_{11}`, `\sigma_-^{(1)}`, `|e\rangle_1`.
    case scripted(Formula, subscript: Script?, superscript: Script?)
    /// `a + b - c \pm d`, in printed order. The first sign is `.plus` with an empty range if none is
    /// printed.
    case sum([Term])
    /// Factors in printed order; `\cdot`, `\times`, `*`, thin spaces are dropped, `\otimes` kept apart.
    case product([Formula])
    /// `A \otimes B`
    case tensor([Formula])
    /// `\frac{a}{b}` or `a/b`
    case quotient(Formula, Formula)
    /// `a/b c` and, without what trails, `\sin a/b`, which readers take both ways: never resolved silently.
    case ambiguousQuotient(Formula, Formula, trailing: [Formula])
    /// `\sin^2\frac{\theta}{2}`: name, the exponent if printed, the argument.
    case function(String, power: Formula?, argument: Formula)
    /// `\sqrt[n]{x}`
    case root(Formula, index: Formula?)
    /// `( … )`, `[ … , … ]`, `\{ … , … \}`: comma-separated contents between the delimiters.
    case group(Delimiter, [Formula])
    /// `|\varepsilon_1\rangle`: the label as normalised text.
    case ket(String)
    /// `\langle e|`
    case bra(String)
    /// `\langle r_n|\varepsilon_m\rangle`
    case inner(bra: String, ket: String)
    /// `\langle a|X|b\rangle`
    case matrixElement(bra: String, Formula, ket: String)
    /// `|x|`
    case absolute(Formula)
    /// `\langle X \rangle`
    case expectation(Formula)
    /// `\sum_{n,m} body`, `\int_0^\infty`, `\prod`, `\min_U`, `\max`, `\lim`.
    case big(String, lower: Script?, upper: Script?, body: Formula)
    /// `\begin{pmatrix} … \end{pmatrix}`, row by row.
    case matrix([[Formula]])
    /// `H.c.`: the Hermitian conjugate of the terms before it in the same sum.
    case hermitianConjugate
    /// `\text{…}` that is not `H.c.`
    case text(String)
  }

  /// A term of a sum with the sign printed before it.
  public struct Term: Hashable, Sendable {
    /// The sign before the term; `.plus` where none is printed.
    public var sign: Sign
    /// Where the sign stands; empty where none is printed.
    public var signRange: Range<Int>
    /// The term without its sign.
    public var formula: Formula

    /// A term, the sign before it and where that stands.
    public init(sign: Sign, signRange: Range<Int>, formula: Formula) {
      self.sign = sign
      self.signRange = signRange
      self.formula = formula
    }
  }

  /// A sign between the terms of a sum.
  public enum Sign: String, Hashable, Sendable {
    /// `+`, or no sign before the first term.
    case plus = "+"
    /// `-`
    case minus = "-"
    /// `\pm`, read as the upper sign of a pair.
    case plusMinus = "\\pm"
    /// `\mp`, read as the lower sign where `\pm` is the upper.
    case minusPlus = "\\mp"
  }

  /// The kind of brackets around a group.
  public enum Delimiter: Hashable, Sendable {
    /// `( … )`
    case parentheses
    /// `[ … ]`
    case brackets
    /// `\\{ … \\}`
    case braces
  }

  /// A subscript or superscript: both as text without spaces and redundant braces, and parsed where
  /// it reads as a formula (`nil` for labels such as `+`, `\pm`, `\dagger`, `*`, `'`).
  public struct Script: Hashable, Sendable {
    /// `i`, `11`, `(1)`, `+`, `\dagger`, `'`, `1k`
    public var text: String
    /// The script as an expression, where it reads as one.
    public var formula: Formula?
    /// Where the script stands: UTF-8 offsets into the text that was read.
    public var range: Range<Int>

    /// A script as text, and as an expression where it reads as one.
    public init(text: String, formula: Formula?, range: Range<Int>) {
      self.text = text
      self.formula = formula
      self.range = range
    }
  }
}

/// One printed statement: `a = b`, a chain `a = b = c`, an inequality, or an expression by itself.
public struct Statement: Hashable, Sendable {
  /// The expressions; one more than `relations`.
  public var sides: [Formula]
  /// The signs between neighbouring sides, in printed order.
  public var relations: [Relation]
  /// From the first byte of the first side to the last byte of the last side.
  public var range: Range<Int>

  /// Sides with the relations between them, one fewer.
  public init(sides: [Formula], relations: [Relation], range: Range<Int>) {
    self.sides = sides
    self.relations = relations
    self.range = range
  }
}

/// The sign between two sides of a statement.
public struct Relation: Hashable, Sendable {
  /// The meaning of a relation, whichever of its spellings was printed.
  public enum Kind: String, Hashable, Sendable {
    /// `=`
    case equal = "="
    /// `\equiv`
    case equivalent = "\\equiv"
    /// `:=`: the left side is named by this.
    case defined = ":="
    /// `<`
    case less = "<"
    /// `\leq`
    case lessOrEqual = "\\leq"
    /// `>`
    case greater = ">"
    /// `\geq`
    case greaterOrEqual = "\\geq"
    /// `
    /// eq`
    case notEqual = "\\neq"
    /// `\approx`: equal up to terms that were left out.
    case approximately = "\\approx"
    /// `\propto`: equal up to a factor.
    case proportional = "\\propto"
    /// `\in`: the left side takes its values there.
    case element = "\\in"
    /// `\to`: a limit or a map.
    case maps = "\\to"
  }

  /// What the sign says of its two sides.
  public var kind: Kind
  /// Where the sign stands: UTF-8 offsets into the text that was read.
  public var range: Range<Int>

  /// A relation with the stretch of text it was read from.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
