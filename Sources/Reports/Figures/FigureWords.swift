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
        ? " \(name)\(short(least)) everywhere." : " \(name)from \(short(least)) to \(short(greatest))."
    }
    if picture.curves.contains(where: { $0.overlay != nil }) {
      text += " Solid as derived, dashed as printed."
    }
    return TextLayout.oneLine(([text] + picture.remarks).joined(separator: " "))
  }

  static func plain(_ latex: String) -> String { MathRun.plain(MathTypesetter.runs(latex)) }

  /// Four significant digits.
  static func short(_ value: Double) -> String {
    let text = NumberText.rounded(value, digits: 4)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}
