import ExactAlgebra
import SymbolicAlgebra

/// A product of subsystems with named levels; the product basis runs through the last one fastest.
public struct HilbertSpace: Hashable, Sendable {
  /// A part of the system with its own levels.
  public struct Subsystem: Hashable, Sendable {
    /// The name that operators on this part alone are told by.
    public var name: String
    /// The names of its levels, in the order of the basis.
    public var levels: [String]

    /// A part with these levels.
    public init(name: String, levels: [String]) {
      self.name = name
      self.levels = levels
    }
  }

  /// The parts, the first one slowest in the product basis.
  public let subsystems: [Subsystem]
  /// Labels of the product basis: `ee`, `eg`, `ge`, `gg`.
  public let labels: [String]

  /// The tensor product of the parts, in this order.
  public init(_ subsystems: [Subsystem]) {
    self.subsystems = subsystems
    labels = subsystems.reduce([""]) { prefixes, subsystem in
      prefixes.flatMap { prefix in subsystem.levels.map { prefix + $0 } }
    }
  }

  /// The number of product states.
  public var dimension: Int { labels.count }

  /// The product ket with a label such as `eg`.
  public func ket(_ label: String) -> [Scalar]? {
    guard let index = labels.firstIndex(of: label) else { return nil }
    return unitVector(index)
  }

  /// The product ket with this number, counted from 0.
  public func unitVector(_ index: Int) -> [Scalar] {
    (0..<dimension).map { $0 == index ? .one : .zero }
  }

  /// |a⟩⟨b| of one subsystem, the identity on the others; `nil` if there is no such level.
  public func siteOuter(_ site: String, _ a: String, _ b: String) -> OperatorMatrix? {
    var result = OperatorMatrix.identity(1)
    var found = false
    for subsystem in subsystems {
      let count = subsystem.levels.count
      var factor = OperatorMatrix.identity(count)
      if subsystem.name == site {
        guard let row = subsystem.levels.firstIndex(of: a),
          let column = subsystem.levels.firstIndex(of: b)
        else { return nil }
        factor = .zero(count)
        factor[row, column] = .one
        found = true
      }
      result = result.kronecker(factor)
    }
    return found ? result : nil
  }
}
