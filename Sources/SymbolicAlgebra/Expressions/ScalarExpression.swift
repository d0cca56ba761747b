import ExactAlgebra

/// A scalar as written: nothing expanded, sorted or cancelled.
///
/// Scalars and operators are different types; an operator enters a scalar only through a trace or
/// a matrix element.
public indirect enum ScalarExpression: Hashable, Sendable {
  /// A number as a quotient of integers: `0.5` is 1/2.
  case number(Rational)
  /// i, with i² = −1.
  case imaginaryUnit
  /// A name that an ``Environment`` gives a value to.
  case symbol(String)
  /// Terms in written order; a difference has a ``negative(_:)``.
  case sum([ScalarExpression])
  /// Factors in written order.
  case product([ScalarExpression])
  /// −z
  case negative(ScalarExpression)
  /// Numerator over denominator.
  case quotient(ScalarExpression, ScalarExpression)
  /// A base with an integer exponent, which may be negative.
  case power(ScalarExpression, Int)
  /// √x of a real x.
  case squareRoot(ScalarExpression)
  /// e^z
  case exponential(ScalarExpression)
  /// sin x of a real x.
  case sine(ScalarExpression)
  /// cos x of a real x.
  case cosine(ScalarExpression)
  /// tan x of a real x.
  case tangent(ScalarExpression)
  /// z*
  case conjugate(ScalarExpression)
  /// |z|², which needs no root.
  case absoluteSquare(ScalarExpression)
  /// |z|
  case absolute(ScalarExpression)
  /// The sum of the diagonal of an operator.
  case trace(OperatorExpression)
  /// ⟨a|X|b⟩; without an operator ⟨a|b⟩.
  case matrixElement(KetExpression, OperatorExpression?, KetExpression)
  /// A function of a frequency or time applied to an argument: N(ω).
  case application(String, ScalarExpression)
  /// A quantity of a state: the ergotropy of ρ.
  case functional(String, OperatorExpression)
}

/// A vector of the Hilbert space as written.
public indirect enum KetExpression: Hashable, Sendable {
  /// A label such as `eg`, or a named vector such as `\varepsilon_1`; the environment knows which.
  case label(String)
  /// Terms in written order.
  case sum([KetExpression])
  /// A scalar times a vector.
  case scaled(ScalarExpression, KetExpression)
  /// The image of a vector under an operator.
  case applied(OperatorExpression, KetExpression)
}

/// An operator as written: an expression tree over kets, transition operators and named operators.
public indirect enum OperatorExpression: Hashable, Sendable {
  /// The operator that leaves every vector as it is.
  case identity
  /// A named operator: σ₋⁽¹⁾, ρ, b_k.
  case symbol(String)
  /// A function of time that is an operator: H_int(t).
  case application(String, ScalarExpression)
  /// |a⟩⟨b|
  case outer(KetExpression, KetExpression)
  /// |a⟩⟨b| of one subsystem, the identity on the others.
  case siteOuter(site: String, String, String)
  /// Terms in written order; a difference has a ``negative(_:)``.
  case sum([OperatorExpression])
  /// The operator with the other sign.
  case negative(OperatorExpression)
  /// A scalar times an operator.
  case scaled(ScalarExpression, OperatorExpression)
  /// Factors in written order: the last acts first.
  case product([OperatorExpression])
  /// The Hermitian conjugate.
  case adjoint(OperatorExpression)
  /// [A, B] = AB − BA
  case commutator(OperatorExpression, OperatorExpression)
  /// {A, B} = AB + BA
  case anticommutator(OperatorExpression, OperatorExpression)
  /// A superoperator acting: 𝒟[ρ].
  case superoperator(String, OperatorExpression)
  /// dρ/dt by the master equation.
  case timeDerivative(OperatorExpression)
  /// Σ_k over the modes of a reservoir.
  case modeSum(index: String, OperatorExpression)
}

/// What the names in expressions stand for.
public protocol Environment {
  /// The field that values are computed in; evaluation may add generators to it.
  var field: Field { get set }
  /// The dimension of the Hilbert space.
  var dimension: Int { get }
  /// The value of a ``ScalarExpression/symbol(_:)``.
  mutating func scalar(named name: String) throws(EvaluationError) -> Scalar
  /// The components of a ``KetExpression/label(_:)`` in the product basis.
  mutating func ket(named name: String) throws(EvaluationError) -> [Scalar]
  /// The canonical form of an ``OperatorExpression/symbol(_:)``.
  mutating func linearOperator(named name: String) throws(EvaluationError) -> OperatorForm
  /// The value of a ``ScalarExpression/application(_:_:)``.
  mutating func apply(
    scalarFunction name: String, to argument: Scalar
  ) throws(EvaluationError) -> Scalar
  /// The value of an ``OperatorExpression/application(_:_:)``.
  mutating func apply(
    operatorFunction name: String, to argument: Scalar
  ) throws(EvaluationError) -> OperatorForm
  /// The value of a ``ScalarExpression/functional(_:_:)``.
  mutating func apply(
    functional name: String, to state: OperatorForm
  ) throws(EvaluationError) -> Scalar
  /// The value of an ``OperatorExpression/superoperator(_:_:)``.
  mutating func apply(
    superoperator name: String, to state: OperatorForm
  ) throws(EvaluationError) -> OperatorForm
  /// The right side of the master equation for a state.
  mutating func timeDerivative(of state: OperatorForm) throws(EvaluationError) -> OperatorForm
  /// |a⟩⟨b| of one subsystem, the identity on the others.
  mutating func siteOuter(
    site: String, _ a: String, _ b: String
  ) throws(EvaluationError) -> OperatorForm
}

/// Why an expression has no canonical form.
public enum EvaluationError: Error, Hashable, Sendable {
  /// A name that the environment gives no value to.
  case undeclared(String)
  /// A denominator that is zero under the relations.
  case divisionByZero
  /// A function whose value is not in the field, with the reason.
  case field(FieldError)
  /// A definition that refers to itself.
  case circular(String)
  /// Operators of a reservoir where only the system's make sense.
  case reservoirOperator
  /// Outside what is decided, with the reason in words.
  case unsupported(String)
}
