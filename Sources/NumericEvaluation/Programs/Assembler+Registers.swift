extension Assembler {
  /// Gives each result a register, one that is no longer read where there is one.
  func allocate(_ steps: [Step], outputs: [Int]) -> FlatCode {
    var slots = [Int](repeating: -1, count: nodeCount)
    let (leaves, literals) = given(steps, outputs: outputs)
    for (slot, leaf) in leaves.enumerated() { slots[leaf] = slot }
    for (slot, literal) in literals.enumerated() { slots[literal.position] = leaves.count + slot }
    let firstRegister = leaves.count + literals.count

    var lastUses = [Int](repeating: -1, count: nodeCount)
    for (index, step) in steps.enumerated() {
      for operand in step.operands { lastUses[operand] = index }
      for target in step.targets { lastUses[target] = index }
    }
    for output in outputs { lastUses[output] = steps.count }

    var free: [Int] = []
    var registerCount = 0
    var instructions: [Instruction] = []
    instructions.reserveCapacity(steps.count)
    var systems: [HermitianSlots] = []
    var dying: [Int] = []

    for (index, step) in steps.enumerated() {
      let operandSlots = step.operands.map { slots[$0] }
      dying.removeAll(keepingCapacity: true)
      for (operand, slot) in zip(step.operands, operandSlots)
      where slot >= firstRegister && lastUses[operand] == index && !dying.contains(slot) {
        dying.append(slot)
      }
      dying.sort()
      if step.kernel.worksInPlace { free += dying }
      var targets: [Int] = []
      for target in step.targets {
        if let slot = free.popLast() {
          targets.append(slot)
        } else {
          targets.append(firstRegister + registerCount)
          registerCount += 1
        }
        slots[target] = targets[targets.count - 1]
      }
      if !step.kernel.worksInPlace { free += dying }
      if case .eigenvalues = step.kernel {
        let count = operandSlots.count / 2
        systems.append(
          HermitianSlots(
            order: targets.count, real: Array(operandSlots[..<count]),
            imaginary: Array(operandSlots[count...]), values: targets))
        let kernel = Kernel.eigenvalues(systems.count - 1)
        instructions.append(Instruction(kernel, target: targets[0], operands: []))
      } else {
        instructions.append(Instruction(step.kernel, target: targets[0], operands: operandSlots))
      }
      for (target, slot) in zip(step.targets, targets) where lastUses[target] == index {
        free.append(slot)
      }
    }
    return FlatCode(
      leaves: leaves, literals: literals.map(\.value), registerCount: registerCount,
      instructions: instructions, matrices: systems,
      outputs: outputs.map { slots[$0] })
  }

  /// The nodes that are read but not computed: leaves, and literals with their values.
  private func given(
    _ steps: [Step], outputs: [Int]
  ) -> (leaves: [Int], literals: [(position: Int, value: Double)]) {
    var isRead = [Bool](repeating: false, count: nodeCount)
    for output in outputs { isRead[output] = true }
    for step in steps { for operand in step.operands { isRead[operand] = true } }
    for step in steps { for target in step.targets { isRead[target] = false } }
    var leaves: [Int] = []
    var literals: [(position: Int, value: Double)] = []
    for position in 0..<nodeCount where isRead[position] {
      if let value = literalValue(of: position) {
        literals.append((position, value))
      } else {
        leaves.append(position)
      }
    }
    return (leaves, literals)
  }
}
