import Checking
import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// Both sides of a printed line in canonical form, entry by entry.
struct LineSides {
  var printed: [Scalar]
  var derived: [Scalar]
  /// What each entry is: empty for a scalar.
  var labels: [String]
  /// Undeclared symbols of the right side.
  var strays: [(name: String, range: Range<Int>)]
  /// The right side as printed.
  var formula: Formula?
}

/// Why the sides of a line have no canonical form.
enum SideError: Error {
  case elaboration(ElaborationError)
  case evaluation(EvaluationError, isPrinted: Bool)
}

extension Context {
  /// The sides of a line: the left by its meaning, the right as printed.
  mutating func sides(_ line: PrintedLine, _ right: Formula) throws(SideError) -> LineSides {
    position = line.position
    section = line.section
    field.met = []
    var reader = elaborator(at: line.position, in: line.section)
    reader.allowsUndeclared = true
    let left: Elaborated?
    let printed: Elaborated
    var leftReader = elaborator(at: line.position, in: line.section)
    do {
      printed = try reader.elaborate(right)
      if case .matrix = printed { left = nil } else { left = try leftReader.elaborate(line.left) }
    } catch {
      throw .elaboration(error)
    }
    for (name, _) in reader.undeclared where strays[name] == nil {
      strays[name] = field.addFree(name, domain: .real)
    }
    var result = try values(left, printed, line)
    result.strays = reader.undeclared
    result.formula = right
    return result
  }

  private mutating func values(
    _ left: Elaborated?, _ right: Elaborated, _ line: PrintedLine
  ) throws(SideError) -> LineSides {
    func sides(_ printed: [Scalar], _ derived: [Scalar], _ labels: [String]) -> LineSides {
      LineSides(
        printed: printed, derived: derived, labels: labels, strays: [])
    }
    switch (left, right) {
    case (.scalar(let a)?, .scalar(let b)):
      let derived = try evaluate(false) { context throws(EvaluationError) in
        try context.normalForm(a)
      }
      let printed = try evaluate(true) { context throws(EvaluationError) in
        try context.normalForm(b)
      }
      return sides([printed], [derived], [""])
    case (.ket(let a)?, .ket(let b)):
      let derived = try evaluate(false) { context throws(EvaluationError) in
        try context.canonical(a)
      }
      let printed = try evaluate(true) { context throws(EvaluationError) in
        try context.canonical(b)
      }
      return sides(printed, derived, base.space.labels.map { "the component of |\($0)⟩" })
    case (.linear(let a)?, .linear(let b)): return try operators(a, b)
    case (.linear(let a)?, .scalar(let b)): return try operators(a, .scaled(b, .identity))
    case (.scalar(let a)?, .linear(let b)): return try operators(.scaled(a, .identity), b)
    case (nil, .matrix(let rows)): return try matrix(rows, line)
    case (let a?, let b):
      throw .elaboration(
        ElaborationError(
          code: "type-mismatch", message: "the left side is \(a.typeName), the right \(b.typeName)",
          range: line.range))
    case (nil, _):
      throw .elaboration(
        ElaborationError(code: "unreadable", message: "expected a matrix", range: line.range))
    }
  }

  private mutating func evaluate<Result>(
    _ isPrinted: Bool, _ body: (inout Context) throws(EvaluationError) -> Result
  ) throws(SideError) -> Result {
    do {
      return try body(&self)
    } catch {
      throw .evaluation(error, isPrinted: isPrinted)
    }
  }

  private mutating func operators(
    _ a: OperatorExpression, _ b: OperatorExpression
  ) throws(SideError) -> LineSides {
    let derived = try evaluate(false) { context throws(EvaluationError) in
      try context.normalForm(a)
    }
    let printed = try evaluate(true) { context throws(EvaluationError) in
      try context.normalForm(b)
    }
    var result = LineSides(
      printed: [], derived: [], labels: [], strays: [])
    let zero = OperatorMatrix.zero(dimension)
    let names = base.space.labels
    for word in Set(derived.words + printed.words).sorted() {
      result.printed += (printed.parts[word] ?? zero).entries
      result.derived += (derived.parts[word] ?? zero).entries
      let suffix = word == .empty ? "" : " with \(word.latex)"
      result.labels += names.flatMap { row in names.map { "⟨\(row)|·|\($0)⟩\(suffix)" } }
    }
    if result.printed.isEmpty {
      result.printed = [.zero]
      result.derived = [.zero]
      result.labels = [""]
    }
    return result
  }

  /// A printed matrix, read in the basis that its left side's meaning names.
  private mutating func matrix(
    _ rows: [[ScalarExpression]], _ line: PrintedLine
  ) throws(SideError) -> LineSides {
    guard let (key, _) = line.left.declarationKey,
      let index = base.notation.lookup(key, at: position, in: section),
      case .meaning(let meaning, _) = base.notation.declarations[index].kind
    else {
      throw .elaboration(
        ElaborationError(
          code: "undeclared-symbol", message: "a matrix needs a left side with a meaning",
          help: "write '\(line.subject) means steady state, basis …'", range: line.left.range))
    }
    let n = dimension
    guard rows.count == n, rows.allSatisfy({ $0.count == n }) else {
      throw .elaboration(
        ElaborationError(
          code: "type-mismatch", message: "expected a matrix of \(n) rows and columns",
          range: line.range))
    }
    var printed: [Scalar] = []
    for row in rows {
      for entry in row {
        printed.append(
          try evaluate(true) { context throws(EvaluationError) in
            try context.normalForm(entry)
          })
      }
    }
    let derived = try evaluate(false) { context throws(EvaluationError) in
      switch meaning {
      case .steadyState(let basis): return try context.steadyMatrix(in: basis).entries
      case .changeOfBasis(let labels):
        let vectors = try context.eigenbasis().vectors
        let kets = try labels.map { label throws(EvaluationError) in
          try context.ket(named: label)
        }
        guard kets.count == n else {
          throw .unsupported("a basis of \(kets.count) kets where \(n) are needed")
        }
        var entries: [Scalar] = []
        for ket in kets {
          for vector in vectors {
            let overlap = zip(ket, vector).reduce(Scalar.zero) { $0 + $1.0.conjugate * $1.1 }
            entries.append(try context.normal(overlap))
          }
        }
        return entries
      default: throw .unsupported("'\(key)' is not a matrix")
      }
    }
    let labels = (1...n).flatMap { i in (1...n).map { "element (\(i), \($0))" } }
    return LineSides(
      printed: printed, derived: derived, labels: labels, strays: [])
  }
}

extension OperatorForm.Word {
  var latex: String {
    let sums = summed.map { "\\sum_\($0)" }.joined()
    return "$" + sums
      + factors.map { $0.isCreation ? $0.name + "^\\dagger" : $0.name }
      .joined(separator: " ") + "$"
  }
}
