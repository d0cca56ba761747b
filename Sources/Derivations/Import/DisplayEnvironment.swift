/// An environment of LaTeX that is a display.
struct DisplayEnvironment: Hashable {
  var name: String
  var arrangement: DisplayBuilder.Arrangement
  /// Whether LaTeX numbers it, and then each row or the whole.
  var isNumbered: Bool
  var splits: Bool
  /// Whether `{2}` or `{rCl}` follows.
  var hasArgument = false

  init?(_ name: String) {
    self.name = name
    let isStarred = name.hasSuffix("*")
    isNumbered = !isStarred
    switch isStarred ? String(name.dropLast()) : name {
    case "equation", "dmath":
      arrangement = .one
      splits = false
    case "displaymath" where !isStarred:
      arrangement = .one
      splits = false
      isNumbered = false
    case "multline":
      arrangement = .gathered
      splits = false
    case "gather":
      arrangement = .gathered
      splits = true
    case "align", "flalign", "eqnarray":
      arrangement = .aligned
      splits = true
    case "alignat", "xalignat", "xxalignat":
      arrangement = .alignedAt("")
      splits = true
      hasArgument = true
    case "IEEEeqnarray":
      arrangement = .aligned
      splits = true
      hasArgument = true
    default: return nil
    }
  }

  private static let inner: Set<String> = [
    "aligned", "alignedat", "math", "subequations", "mathletters", "mathpar",
  ]

  /// Whether the name of an environment that is none of these sounds as if it were a display.
  static func isSuspicious(_ name: String) -> Bool {
    guard !inner.contains(name) else { return false }
    return ["eq", "align", "gather", "math", "multline"].contains { name.contains($0) }
  }
}
