import Derivations

extension ParameterList {
  /// `T_1=1:5:41` → from 1 to 5 in 41 values; no symbol twice.
  package static func variations(
    _ texts: [String]
  ) throws(UsageError) -> [SweepRequest.Variation] {
    var result: [SweepRequest.Variation] = []
    for item in texts.flatMap({ items(of: $0) }) {
      let sides = split(item, at: "=").map { trimmed($0) }
      let parts = split(sides.last ?? "", at: ":").map { trimmed($0) }
      guard sides.count == 2, !sides[0].isEmpty, parts.count == 3, !parts[0].isEmpty,
        !parts[1].isEmpty, let count = Int(parts[2]), count >= 2
      else { throw .noVariation(item) }
      guard !result.contains(where: { $0.symbol == sides[0] }) else {
        throw .repeatedVariation(sides[0])
      }
      result.append(.init(symbol: sides[0], from: parts[0], to: parts[1], count: count))
    }
    return result
  }
}
