/// A place on the page in tenths of a pixel, the grain of all paths.
struct GridPoint: Hashable, Sendable {
  var x: Int
  var y: Int

  init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// From pixels.
  init(_ x: Double, _ y: Double) {
    self.x = Int((10 * x).rounded())
    self.y = Int((10 * y).rounded())
  }
}

/// The `d` of a path in tenths of a pixel, in relative steps: short.
struct PathData {
  private(set) var text = ""
  private var last = GridPoint(x: 0, y: 0)

  var isEmpty: Bool { text.isEmpty }

  /// A line through `points`; a lone point becomes a dot with round ends.
  mutating func add(line points: [GridPoint]) {
    guard let first = points.first else { return }
    start(at: first)
    let rest = Self.simplified(points, isClosed: false).dropFirst()
    if rest.isEmpty { text += "h0" } else { continueLine(rest) }
  }

  /// A closed outline; less than a triangle is left out.
  mutating func add(outline points: [GridPoint]) {
    let points = Self.simplified(points, isClosed: true)
    guard points.count > 2 else { return }
    start(at: points[0])
    continueLine(points.dropFirst())
    text += "z"
    last = points[0]
  }

  private mutating func start(at point: GridPoint) {
    // After z the pen is where the outline began.
    text += "m" + Self.pair(point.x - last.x, point.y - last.y)
    last = point
  }

  private mutating func continueLine(_ points: some Sequence<GridPoint>) {
    for (number, point) in points.enumerated() {
      let step = Self.pair(point.x - last.x, point.y - last.y)
      // A minus sign separates by itself.
      text += number == 0 ? "l" : step.hasPrefix("-") ? "" : " "
      text += step
      last = point
    }
  }

  private static func pair(_ x: Int, _ y: Int) -> String { y < 0 ? "\(x)\(y)" : "\(x) \(y)" }

  /// Without repeated points and points in the middle of straight stretches.
  static func simplified(_ points: [GridPoint], isClosed: Bool) -> [GridPoint] {
    var result: [GridPoint] = []
    for point in points {
      if point == result.last { continue }
      while result.count >= 2,
        isStraight(result[result.count - 2], result[result.count - 1], point)
      {
        result.removeLast()
      }
      result.append(point)
    }
    guard isClosed else { return result }
    if result.count > 1, result.first == result.last { result.removeLast() }
    if result.count > 2, isStraight(result[result.count - 2], result[result.count - 1], result[0]) {
      result.removeLast()
    }
    if result.count > 2, isStraight(result[result.count - 1], result[0], result[1]) {
      result.removeFirst()
    }
    return result
  }

  /// Whether `b` lies on the way from `a` to `c`.
  private static func isStraight(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
    let (ux, uy, vx, vy) = (b.x - a.x, b.y - a.y, c.x - b.x, c.y - b.y)
    return ux * vy == uy * vx && ux * vx + uy * vy >= 0
  }
}
