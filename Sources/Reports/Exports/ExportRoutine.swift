import Derivations

/// One function to be written: parameters, assignments in order, and a matrix.
struct ExportRoutine {
  enum Kind: Hashable {
    case steadyState, hamiltonian, eigenvectors
  }

  /// A step that gets a variable.
  struct Assignment {
    var step: Int
    var name: String
    /// As the paper has it, and where; `nil` for a shared sub-expression.
    var comment: String?
    var isReal: Bool
  }

  var kind: Kind
  var name: String
  /// Numbers of the parameters that it needs, ascending.
  var parameters: [Int]
  var assignments: [Assignment]
  var rows: [[Int]]
  /// The variables of steps, parameters included.
  var variables: [Int: String]
  /// Every entry is real.
  var isReal: Bool
}

extension ExportRoutine {
  /// An inlined formula is never deeper.
  private static let deepest = 60

  /// - Parameter inlinesShared: leave sub-expressions without a name where they are, for reading.
  init(
    _ kind: Kind, _ name: String, _ form: ClosedForm, _ rows: [[Int]], parameters: [String],
    _ scope: ExportScope, inlinesShared: Bool
  ) {
    self.kind = kind
    self.name = name
    self.rows = rows
    var scope = scope
    let steps = form.steps
    var uses: [Int: Int] = [:]
    var isReached = Array(repeating: false, count: steps.count)
    for step in rows.joined() {
      uses[step, default: 0] += 1
      isReached[step] = true
    }
    for step in steps.indices.reversed() where isReached[step] {
      for operand in steps[step].operands {
        uses[operand, default: 0] += 1
        isReached[operand] = true
      }
    }
    var own: [Int] = []
    var variables: [Int: String] = [:]
    for (step, operation) in steps.enumerated() where isReached[step] {
      guard case .parameter(let number) = operation else { continue }
      own.append(number)
      variables[step] = parameters[number]
    }
    self.parameters = own.sorted()
    var elementNames: [Int: String] = [:]
    if kind == .steadyState {
      for source in form.sources {
        let step = form.elements[source.row][source.column]
        elementNames[step] = elementNames[step] ?? source.latex
      }
    }
    let named = Dictionary(
      form.names.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    var depth = Array(repeating: 0, count: steps.count)
    var chosen: [(step: Int, latex: String?, comment: String?)] = []
    for (step, operation) in steps.enumerated() where isReached[step] {
      depth[step] = 1 + (operation.operands.map { depth[$0] }.max() ?? 0)
      if operation.isLeaf { continue }
      if let name = named[step] {
        chosen.append((step, name.latex, "$\(name.latex)$, \(name.meaning)"))
      } else if uses[step] ?? 0 > 1, !inlinesShared || elementNames[step] != nil,
        !Self.isCheap(operation, steps, variables)
      {
        let element = elementNames[step]
        chosen.append((step, element, element.map { "$\($0)$" }))
      } else if depth[step] >= Self.deepest {
        chosen.append((step, nil, nil))
      } else {
        continue
      }
      variables[step] = ""
      depth[step] = 0
    }
    // Names of the paper come first, so that a temporary gives way to them.
    for entry in chosen {
      if let latex = entry.latex { variables[entry.step] = scope.add(latex) }
    }
    var temporaries = 0
    for entry in chosen where entry.latex == nil {
      temporaries += 1
      variables[entry.step] = scope.addTemporary(temporaries)
    }
    assignments = chosen.map {
      Assignment(
        step: $0.step, name: variables[$0.step] ?? "", comment: $0.comment,
        isReal: form.isReal[$0.step])
    }
    self.variables = variables
    isReal = rows.joined().allSatisfy { form.isReal[$0] }
  }

  /// Writing it again costs no more than a variable.
  private static func isCheap(
    _ step: FormulaStep, _ steps: [FormulaStep], _ variables: [Int: String]
  ) -> Bool {
    switch step {
    case .negative(let a), .conjugate(let a), .realPart(let a):
      steps[a].isLeaf || variables[a] != nil
    default: step.isLeaf
    }
  }
}
