import ExactAlgebra
import SymbolicAlgebra

/// Which generators a point has to give values to, how it is extended to the others, and what of it is
/// shown.
struct Sampling {
  let own: Set<Int>
  let needed: [Int]
  /// A function of a completed quantity that no rational point reaches.
  let isEntangled: Bool
  private let completion: Completion?
  private let field: Field
  /// Roots whose radicands are completed, ascending.
  private let roots: [Int]

  init(_ variables: [Int], _ completion: Completion?, _ field: Field) {
    self.field = field
    let closure = Set(field.closure(of: variables))
    let completed = Set(completion?.completed ?? [])
    // What is listed is not chosen without the completion's consent.
    let isCompleted =
      !closure.isDisjoint(with: completed)
      || !closure.isDisjoint(with: completion?.listed ?? [])
    self.completion = isCompleted ? completion : nil
    var roots: [Int] = []
    var isEntangled = false
    for index in closure.sorted() where isCompleted {
      let key = field.argumentVariables(of: index)
      guard key.contains(where: { completed.contains($0) || roots.contains($0) }) else { continue }
      if case .root = field.generators[index].kind {
        roots.append(index)
      } else {
        isEntangled = true
      }
    }
    self.roots = roots
    self.isEntangled = isEntangled
    own = Set(variables)
    var needed = closure.subtracting(completed).subtracting(roots)
    if isCompleted { needed.formUnion(completion?.parameters ?? []) }
    self.needed = needed.sorted()
  }

  /// The point with every completed generator and every root of one.
  ///
  /// - Parameter isWorthwhile: what an extension must be to be extended further.
  func extensions(
    of point: SamplePoints.Point, while isWorthwhile: (SamplePoints.Point) -> Bool = { _ in true }
  ) -> [SamplePoints.Point] {
    guard isWorthwhile(point) else { return [] }
    return (completion?.complete(point, while: isWorthwhile) ?? [point]).compactMap { values in
      var values = values
      for root in roots {
        guard case .root(let radicand) = field.generators[root].kind,
          let square = Fraction(radicand).substituting(values)?.constantValue, square >= 0,
          let value = square.squareRoot()
        else { return nil }
        values[root] = Fraction(value)
      }
      return isWorthwhile(values) ? values : nil
    }
  }

  /// Of what is completed, only what is printed or listed is shown.
  func isShown(_ index: Int, isPrinted: Bool) -> Bool {
    if completion?.listed.contains(index) == true { return true }
    if completion?.completed.contains(index) == true {
      return own.contains(index) && (isPrinted || completion?.chosen.contains(index) == true)
    }
    if completion?.hidden.contains(index) == true { return own.contains(index) }
    return own.contains(index) || completion?.parameters.contains(index) == true
  }

  /// What is shown because it was chosen, not because the rest implies it.
  func isCoordinate(_ index: Int, isPrinted: Bool) -> Bool {
    guard isShown(index, isPrinted: isPrinted) else { return false }
    return completion?.completed.contains(index) != true
      || completion?.listed.contains(index) == true
      || completion?.chosen.contains(index) == true
  }
}
