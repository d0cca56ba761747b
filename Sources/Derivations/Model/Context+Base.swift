import LaTeXMath
import OpenSystems

extension Context {
  /// Everything that does not change with the restrictions.
  struct Base: Sendable {
    let document: Document
    var notation: Notation
    var model: ModelDeclaration
    let space: HilbertSpace
    var printedEigenvectors: [PrintedEigenvector] = []
    /// Names of the subsystems and of the product basis.
    let names: (sites: [String], labels: Set<String>)

    init(
      document: Document, notation: Notation, model: ModelDeclaration, space: HilbertSpace
    ) {
      self.document = document
      self.model = model
      self.space = space
      names = (space.subsystems.map(\.name), Set(space.labels))
      var notation = notation
      notation.learnTypes(sites: names.sites, labels: names.labels)
      self.notation = notation
    }

    func elaborator(at position: Int, in section: Document.Section) -> Elaborator {
      Elaborator(
        notation: notation, position: position, section: section, sites: names.sites,
        labels: names.labels)
    }

    // MARK: Uses

    /// The declarations that a formula at a place names.
    func declarations(
      namedIn formula: Formula, at position: Int, in section: Document.Section
    ) -> Set<Int> {
      elaborator(at: position, in: section).declarations(namedIn: formula)
    }

    /// The declarations that formulas at a place use, directly or through those among them.
    func declarations(
      usedBy formulas: [Formula], at position: Int, in section: Document.Section
    ) -> Set<Int> {
      var result = Set<Int>()
      var pending = Set<Int>()
      for formula in formulas {
        pending.formUnion(declarations(namedIn: formula, at: position, in: section))
      }
      while let index = pending.popFirst() {
        guard result.insert(index).inserted else { continue }
        pending.formUnion(declarations(namedBy: index).subtracting(result))
      }
      return result
    }

    /// The declarations that the formulas name by which one is given.
    func declarations(namedBy index: Int) -> Set<Int> {
      if let known = notation.named[index] { return known }
      let declaration = notation.declarations[index]
      return elaborator(at: declaration.position, in: declaration.section)
        .declarations(namedBy: declaration)
    }

    /// The printed definitions that formulas at a place use, in the file's order.
    func definitions(
      usedBy formulas: [Formula], at position: Int, in section: Document.Section
    ) -> [Int] {
      declarations(usedBy: formulas, at: position, in: section)
        .filter { notation.declarations[$0].isPrinted }.sorted()
    }

    /// The printed definitions that the model is made of.
    var definitionsOfModel: Set<Int> {
      var result = Set<Int>()
      for (formula, position, section) in model.formulas(in: document) {
        result.formUnion(definitions(usedBy: [formula], at: position, in: section))
      }
      return result
    }
  }
}
