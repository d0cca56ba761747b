import ExactAlgebra

/// The one crossing from trees as written to canonical forms.
extension Environment {
  /// The scalar in normal form under the relations of ``field``.
  ///
  /// - Throws: ``EvaluationError`` where a name is unknown or a value does not exist.
  public mutating func canonical(_ e: ScalarExpression) throws(EvaluationError) -> Scalar {
    switch e {
    case .number(let value):
      return Scalar(value)
    case .imaginaryUnit:
      return .imaginaryUnit
    case .symbol(let name):
      return try scalar(named: name)
    case .sum(let terms):
      var total = Scalar.zero
      for term in terms { total += try canonical(term) }
      return total
    case .product(let factors):
      var total = Scalar.one
      for factor in factors { total = total * (try canonical(factor)) }
      return try normal(total)
    case .negative(let value):
      return -(try canonical(value))
    case .quotient(let numerator, let denominator):
      let top = try canonical(numerator)
      let quotient = top * (try inverse(canonical(denominator)))
      return try normal(quotient)
    case .power(let base, let exponent):
      var value = try canonical(base)
      if exponent < 0 { value = try inverse(value) }
      return try normal(value.power(abs(exponent)))
    case .squareRoot(let value):
      let radicand = try real(canonical: value)
      field.noteRadicand(radicand)
      return Scalar(try withField { field throws(FieldError) in try field.squareRoot(radicand) })
    case .exponential(let exponent):
      let value = try canonical(exponent)
      return try withField { field throws(FieldError) in try field.exponential(value) }
    case .sine(let argument):
      return Scalar(try trigonometric(argument).sine)
    case .cosine(let argument):
      return Scalar(try trigonometric(argument).cosine)
    case .tangent(let argument):
      let (cosine, sine) = try trigonometric(argument)
      return try normal(Scalar(sine) * (try inverse(Scalar(cosine))))
    case .conjugate(let value):
      return try canonical(value).conjugate
    case .absoluteSquare(let value):
      let z = try canonical(value)
      return try normal(z * z.conjugate)
    case .absolute(let value):
      let z = try normalForm(value)
      return Scalar(
        try withField { field throws(FieldError) in
          try field.squareRoot((z * z.conjugate).real)
        })
    case .trace(let value):
      let matrix = try systemMatrix(value)
      return try normal(matrix.trace)
    case .matrixElement(let bra, let middle, let ket):
      let left = try canonical(bra)
      var right = try canonical(ket)
      if let middle { right = try systemMatrix(middle) * right }
      return try normal(
        zip(left, right).reduce(Scalar.zero) { $0 + $1.0.conjugate * $1.1 })
    case .application(let name, let argument):
      return try apply(scalarFunction: name, to: canonical(argument))
    case .functional(let name, let state):
      return try apply(functional: name, to: canonical(state))
    }
  }

  /// The components in the product basis, each in normal form.
  ///
  /// - Throws: ``EvaluationError`` where a name is unknown or a value does not exist.
  public mutating func canonical(_ e: KetExpression) throws(EvaluationError) -> [Scalar] {
    switch e {
    case .label(let name):
      return try ket(named: name)
    case .sum(let terms):
      var total = Array(repeating: Scalar.zero, count: dimension)
      for term in terms {
        let next = try canonical(term)
        total = zip(total, next).map { $0 + $1 }
      }
      return total
    case .scaled(let factor, let ket):
      let scale = try canonical(factor)
      var result = try canonical(ket)
      for index in result.indices { result[index] = try normal(result[index] * scale) }
      return result
    case .applied(let map, let ket):
      let image = try systemMatrix(map) * (try canonical(ket))
      var result = image
      for index in result.indices { result[index] = try normal(result[index]) }
      return result
    }
  }

