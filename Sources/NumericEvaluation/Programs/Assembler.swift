/// Turns nodes into flat code: chooses what shares a loop, an order of loops, and registers.
struct Assembler {
  private let operations: [Operation]
  private let matrices: [HermitianNodes]
  /// The position of the least eigenvalue of each matrix; the others follow it.
  private let firstEigenvalues: [Int]

  init(operations: [Operation], matrices: [HermitianNodes]) {
    self.operations = operations
    self.matrices = matrices
    var first = [Int](repeating: 0, count: matrices.count)
    for (position, operation) in operations.enumerated() {
      if case .eigenvalue(let matrix, 0) = operation { first[matrix] = position }
    }
    firstEigenvalues = first
  }

  /// The code for these outputs, where the values of the leaves are given.
  ///
  /// - Parameter isLeaf: for each node; inputs and literals are leaves anyway.
  func code(outputs: [Int], isLeaf: [Bool]) -> FlatCode {
    let uses = self.uses(outputs: outputs, isLeaf: isLeaf)
    let steps = self.steps(outputs: outputs, isLeaf: isLeaf, uses: uses)
    return allocate(steps, outputs: outputs)
  }

  /// Calls the body with everything a node reads, the entries of its matrix included.
  @inline(__always)
  private func forEachOperand(of position: Int, _ body: (Int) -> Void) {
    guard case .eigenvalue(let matrix, _) = operations[position] else {
      return operations[position].forEachOperand(body)
    }
    for entry in matrices[matrix].real { body(entry) }
    for entry in matrices[matrix].imaginary { body(entry) }
  }

  var nodeCount: Int { operations.count }

  func literalValue(of position: Int) -> Double? { operations[position].literalValue }

  /// Whether the value comes from outside the loops.
  private func isGiven(_ position: Int, _ isLeaf: [Bool]) -> Bool {
    if isLeaf[position] { return true }
    switch operations[position] {
    case .input, .literal: return true
    default: return false
    }
  }

  /// How often each needed node is read, by nodes or as an output.
  private func uses(outputs: [Int], isLeaf: [Bool]) -> [Int] {
    var uses = [Int](repeating: 0, count: operations.count)
    for output in outputs { uses[output] += 1 }
    for position in operations.indices.reversed()
    where uses[position] > 0 && !isGiven(position, isLeaf) {
      forEachOperand(of: position) { uses[$0] += 1 }
    }
    return uses
  }
}

extension Assembler {
  /// A loop before registers are chosen: operands and results are nodes.
  struct Step {
    let kernel: Kernel
    let targets: [Int]
    let operands: [Int]
  }

  /// The loops, each after those it reads, in the order in which a walk from the outputs meets them.
  private func steps(outputs: [Int], isLeaf: [Bool], uses: [Int]) -> [Step] {
    var steps: [Step] = []
    var isDone = operations.indices.map { isGiven($0, isLeaf) }
    for output in outputs {
      var pending: [(position: Int, step: Step?)] = [(output, nil)]
      while let (position, ready) = pending.popLast() {
        if isDone[position] { continue }
        if let ready {
          steps.append(ready)
          for target in ready.targets { isDone[target] = true }
          continue
        }
        let step = self.step(for: position) { child in
          uses[child] == 1 && !isDone[child] && !isGiven(child, isLeaf)
        }
        pending.append((position, step))
        for operand in step.operands.reversed() where !isDone[operand] {
          pending.append((operand, nil))
        }
      }
    }
    return steps
  }

  private func step(for position: Int, absorbs: (Int) -> Bool) -> Step {
    func inner(_ child: Int) -> (Kernel.Inner, Int, Int)? {
      guard absorbs(child) else { return nil }
      switch operations[child] {
      case .sum(let a, let b): return (.sum, a, b)
      case .difference(let a, let b): return (.difference, a, b)
      case .product(let a, let b): return (.product, a, b)
      default: return nil
      }
    }
    func binary(
      _ plain: Kernel.Binary, _ outer: Kernel.Outer, _ reversed: Kernel.Outer, _ a: Int, _ b: Int
    ) -> Step {
      switch (inner(a), inner(b)) {
      case (let left?, let right?) where a != b:
        let operands = [left.1, left.2, right.1, right.2]
        return Step(
          kernel: .balanced(left.0, right.0, outer), targets: [position], operands: operands)
      case (let left?, _):
        let operands = [left.1, left.2, b]
        return Step(kernel: .nested(left.0, outer), targets: [position], operands: operands)
      case (nil, let right?):
        let operands = [right.1, right.2, a]
        return Step(kernel: .nested(right.0, reversed), targets: [position], operands: operands)
      case (nil, nil):
        return Step(kernel: .binary(plain), targets: [position], operands: [a, b])
      }
    }
    func unary(_ kind: Kernel.Unary, _ a: Int) -> Step {
      Step(kernel: .unary(kind), targets: [position], operands: [a])
    }

    switch operations[position] {
    case .input, .literal: preconditionFailure("a given value is no step")
    case .sum(let a, let b): return binary(.sum, .sum, .sum, a, b)
    case .difference(let a, let b):
      return binary(.difference, .difference, .reversedDifference, a, b)
    case .product(let a, let b): return binary(.product, .product, .product, a, b)
    case .quotient(let a, let b):
      if operations[a].literalValue == 1, let occupation = occupation(b, absorbs: absorbs) {
        return unary(occupation.kind, occupation.argument)
      }
      return binary(.quotient, .quotient, .reversedQuotient, a, b)
    case .minimum(let a, let b):
      return Step(kernel: .binary(.minimum), targets: [position], operands: [a, b])
    case .maximum(let a, let b):
      return Step(kernel: .binary(.maximum), targets: [position], operands: [a, b])
    case .negative(let a): return unary(.negative, a)
    case .squareRoot(let a): return unary(.squareRoot, a)
    case .exponential(let a): return unary(.exponential, a)
    case .exponentialLessOne(let a): return unary(.exponentialLessOne, a)
    case .sine(let a): return unary(.sine, a)
    case .cosine(let a): return unary(.cosine, a)
    case .absolute(let a): return unary(.absolute, a)
    case .eigenvalue(let matrix, _):
      let first = firstEigenvalues[matrix]
      return Step(
        kernel: .eigenvalues(matrix), targets: Array(first..<first + matrices[matrix].order),
        operands: matrices[matrix].real + matrices[matrix].imaginary)
    }
  }

  /// Recognises e^x − 1 and e^x + 1 where nothing else reads them.
  private func occupation(
    _ position: Int, absorbs: (Int) -> Bool
  ) -> (kind: Kernel.Unary, argument: Int)? {
    guard absorbs(position) else { return nil }
    switch operations[position] {
    case .exponentialLessOne(let x): return (.inverseLessOne, x)
    case .sum(let a, let b):
      let (literal, other) = operations[a].literalValue == nil ? (b, a) : (a, b)
      guard operations[literal].literalValue == 1, absorbs(other),
        case .exponential(let x) = operations[other]
      else { return nil }
      return (.inversePlusOne, x)
    default: return nil
    }
  }
}
