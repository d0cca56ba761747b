extension MathBuilder {
  /// The same elements with those that a mark covers in a row of the mark's class.
  ///
  /// A mark that cuts an element is taken inside it; where nothing inside fits, the whole is marked.
  mutating func marked(_ elements: [MathElement], in range: Range<Int>) -> [MathElement] {
    guard !marks.isEmpty else { return elements }
    var result = elements
    for mark in marks {
      if mark.range.isEmpty {
        insert(mark, into: &result, in: range)
      } else {
        result = wrapped(result, by: mark)
      }
    }
    return result
  }

  private func wrapped(_ elements: [MathElement], by mark: MathML.Mark) -> [MathElement] {
    var result: [MathElement] = []
    var covered: [MathElement] = []
    func flush() {
      // Spaces at either end are nobody's.
      var tail: [MathElement] = []
      while let last = covered.last, last.role == .space {
        tail.insert(covered.removeLast(), at: 0)
      }
      if !covered.isEmpty { result.append(Self.marked(covered, by: mark)) }
      result += tail
      covered = []
    }
    for element in elements {
      let isInside =
        mark.range.lowerBound <= element.range.lowerBound
        && element.range.upperBound <= mark.range.upperBound
      if isInside, element.role != .space || !covered.isEmpty {
        // The outermost is marked, and nothing in it a second time.
        covered.append(element.without(mark.name))
        continue
      }
      flush()
      let isCut = element.range.overlaps(mark.range) && !element.hasMark && element.role != .space
      result.append(isCut ? Self.marked([element], by: mark) : element)
    }
    flush()
    return result
  }

  private static func marked(_ elements: [MathElement], by mark: MathML.Mark) -> MathElement {
    let range = (elements.first?.range.lowerBound ?? 0)..<(elements.last?.range.upperBound ?? 0)
    let shown = elements.map { element in
      // In a row of its own a sign would count as one before its operand.
      switch element.role {
      case .sign, .relation, .binary: element.tag == "mo" ? element.with("form", "infix") : element
      case .ordinary, .function, .big, .open, .close, .punctuation, .space: element
      }
    }
    var row = MathElement(
      "mrow", shown, range, width: MathElement.width(of: elements),
      attributes: [("class", mark.name)])
    row.hasMark = true
    if elements.count == 1 { row.role = elements[0].role }
    return row
  }

  /// Puts an empty box where something is missing.
  private mutating func insert(
    _ mark: MathML.Mark, into elements: inout [MathElement], in range: Range<Int>
  ) {
    let place = mark.range.lowerBound
    guard range.lowerBound <= place, place <= range.upperBound, !placed.contains(place) else {
      return
    }
    // Not inside an element.
    guard
      elements.allSatisfy({ $0.range.upperBound <= place || place <= $0.range.lowerBound })
    else { return }
    var box = MathElement(
      "mspace", "", place..<place, width: 0.7,
      attributes: [
        ("class", mark.name), ("width", "0.6em"), ("height", "0.7em"), ("depth", "0.1em"),
      ])
    box.hasMark = true
    let index = elements.firstIndex { $0.range.lowerBound >= place } ?? elements.count
    elements.insert(box, at: index)
    placed.insert(place)
  }
}

extension MathElement {
  /// The same without marks of a class inside.
  fileprivate func without(_ name: String) -> MathElement {
    guard hasMark else { return self }
    var copy = self
    copy.attributes.removeAll { $0.name == "class" && $0.value == name }
    copy.children = children.map { $0.without(name) }
    copy.hasMark = copy.children.contains(where: \.hasMark)
    let isBare = tag == "mrow" && copy.attributes.isEmpty && copy.children.count == 1
    return isBare ? copy.children[0] : copy
  }
}
