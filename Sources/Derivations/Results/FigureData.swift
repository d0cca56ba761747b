/// The numbers of one figure: what is plotted as the model implies it and as the paper's formulas give it.
public struct FigureData: Codable, Hashable, Sendable {
  /// A symbol that is varied, with its values in ascending order.
  public struct Axis: Codable, Hashable, Sendable {
    /// LaTeX: `\Delta T`.
    public var symbol: String
    /// LaTeX of the unit, `nil` for a pure number.
    public var unit: String?
    /// Its values, in the axis's unit.
    public var values: [Double]

    package init(symbol: String, unit: String?, values: [Double]) {
      self.symbol = symbol
      self.unit = unit
      self.values = values
    }
  }

  /// One curve, or the one map of a figure with two axes.
  ///
  /// The value at place i of the first axis and place j of the second stands at
  /// i + j · (number of values of the first axis). A value that does not exist is NaN.
  public struct Series: Codable, Hashable, Sendable {
    /// LaTeX of what tells this curve from the others: `\lambda = 2`; empty for a map.
    public var label: String
    /// The quantity as the model implies it.
    public var derived: [Double]
    /// `nil` where nothing printed gives the quantity.
    public var printed: [Double]?

    package init(label: String, derived: [Double], printed: [Double]?) {
      self.label = label
      self.derived = derived
      self.printed = printed
    }
  }

  /// The printed number with its panel: `7a`.
  public var name: String
  /// LaTeX of what is plotted: `\mathcal{E}(\rho)`.
  public var quantity: String
  /// LaTeX of its unit, `nil` for a pure number.
  public var unit: String?
  /// One axis for a line plot, two (horizontal, vertical) for a map.
  public var axes: [Axis]
  /// The curves, in the order of the file's values; for a map, one.
  public var series: [Series]
  /// What all of it is drawn at, LaTeX: `\omega = 10`.
  public var parameters: [String]
  /// The printed equations that `printed` was computed from.
  public var equations: [String]
  /// What else a reader should know, in words and `$…$`: parameters chosen by the file's author.
  public var notes: [String]

  package init(
    name: String, quantity: String, unit: String?, axes: [Axis], series: [Series],
    parameters: [String], equations: [String], notes: [String]
  ) {
    self.name = name
    self.quantity = quantity
    self.unit = unit
    self.axes = axes
    self.series = series
    self.parameters = parameters
    self.equations = equations
    self.notes = notes
  }

  /// The same with at most so many values of each axis, equally spaced, both ends kept.
  public func thinned(to count: Int) -> FigureData {
    func places(_ axis: Axis) -> [Int] {
      guard axis.values.count > count, count > 1 else { return Array(axis.values.indices) }
      return (0..<count).map { $0 * (axis.values.count - 1) / (count - 1) }
    }
    let kept = axes.map(places)
    // The first axis runs fastest.
    var points = [0]
    for (axis, places) in zip(axes, kept).reversed() {
      points = points.flatMap { before in places.map { before * axis.values.count + $0 } }
    }
    var result = self
    for number in axes.indices {
      result.axes[number].values = kept[number].map { axes[number].values[$0] }
    }
    for number in series.indices {
      result.series[number].derived = points.map { series[number].derived[$0] }
      result.series[number].printed = series[number].printed.map { all in points.map { all[$0] } }
    }
    return result
  }
}
