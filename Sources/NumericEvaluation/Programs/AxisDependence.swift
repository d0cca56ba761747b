/// Which axes of a grid each node of a program depends on.
///
/// **Invariant.** Axes are counted among the inputs that take more than one value, at most 64.
struct AxisDependence: Sendable {
  /// The inputs that vary, in order; the last one varies fastest.
  let axes: [Int]
  /// A bit for each axis.
  let masks: [UInt64]

  init(operations: [Operation], matrices: [HermitianNodes], varying: [Bool]) {
    axes = varying.indices.filter { varying[$0] }
    precondition(axes.count <= 64, "at most 64 axes")
    var bits = [UInt64](repeating: 0, count: varying.count)
    for (axis, input) in axes.enumerated() { bits[input] = 1 << UInt64(axis) }
    var masks: [UInt64] = []
    masks.reserveCapacity(operations.count)
    for operation in operations {
      switch operation {
      case .input(let k): masks.append(bits[k])
      case .eigenvalue(let matrix, _):
        let entries = matrices[matrix].real + matrices[matrix].imaginary
        masks.append(entries.reduce(0) { $0 | masks[$1] })
      default:
        var mask: UInt64 = 0
        operation.forEachOperand { mask |= masks[$0] }
        masks.append(mask)
      }
    }
    self.masks = masks
  }

  /// The bit of the fastest axis, 0 where nothing varies.
  var lastBit: UInt64 { axes.isEmpty ? 0 : 1 << UInt64(axes.count - 1) }

  func stage(of position: Int) -> Stage {
    let mask = masks[position]
    if mask == 0 { return .constant }
    // With one axis a value of the axis is a point.
    if axes.count == 1 { return .point }
    if mask & (mask - 1) == 0 { return .axis(mask.trailingZeroBitCount) }
    return mask & lastBit == 0 ? .row : .point
  }

  enum Stage: Hashable, Sendable {
    case constant
    case axis(Int)
    /// Several axes, not the fastest.
    case row
    case point
  }
}
