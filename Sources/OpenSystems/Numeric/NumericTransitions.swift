import NumericEvaluation

/// The transitions of one operator, grouped by frequency.
struct NumericTransitions {
  struct Group {
    /// The mean of the frequencies, exactly zero where one of them is zero within the tolerance.
    let frequency: Double
    let range: Range<Int>
  }

  /// In ascending order of frequency.
  private(set) var list: [NumericTransition] = []
  /// In ascending order of frequency.
  private(set) var groups: [Group] = []

  /// Reads the elements of an operator, dimension² numbers row by row in the energy eigenbasis.
  ///
  /// Frequencies closer than `tolerance` times the largest energy are one frequency. Elements below
  /// 10⁻¹² of the largest one count as zero; the size is here the larger of the two parts.
  mutating func read(
    _ elements: UnsafePointer<Complex>, energies: UnsafePointer<Double>, dimension: Int,
    tolerance: Double
  ) {
    list.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    var largest = 0.0
    for k in 0..<dimension * dimension { largest = max(largest, size(elements[k])) }
    let negligible = 1e-12 * largest
    for to in 0..<dimension {
      for from in 0..<dimension {
        let value = elements[to * dimension + from]
        guard size(value) > negligible else { continue }
        // [H, |j⟩⟨k|] = (E_j − E_k) |j⟩⟨k|.
        list.append(
          NumericTransition(
            frequency: energies[from] - energies[to], to: to, from: from, value: value))
      }
    }
    list.sort { a, b in
      a.frequency != b.frequency
        ? a.frequency < b.frequency : (a.to != b.to ? a.to < b.to : a.from < b.from)
    }
    var largestEnergy = 0.0
    for k in 0..<dimension { largestEnergy = max(largestEnergy, abs(energies[k])) }
    group(width: tolerance * largestEnergy)
  }

  private mutating func group(width: Double) {
    var start = 0
    while start < list.count {
      var end = start + 1
      var sum = list[start].frequency
      var reachesZero = abs(list[start].frequency) <= width
      while end < list.count, list[end].frequency - list[end - 1].frequency <= width {
        sum += list[end].frequency
        reachesZero = reachesZero || abs(list[end].frequency) <= width
        end += 1
      }
      groups.append(
        Group(frequency: reachesZero ? 0 : sum / Double(end - start), range: start..<end))
      start = end
    }
  }

  private func size(_ z: Complex) -> Double { max(abs(z.re), abs(z.im)) }
}
