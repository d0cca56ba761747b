/// Refuted lines that are wrong together: one line, or all that one permutation of labels explains.
struct Mistake {
  /// Places in the outcome's lines.
  var lines: [Int]
  var equations: [String]
  /// The elements of the steady state in the eigenbasis that the lines print, from 0.
  var places: Set<[Int]>
  /// The permutation that explains them, if it is one.
  var order: [Int]?
}

extension Derivation {
  /// The refuted lines, those together that one finding explains.
  func mistakes(_ outcome: Outcome) -> [Mistake] {
    var mistakes: [Mistake] = []
    var seen = Set<Int>()
    for finding in outcome.findings where finding.kind == .permutation {
      guard let order = order(of: finding) else { continue }
      let own = outcome.lines.indices.filter { number in
        outcome.lines[number].verdict == .refuted
          && finding.equations.contains(outcome.lines[number].equation)
          && outcome.lines[number].origin == .convention
      }
      guard !own.isEmpty else { continue }
      seen.formUnion(own)
      mistakes.append(mistake(own, order))
    }
    for (number, line) in outcome.lines.enumerated()
    where line.verdict == .refuted && !seen.contains(number) {
      mistakes.append(mistake([number], nil))
    }
    return mistakes.sorted { $0.lines[0] < $1.lines[0] }
  }

  private func mistake(_ numbers: [Int], _ order: [Int]?) -> Mistake {
    var equations: [String] = []
    for number in numbers where equations.last != lines[number].equation {
      equations.append(lines[number].equation)
    }
    return Mistake(
      lines: numbers, equations: equations,
      places: Set(numbers.compactMap { place(of: lines[$0]) }), order: order)
  }

  /// The element of the steady state in the eigenbasis that a line prints.
  func place(of line: PrintedLine) -> [Int]? {
    guard let (key, _) = line.left.declarationKey else { return nil }
    return element(key, at: line.position, in: line.section)
  }

  /// The element of the steady state in the eigenbasis that a name means, from 0.
  func element(_ name: String, at position: Int, in section: Document.Section) -> [Int]? {
    guard let index = base.notation.lookup(name, at: position, in: section),
      case .meaning(.steadyElement(.eigenbasis, let i, let j), _) =
        base.notation.declarations[index].kind
    else { return nil }
    return [i - 1, j - 1]
  }

  /// The permutation of levels that a finding names, if it is one of the populations' labels.
  func order(of finding: Finding) -> [Int]? {
    var order = Array(0..<base.space.dimension)
    let end = base.document.items.count
    for renaming in finding.mapping {
      guard let printed = element(renaming.printed, at: end, in: []),
        let meant = element(renaming.meant, at: end, in: []), printed[0] == printed[1],
        meant[0] == meant[1]
      else { return nil }
      order[printed[0]] = meant[0]
    }
    return Set(order).count == order.count ? order : nil
  }
}