  /// The operator as matrices in the product basis, their entries in normal form.
  ///
  /// - Throws: ``EvaluationError`` where a name is unknown or a value does not exist.
  public mutating func canonical(_ e: OperatorExpression) throws(EvaluationError) -> OperatorForm {
    switch e {
    case .identity:
      return OperatorForm(.identity(dimension))
    case .symbol(let name):
      return try linearOperator(named: name)
    case .application(let name, let argument):
      return try apply(operatorFunction: name, to: canonical(argument))
    case .outer(let ket, let bra):
      let (left, right) = (try canonical(ket), try canonical(bra))
      return try normal(OperatorForm(.outer(left, right)))
    case .siteOuter(let site, let a, let b):
      return try siteOuter(site: site, a, b)
    case .sum(let terms):
      var total = OperatorForm(.zero(dimension))
      for term in terms { total = total + (try canonical(term)) }
      return total
    case .negative(let value):
      return -(try canonical(value))
    case .scaled(let factor, let value):
      let scaled = try canonical(value).scaled(by: canonical(factor))
      return try normal(scaled)
    case .product(let factors):
      guard let first = factors.first else { return OperatorForm(.identity(dimension)) }
      var total = try canonical(first)
      for factor in factors.dropFirst() {
        let next = try canonical(factor)
        total = try normal(total * next)
      }
      return total
    case .adjoint(let value):
      return try canonical(value).adjoint
    case .commutator(let a, let b):
      let (x, y) = (try canonical(a), try canonical(b))
      return try normal(x * y - y * x)
    case .anticommutator(let a, let b):
      let (x, y) = (try canonical(a), try canonical(b))
      return try normal(x * y + y * x)
    case .superoperator(let name, let argument):
      return try apply(superoperator: name, to: canonical(argument))
    case .timeDerivative(let state):
      return try timeDerivative(of: canonical(state))
    case .modeSum(let index, let body):
      return try canonical(body).summed(over: index)
    }
  }

  /// The matrix of an operator of the system alone.
  public mutating func systemMatrix(
    _ e: OperatorExpression
  ) throws(EvaluationError) -> OperatorMatrix {
    guard let matrix = try canonical(e).matrix else { throw .reservoirOperator }
    return matrix
  }

  /// The scalar in normal form, also where those of its parts do not make one.
  ///
  /// - Throws: ``EvaluationError`` where a name is unknown or a value does not exist.
  public mutating func normalForm(_ e: ScalarExpression) throws(EvaluationError) -> Scalar {
    // By itself: the environment is not to be copied while it changes.
    let value = try canonical(e)
    return try normal(value)
  }

  /// The operator with every entry in normal form, also where those of its parts do not make one.
  ///
  /// - Throws: ``EvaluationError`` where a name is unknown or a value does not exist.
  public mutating func normalForm(_ e: OperatorExpression) throws(EvaluationError) -> OperatorForm {
    let form = try canonical(e)
    return try normal(form)
  }

  /// The value in normal form under the relations of ``field``.
  ///
  /// - Throws: ``EvaluationError/divisionByZero`` if a denominator is zero under them.
  public func normal(_ value: Scalar) throws(EvaluationError) -> Scalar {
    guard let result = field.canonical(value) else { throw withoutNormalForm(value) }
    return result
  }

  private func withoutNormalForm(_ value: Scalar) -> EvaluationError {
    field.hasZeroDenominator(value.real) || field.hasZeroDenominator(value.imaginary)
      ? .divisionByZero : .unsupported("a divisor is zero at some points, as |x| + x is for x ≤ 0")
  }

  /// The form with every entry in normal form under the relations of ``field``.
  ///
  /// - Throws: ``EvaluationError/divisionByZero`` if a denominator is zero under them.
  public func normal(_ form: OperatorForm) throws(EvaluationError) -> OperatorForm {
    let field = field
    return try form.map { (_, matrix) throws(EvaluationError) in
      guard let result = matrix.canonical(in: field) else {
        let entry = matrix.entries.first { field.canonical($0) == nil }
        throw withoutNormalForm(entry ?? .zero)
      }
      return result
    }
  }

  /// 1/z, refused where z is zero under the relations.
  public mutating func inverse(_ value: Scalar) throws(EvaluationError) -> Scalar {
    let value = try normal(value)
    guard !value.isLiterallyZero else { throw .divisionByZero }
    field.noteDivisor(value)
    return try normal(value.inverse)
  }

  private mutating func trigonometric(
    _ argument: ScalarExpression
  ) throws(EvaluationError) -> (cosine: Fraction, sine: Fraction) {
    let value = try real(canonical: argument)
    return try withField { field throws(FieldError) in try field.cosineAndSine(value) }
  }

  private mutating func real(canonical e: ScalarExpression) throws(EvaluationError) -> Fraction {
    let value = try normalForm(e)
    guard value.isReal else { throw .field(.rootOfComplex) }
    return value.real
  }

  private mutating func withField<Result>(
    _ body: (inout Field) throws(FieldError) -> Result
  ) throws(EvaluationError) -> Result {
    do {
      return try body(&field)
    } catch {
      throw .field(error)
    }
  }
}
