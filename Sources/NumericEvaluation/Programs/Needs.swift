/// The steps that some outputs need, put next to each other in the order they had.
struct Needs {
  private(set) var operations: [Operation] = []
  private(set) var matrices: [HermitianNodes] = []
  /// Where each step stands now; −1 for those that are not needed.
  let place: [Int]

  init(_ all: [Operation], _ allMatrices: [HermitianNodes], outputs: [Int]) {
    var isNeeded = [Bool](repeating: false, count: all.count)
    var hasMatrix = [Bool](repeating: false, count: allMatrices.count)
    for output in outputs { isNeeded[output] = true }
    for position in all.indices.reversed() where isNeeded[position] {
      if case .eigenvalue(let matrix, let number) = all[position] {
        if hasMatrix[matrix] { continue }
        hasMatrix[matrix] = true
        // All eigenvalues of a matrix stand together and are computed together.
        let nodes = allMatrices[matrix]
        for number in position - number..<position - number + nodes.order {
          isNeeded[number] = true
        }
        for entry in nodes.real { isNeeded[entry] = true }
        for entry in nodes.imaginary { isNeeded[entry] = true }
      } else {
        all[position].forEachOperand { isNeeded[$0] = true }
      }
    }
    var number = [Int](repeating: -1, count: allMatrices.count)
    var kept = 0
    for matrix in allMatrices.indices where hasMatrix[matrix] {
      number[matrix] = kept
      kept += 1
    }
    var place = [Int](repeating: -1, count: all.count)
    for position in all.indices where isNeeded[position] {
      place[position] = operations.count
      operations.append(all[position].moved(to: place, matrix: number))
    }
    self.place = place
    for matrix in allMatrices.indices where hasMatrix[matrix] {
      let old = allMatrices[matrix]
      matrices.append(
        HermitianNodes(
          order: old.order, real: old.real.map { place[$0] },
          imaginary: old.imaginary.map { place[$0] }))
    }
  }
}
