import Derivations

/// One picture of a figure: which of its numbers, on which scale, and what is said of them.
struct FigurePicture: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case printed
    case derived
    case difference
  }

  /// One curve, or the map.
  struct Curve: Sendable {
    /// LaTeX.
    var label: String
    var values: [Double]
    /// Drawn dashed in the same colour: what is printed, beside what is derived.
    var overlay: [Double]?
  }

  var figure: FigureData
  var kind: Kind
  var curves: [Curve]
  var scale: ValueScale?
  /// Sentences about the drawing itself.
  var remarks: [String]

  /// The kinds that have something to show: all three where something printed gives the quantity.
  static func kinds(of figure: FigureData) -> [Kind] {
    figure.series.contains { $0.printed != nil } ? Kind.allCases : [.derived]
  }

  init(_ figure: FigureData, _ kind: Kind) {
    self.figure = figure
    self.kind = kind
    remarks = []
    let all = figure.series
    let isLine = figure.axes.count == 1
    let series = kind == .derived ? all : all.filter { $0.printed != nil }
    let derived = all.map(\.derived)
    let printed = all.compactMap(\.printed)
    switch kind {
    case .derived:
      let values = ValueScale.settled(derived)
      // Beside a curve that is the same, a second one would only hide it.
      curves = zip(series, values).map { series, values in
        let isOverlaid = isLine && !Self.agrees(series)
        return Curve(
          label: series.label, values: values, overlay: isOverlaid ? series.printed : nil)
      }
      setScale(values, beside: printed)
      remark(on: derived)
      if isLine, series.contains(where: { $0.printed != nil && Self.agrees($0) }) {
        remarks.append(
          curves.contains { $0.overlay != nil }
            ? "Curves without a dashed one beside them are printed as derived."
            : "Printed and derived agree.")
      }
    case .printed:
      let values = ValueScale.settled(printed)
      curves = zip(series, values).map { Curve(label: $0.label, values: $1) }
      setScale(values, beside: derived)
      remark(on: printed)
    case .difference:
      let values = series.map(\.difference)
      let largest = ValueScale.size(values)
      let agrees = largest <= Self.tolerance(derived + printed)
      let settled = agrees ? values.map { $0.map { $0.isFinite ? 0 : $0 } } : values
      curves = zip(series, settled).map { Curve(label: $0.label, values: $1) }
      scale = ValueScale(of: settled)
      if agrees, scale != nil {
        remarks.append(
          largest == 0
            ? "Printed and derived are equal at every point."
            : "Printed and derived agree: rounding apart by at most \(FigureWords.power(largest)).")
      }
    }
    if scale?.isCut == true { remarks.append(cutRemark) }
    if curves.contains(where: { $0.values.contains { !$0.isFinite } }) {
      remarks.append(isLine ? "Gaps: no value." : "Hatched: no value.")
    }
  }

  /// Differences up to this one are rounding.
  private static func tolerance(_ values: [[Double]]) -> Double {
    max(ValueScale.zero, ValueScale.relativeZero * ValueScale.size(values))
  }

  /// Whether printed and derived differ by rounding only, and have values at the same places.
  private static func agrees(_ series: FigureData.Series) -> Bool {
    guard let printed = series.printed else { return false }
    let tolerance = tolerance([printed, series.derived])
    return zip(printed, series.derived).allSatisfy { printed, derived in
      printed.isFinite == derived.isFinite
        && (!printed.isFinite || abs(printed - derived) <= tolerance)
    }
  }

  private mutating func setScale(_ values: [[Double]], beside other: [[Double]]) {
    let others = ValueScale(of: ValueScale.settled(other))
    let own = ValueScale(of: values)
    scale = own?.shared(with: others) ?? others
    if let own, let others, scale == own, others.range != own.range,
      !own.range.contains(others.range.lowerBound) || !own.range.contains(others.range.upperBound)
    {
      remarks.append(
        "The scale is this picture's own: the \(counterpart) values reach much further.")
    }
  }

  private var counterpart: String { kind == .derived ? "printed" : "derived" }

  private mutating func remark(on values: [[Double]]) {
    let size = ValueScale.size(values)
    if size > 0, size <= ValueScale.zero {
      remarks.append(
        "Zero everywhere: no value is larger than \(FigureWords.power(size)), which is rounding.")
    } else if ValueScale(of: values) != nil, size == 0 {
      remarks.append("Zero everywhere.")
    }
  }

  private var cutRemark: String {
    let values = curves.flatMap { $0.values + ($0.overlay ?? []) }.filter(\.isFinite)
    let least = FigureWords.power(values.min() ?? 0)
    let greatest = FigureWords.power(values.max() ?? 0)
    return "Values beyond the scale are cut off; they reach from \(least) to \(greatest)."
  }

  /// `as printed`, for the heading.
  var words: String {
    switch kind {
    case .printed: "as printed"
    case .derived: "as derived from the model"
    case .difference: "printed − derived"
    }
  }

  /// `figure-7a-printed`: the name of the file and the identifier inside it.
  var identifier: String { "\(Self.stem(of: figure))-\(kind.rawValue)" }

  /// `figure-7a`; bytes other than letters, digits and hyphens as `_2F`, so that no name leaves its folder.
  static func stem(of figure: FigureData) -> String {
    var result = "figure-"
    for byte in figure.name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "_" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}

extension FigureData.Series {
  /// Printed minus derived, NaN where one of them has no value or nothing is printed.
  package var difference: [Double] {
    guard let printed else { return derived.map { _ in .nan } }
    return zip(printed, derived).map { $0 - $1 }
  }
}
