/// Identifiers of one scope: each name once, and none that the language keeps for itself.
struct ExportScope {
  private let dialect: any ExportDialect
  private var taken: Set<String> = []

  init(_ dialect: any ExportDialect) {
    self.dialect = dialect
  }

  /// The identifier of a name, changed where it is reserved or taken.
  mutating func add(_ latex: String) -> String { unique(dialect.identifier(latex)) }

  /// The next free `t1`, `t2`, ….
  mutating func addTemporary(_ number: Int) -> String { unique(dialect.temporary(number)) }

  mutating func unique(_ name: String) -> String {
    var base = String(name.prefix(dialect.longestName))
    if dialect.reserved.contains(compared(base)) { base += dialect.evasion }
    var candidate = base
    var number = 1
    while !taken.insert(compared(candidate)).inserted {
      number += 1
      candidate = base + dialect.separator + String(number)
    }
    return candidate
  }

  private func compared(_ name: String) -> String {
    dialect.ignoresCase ? name.lowercased() : name
  }
}
