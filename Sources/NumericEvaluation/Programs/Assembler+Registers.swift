extension Assembler {
  /// Gives each result a register, one that is no longer read where there is one.
  func allocate(_ steps: [Step], outputs: [Int]) -> FlatCode {
    var slots: [Int: Int] = [:]
    let (leaves, literals) = given(steps, outputs: outputs)
    for (slot, leaf) in (leaves + literals.map(\.position)).enumerated() { slots[leaf] = slot }
    let firstRegister = slots.count

    var lastUses: [Int: Int] = [:]
    for (index, step) in steps.enumerated() {
      for operand in step.operands { lastUses[operand] = index }
      for target in step.targets { lastUses[target] = index }
    }
    for output in outputs { lastUses[output] = steps.count }

    var free: [Int] = []
    var registerCount = 0
    var instructions: [Instruction] = []
    var systems: [HermitianSlots] = []

    for (index, step) in steps.enumerated() {
      let operandSlots = step.operands.map { slots[$0, default: -1] }
      let dying = Set(step.operands).filter { lastUses[$0] == index }
        .map { slots[$0, default: -1] }.filter { $0 >= firstRegister }.sorted()
      if step.kernel.worksInPlace { free += dying }
      var targets: [Int] = []
      for target in step.targets {
        if let slot = free.popLast() {
          targets.append(slot)
        } else {
          targets.append(firstRegister + registerCount)
          registerCount += 1
        }
        slots[target] = targets.last
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
      outputs: outputs.map { slots[$0, default: -1] })
  }

  /// The nodes that are read but not computed: leaves, and literals with their values.
  private func given(
    _ steps: [Step], outputs: [Int]
  ) -> (leaves: [Int], literals: [(position: Int, value: Double)]) {
    let computed = Set(steps.flatMap(\.targets))
    let read = Set(steps.flatMap(\.operands) + outputs).subtracting(computed).sorted()
    var leaves: [Int] = []
    var literals: [(position: Int, value: Double)] = []
    for position in read {
      if let value = literalValue(of: position) {
        literals.append((position, value))
      } else {
        leaves.append(position)
      }
    }
    return (leaves, literals)
  }
}
