import ExactAlgebra

/// A scalar as written: nothing expanded, sorted or cancelled.
///
/// Scalars and operators are different types; an operator enters a scalar only through a trace or
/// a matrix element.
public indirect enum ScalarExpression: Hashable, Sendable {
  case number(Rational)
  case imaginaryUnit
  /// A name that an ``Environment`` gives a value to.
  case symbol(String)
  case sum([ScalarExpression])
  case product([ScalarExpression])
  case negative(ScalarExpression)
  case quotient(ScalarExpression, ScalarExpression)
  case power(ScalarExpression, Int)
  case squareRoot(ScalarExpression)
  case exponential(ScalarExpression)
  case sine(ScalarExpression)
  case cosine(ScalarExpression)
  case tangent(ScalarExpression)
  case conjugate(ScalarExpression)
  /// |z|², which needs no root.
  case absoluteSquare(ScalarExpression)
  case absolute(ScalarExpression)
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
  case sum([KetExpression])
  case scaled(ScalarExpression, KetExpression)
  case applied(OperatorExpression, KetExpression)
}

/// An operator as written: an expression tree over kets, transition operators and named operators.
public indirect enum OperatorExpression: Hashable, Sendable {
  case identity
  /// A named operator: σ₋⁽¹⁾, ρ, b_k.
  case symbol(String)
  /// A function of time that is an operator: H_int(t).
  case application(String, ScalarExpression)
  /// |a⟩⟨b|
  case outer(KetExpression, KetExpression)
  /// |a⟩⟨b| of one subsystem, the identity on the others.
  case siteOuter(site: String, String, String)
  case sum([OperatorExpression])
  case negative(OperatorExpression)
  case scaled(ScalarExpression, OperatorExpression)
  case product([OperatorExpression])
  case adjoint(OperatorExpression)
  case commutator(OperatorExpression, OperatorExpression)
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
  var field: Field { get set }
  /// The dimension of the Hilbert space.
  var dimension: Int { get }
  mutating func scalar(named name: String) throws(EvaluationError) -> Scalar
  mutating func ket(named name: String) throws(EvaluationError) -> [Scalar]
  mutating func linearOperator(named name: String) throws(EvaluationError) -> OperatorForm
  mutating func apply(
    scalarFunction name: String, to argument: Scalar
  ) throws(EvaluationError) -> Scalar
  mutating func apply(
    operatorFunction name: String, to argument: Scalar
  ) throws(EvaluationError) -> OperatorForm
  mutating func apply(
    functional name: String, to state: OperatorForm
  ) throws(EvaluationError) -> Scalar
  mutating func apply(
    superoperator name: String, to state: OperatorForm
  ) throws(EvaluationError) -> OperatorForm
  mutating func timeDerivative(of state: OperatorForm) throws(EvaluationError) -> OperatorForm
  mutating func siteOuter(
    site: String, _ a: String, _ b: String
  ) throws(EvaluationError) -> OperatorForm
}

/// Why an expression has no canonical form.
public enum EvaluationError: Error, Hashable, Sendable {
  case undeclared(String)
  case divisionByZero
  case field(FieldError)
  /// A definition that refers to itself.
  case circular(String)
  /// Operators of a reservoir where only the system's make sense.
  case reservoirOperator
  /// Outside what is decided, with the reason in words.
  case unsupported(String)
}
