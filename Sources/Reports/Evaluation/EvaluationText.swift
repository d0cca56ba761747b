import Derivations

/// The state at one point for people: ρ by every road, its energies, and whether the roads agree.
package enum EvaluationText {
  package static func render(_ evaluation: Evaluation, style: TextStyle) -> String {
    var text = heading(evaluation, style: style)
    for road in evaluation.roads { text += "\n" + state(road, style: style) }
    text += "\n" + energies(evaluation.roads)
    text += "\n" + comparison(evaluation, style: style)
    return text
  }

  private static func heading(_ evaluation: Evaluation, style: TextStyle) -> String {
    let point = evaluation.at.map { "\(style.math($0.symbol)) = \(style.math($0.value))" }
    var title = "\(TextLayout.oneLine(evaluation.derivation)) at \(point.joined(separator: ", "))"
    if !evaluation.given.isEmpty {
      title += "; given " + evaluation.given.map(style.mathOrProse).joined(separator: ", ")
    }
    return TextLayout.wrapped(title, width: style.width)
      .map { style.paint($0, .bold) + "\n" }.joined()
  }

  /// ρ as an aligned matrix, its eigenvalues, what is wrong with it.
  private static func state(_ road: Evaluation.Road, style: TextStyle) -> String {
    var text = "ρ, \(TextLayout.oneLine(road.name))\n"
    let isReal = road.rho.allSatisfy { $0.allSatisfy { $0.count < 2 || $0[1] == 0 } }
    let cells = road.rho.map { row in row.map { entry($0, isReal: isReal) } }
    let labels = road.basis.map { "|\(TextLayout.oneLine($0))⟩" }
    let labelWidth = labels.map(\.count).max() ?? 0
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      let label = column < labels.count ? labels[column].count : 0
      return max(label, cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0)
    }
    text += "  " + String(repeating: " ", count: labelWidth)
    for (label, width) in zip(labels, widths) {
      text += "  " + TextLayout.rightAligned(label, to: width)
    }
    text += "\n"
    for (number, row) in cells.enumerated() {
      text += "  " + TextLayout.padded(number < labels.count ? labels[number] : "", to: labelWidth)
      for (cell, width) in zip(row, widths) {
        text += "  " + TextLayout.rightAligned(cell, to: width)
      }
      text += "\n"
    }
    text += "  eigenvalues  "
    text += road.eigenvalues.map(NumberText.significant).joined(separator: "  ") + "\n"
    for note in road.notes {
      text += "  \(style.paint("note", .yellow))  \(style.prose(note))\n"
    }
    return text
  }

  private static func entry(_ parts: [Double], isReal: Bool) -> String {
    guard let real = parts.first else { return "?" }
    guard !isReal, parts.count > 1, parts[1] != 0 else { return NumberText.fixed(real) }
    let imaginary = NumberText.fixed(abs(parts[1])) + "i"
    if real == 0 { return (parts[1] < 0 ? "-" : "") + imaginary }
    return "\(NumberText.fixed(real)) \(parts[1] < 0 ? "-" : "+") \(imaginary)"
  }

  /// One row a road: internal energy, passive energy, ergotropy.
  private static func energies(_ roads: [Evaluation.Road]) -> String {
    let rows =
      [["", "internal energy", "passive energy", "ergotropy"]]
      + roads.map { road in
        [TextLayout.oneLine(road.name)]
          + [road.internalEnergy, road.passiveEnergy, road.ergotropy].map(NumberText.significant)
      }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        column == 0
          ? TextLayout.padded(cell.0, to: cell.1) : TextLayout.rightAligned(cell.0, to: cell.1)
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func comparison(_ evaluation: Evaluation, style: TextStyle) -> String {
    let difference = NumberText.magnitude(evaluation.disagreement)
    var text = ""
    switch evaluation.agreement {
    case .agrees:
      text = "The derived and the numeric ρ agree: entries differ by at most \(difference).\n"
    case .disagrees:
      text = style.paint("WARNING", .red)
      text += ": the derived and the numeric ρ differ by up to \(difference); the limit is 1e-10."
      text += " Neither is confirmed.\n"
    case .notCompared:
      text = style.paint("WARNING", .red)
      text += ": nothing was compared, since the derived or the numeric ρ is missing.\n"
    }
    for road in evaluation.roads where road.name.hasPrefix("printed") {
      guard let derived = evaluation.road("derived"),
        let distance = road.distance(to: derived), distance > Evaluation.tolerance
      else { continue }
      text += "The \(TextLayout.oneLine(road.name)) ρ, as transcribed, differs from the derived one"
      text += " by up to \(NumberText.magnitude(distance)).\n"
    }
    return text
  }
}

extension Evaluation {
  /// Two roads agree if no entry of ρ differs by more.
  package static let tolerance = 1e-10

  /// Whether the derived and the numeric road confirm each other.
  package enum Agreement: Hashable, Sendable {
    case agrees
    case disagrees
    case notCompared
  }

  package var agreement: Agreement {
    guard road("derived") != nil, road("numeric") != nil else { return .notCompared }
    // A disagreement that is not a number is one.
    return disagreement <= Self.tolerance ? .agrees : .disagrees
  }

  func road(_ name: String) -> Road? {
    roads.first { $0.name == name }
  }
}

extension Evaluation.Road {
  /// The largest difference of entries, infinite if one is not a number; `nil` for states of
  /// different size.
  func distance(to other: Self) -> Double? {
    guard basis == other.basis, rho.count == other.rho.count else { return nil }
    var largest = 0.0
    for (row, otherRow) in zip(rho, other.rho) {
      guard row.count == otherRow.count else { return nil }
      for (entry, otherEntry) in zip(row, otherRow) {
        guard entry.count == 2, otherEntry.count == 2 else { return nil }
        let real = entry[0] - otherEntry[0]
        let imaginary = entry[1] - otherEntry[1]
        let size = (real * real + imaginary * imaginary).squareRoot()
        largest = size.isNaN ? .infinity : max(largest, size)
      }
    }
    return largest
  }
}
