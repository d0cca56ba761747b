extension MathBuilder {
  /// A place in a list of nodes.
  struct Cursor {
    let nodes: [Node]
    private var index = 0

    /// Further on an option's end is not looked for.
    private static let longestOption = 50

    init(nodes: [Node]) {
      self.nodes = nodes
    }

    var isAtEnd: Bool { index >= nodes.count }

    func peek() -> Node? { index < nodes.count ? nodes[index] : nil }

    mutating func next() -> Node? {
      guard index < nodes.count else { return nil }
      index += 1
      return nodes[index - 1]
    }

    mutating func stepBack() { index = max(0, index - 1) }

    func isDigit(after steps: Int) -> Bool {
      guard index + steps < nodes.count, case .character(let scalar) = nodes[index + steps].kind
      else { return false }
      return ("0"..."9").contains(scalar)
    }

    private static func isBlank(_ node: Node) -> Bool {
      node.kind == .whitespace || node.kind == .comment
    }

    /// Skips blanks if something of the kind that is asked for stands behind them.
    private mutating func next(where isWanted: (Node) -> Bool) -> Node? {
      let start = index
      while let node = peek(), Self.isBlank(node) { index += 1 }
      if let node = peek(), isWanted(node) { return next() }
      index = start
      return nil
    }

    /// A group, character or command.
    mutating func nextArgument() -> Node? {
      next { node in
        switch node.kind {
        case .group, .character, .command: true
        case .whitespace, .comment, .lineBreak, .alignmentMark, .script, .fence, .environment,
          .stray:
          false
        }
      }
    }

    /// A script or a prime.
    mutating func nextScript() -> Node? {
      next { node in
        switch node.kind {
        case .script: true
        case .character(let scalar): scalar == "'" || scalar == "′"
        case .whitespace, .comment, .lineBreak, .alignmentMark, .command, .group, .fence,
          .environment, .stray:
          false
        }
      }
    }

    /// The nodes between `[` and `]`, if they come next.
    mutating func nextOption() -> (nodes: [Node], range: Range<Int>)? {
      let start = index
      guard let open = next(where: { $0.kind == .character("[") }) else { return nil }
      let first = index
      while index - first < Self.longestOption, let node = next() {
        if node.kind == .character("]") {
          return (
            Array(nodes[first..<index - 1]), open.range.upperBound..<node.range.lowerBound
          )
        }
      }
      index = start
      return nil
    }
  }
}
