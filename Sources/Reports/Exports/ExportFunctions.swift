/// What a language calls its functions, and how it calls them.
struct ExportFunctions {
  var squareRoot: String
  var exponential: String
  var sine: String
  var cosine: String
  /// Of sine and cosine, in the order of ``angleOrder``.
  var angle: String
  var absolute: String
  var conjugate: String
  var realPart: String
  /// eˣ − 1 without loss for a small x; `nil` where it has to be written out.
  var exponentialMinusOne: String?
  /// What follows the argument of ``realPart``.
  var realKind = ""
  var angleOrder = AngleOrder.sineFirst
  var brackets = (open: "(", close: ")")
  var one = "1"

  enum AngleOrder {
    case sineFirst, cosineFirst
  }

  /// The call, or what stands for it.
  func phrase(_ function: ExportFunctionName, _ arguments: [ExportPhrase]) -> ExportPhrase {
    let x = arguments.map(\.text)
    func call(_ name: String, _ arguments: String...) -> String {
      name + brackets.open + arguments.joined(separator: ", ") + brackets.close
    }
    switch function {
    case .squareRoot: return .atom(call(squareRoot, x[0]))
    case .exponential: return .atom(call(exponential, x[0]))
    case .sine: return .atom(call(sine, x[0]))
    case .cosine: return .atom(call(cosine, x[0]))
    case .angle:
      switch angleOrder {
      case .sineFirst: return .atom(call(angle, x[1], x[0]))
      case .cosineFirst: return .atom(call(angle, x[0], x[1]))
      }
    case .absolute: return .atom(call(absolute, x[0]))
    case .conjugate: return .atom(call(conjugate, x[0]))
    case .realPart: return .atom(call(realPart, x[0] + realKind))
    case .boseOccupation:
      let below =
        exponentialMinusOne.map { call($0, x[0]) } ?? "(\(call(exponential, x[0])) - \(one))"
      return ExportPhrase("\(one) / \(below)", .product)
    case .fermiOccupation:
      return ExportPhrase("\(one) / (\(call(exponential, x[0])) + \(one))", .product)
    }
  }
}
