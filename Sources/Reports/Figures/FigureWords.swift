import Derivations

/// A picture in words, for readers that do not see it.
enum FigureWords {
  static func description(of picture: FigurePicture) -> String {
    let figure = picture.figure
    let axes = figure.axes.map { axis in
      let ends = [axis.values.first, axis.values.last].compactMap { $0 }.map(short)
      return "\(plain(axis.symbol)) from \(ends.first ?? "?") to \(ends.last ?? "?")"
    }
    var text = figure.axes.count > 1 ? "Filled contours" : "Curves"
    text += " over \(axes.joined(separator: " (horizontal) and "))"
    text += figure.axes.count > 1 ? " (vertical)." : "."
    for curve in picture.curves {
      let values = curve.values.filter(\.isFinite)
      let name = curve.label.isEmpty ? "" : "\(plain(curve.label)): "
      guard let least = values.min(), let greatest = values.max() else {
        text += " \(name)no value."
        continue
      }
      text +=
        least == greatest
        ? " \(name)\(short(least)) everywhere."
        : " \(name)from \(short(least)) to \(short(greatest))."
    }
    if picture.curves.contains(where: { $0.overlay != nil }) {
      text += " Solid as derived, dashed as printed."
    }
    return TextStyle().prose(([text] + picture.remarks).joined(separator: " "))
  }

  static func plain(_ latex: String) -> String { TextStyle().math(latex) }

  /// Two significant digits, as prose with a formula: `$2.1 \cdot 10^{-17}$`, `3.5`.
  static func power(_ value: Double) -> String {
    let parts = NumberText.magnitude(value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), !(-3...3).contains(exponent) else {
      return short(value)
    }
    return "$\(parts[0]) \\cdot 10^{\(exponent)}$"
  }

  /// Four significant digits.
  static func short(_ value: Double) -> String {
    let text = NumberText.rounded(value, digits: 4)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}
