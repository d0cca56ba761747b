import SymbolicAlgebra

extension EvaluationError {
  var code: String {
    switch self {
    case .undeclared: "undeclared-symbol"
    case .divisionByZero: "division-by-zero"
    case .field, .unsupported, .reservoirOperator: "unsupported"
    case .circular: "circular-definition"
    }
  }

  var message: String {
    switch self {
    case .undeclared(let name): "undeclared symbol '\(name)'"
    case .divisionByZero: "a denominator is zero"
    case .circular(let name): "'\(name)' is defined by itself"
    case .reservoirOperator: "an operator of a reservoir where only the system's make sense"
    case .unsupported(let reason): reason
    case .field(.divisionByZero): "a denominator is zero"
    case .field(.rootOfComplex): "a root or an angle of a complex quantity"
    case .field(.fineFraction(let latex)):
      "\(latex): angles and exponents are known down to halves of their terms"
    case .field(.unsupported(let function, let argument)):
      "\(function) of \(argument) is outside what is decided"
    }
  }
}
