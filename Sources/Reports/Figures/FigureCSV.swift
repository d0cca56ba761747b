import Derivations

/// The numbers of a figure: its axes, then for each curve derived, printed and their difference.
package enum FigureCSV {
  package static func render(_ figure: FigureData) -> String {
    var header = figure.axes.map(\.symbol)
    var columns: [[Double]] = []
    for series in figure.series {
      let name = series.label.isEmpty ? figure.quantity : "\(figure.quantity) at \(series.label)"
      header.append("\(name): derived")
      columns.append(series.derived)
      guard let printed = series.printed else { continue }
      header += ["\(name): printed", "\(name): printed − derived"]
      columns += [printed, series.difference]
    }
    var text = CSVText.row(header)
    let axes = figure.axes.map(\.values)
    let count = axes.reduce(1) { $0 * $1.count }
    for point in 0..<count {
      var rest = point
      var cells: [Double] = []
      for axis in axes {
        cells.append(axis[rest % axis.count])
        rest /= axis.count
      }
      text += CSVText.row(numbers: cells + columns.map { $0[point] })
    }
    return text
  }
}
